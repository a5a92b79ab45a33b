import type { VocabularyWords } from "../vocabulary-words.ts";
import { vocabularyWords } from "./vocabulary-words.ts";

/** All parts of the page that have words, in Chinese; fetched when the language is chosen. */
export interface Chinese {
  readonly vocabulary: VocabularyWords;
}

export const chinese: Chinese = {
  vocabulary: vocabularyWords,
};
