import type { CanvasWords } from "../canvas-words.ts";
import type { FiltersWords } from "../filters-words.ts";
import type { FrameWords } from "../frame-words.ts";
import type { KeysWords } from "../keys-words.ts";
import type { LegendWords } from "../legend-words.ts";
import type { VocabularyWords } from "../vocabulary-words.ts";
import { canvasWords } from "./canvas-words.ts";
import { filtersWords } from "./filters-words.ts";
import { frameWords } from "./frame-words.ts";
import { keysWords } from "./keys-words.ts";
import { legendWords } from "./legend-words.ts";
import { vocabularyWords } from "./vocabulary-words.ts";

/** All parts of the page that have words, in Chinese; fetched when the language is chosen. */
export interface Chinese {
  readonly canvas: CanvasWords;
  readonly filters: FiltersWords;
  readonly frame: FrameWords;
  readonly keys: KeysWords;
  readonly legend: LegendWords;
  readonly vocabulary: VocabularyWords;
}

export const chinese: Chinese = {
  canvas: canvasWords,
  filters: filtersWords,
  frame: frameWords,
  keys: keysWords,
  legend: legendWords,
  vocabulary: vocabularyWords,
};
