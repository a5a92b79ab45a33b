import type { ContaminationPageWords } from "../contamination-page-words.ts";
import type { CanvasWords } from "../canvas-words.ts";
import type { FiltersWords } from "../filters-words.ts";
import type { ExportWords } from "../export-words.ts";
import type { FrameWords } from "../frame-words.ts";
import type { GraphWords } from "../graph-words.ts";
import type { KeysWords } from "../keys-words.ts";
import type { LegendWords } from "../legend-words.ts";
import type { SharingWords } from "../sharing-words.ts";
import type { VocabularyWords } from "../vocabulary-words.ts";
import { contaminationPageWords } from "./contamination-page-words.ts";
import { canvasWords } from "./canvas-words.ts";
import { filtersWords } from "./filters-words.ts";
import { exportWords } from "./export-words.ts";
import { frameWords } from "./frame-words.ts";
import { graphWords } from "./graph-words.ts";
import { keysWords } from "./keys-words.ts";
import { legendWords } from "./legend-words.ts";
import { sharingWords } from "./sharing-words.ts";
import { vocabularyWords } from "./vocabulary-words.ts";

/** All parts of the page that have words, in Chinese; fetched when the language is chosen. */
export interface Chinese {
  readonly contaminationPage: ContaminationPageWords;
  readonly canvas: CanvasWords;
  readonly filters: FiltersWords;
  readonly frame: FrameWords;
  readonly graph: GraphWords;
  readonly keys: KeysWords;
  readonly legend: LegendWords;
  readonly exporting: ExportWords;
  readonly sharing: SharingWords;
  readonly vocabulary: VocabularyWords;
}

export const chinese: Chinese = {
  contaminationPage: contaminationPageWords,
  canvas: canvasWords,
  filters: filtersWords,
  frame: frameWords,
  graph: graphWords,
  keys: keysWords,
  legend: legendWords,
  exporting: exportWords,
  sharing: sharingWords,
  vocabulary: vocabularyWords,
};
