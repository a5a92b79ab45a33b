import type { FrameWords } from "../frame-words.ts";
import type { KeysWords } from "../keys-words.ts";
import type { VocabularyWords } from "../vocabulary-words.ts";
import { frameWords } from "./frame-words.ts";
import { keysWords } from "./keys-words.ts";
import { vocabularyWords } from "./vocabulary-words.ts";

/** All parts of the page that have words, in Chinese; fetched when the language is chosen. */
export interface Chinese {
  readonly frame: FrameWords;
  readonly keys: KeysWords;
  readonly vocabulary: VocabularyWords;
}

export const chinese: Chinese = {
  frame: frameWords,
  keys: keysWords,
  vocabulary: vocabularyWords,
};
