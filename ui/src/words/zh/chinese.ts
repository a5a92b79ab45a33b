import type { TableWords } from "../table-words.ts";
import type { HomeWords } from "../home-words.ts";
import type { FindingWords } from "../finding-words.ts";
import type { ContaminationPageWords } from "../contamination-page-words.ts";
import type { CanvasWords } from "../canvas-words.ts";
import type { CypherWords } from "../cypher-words.ts";
import type { FiguresWords } from "../figures-words.ts";
import type { FiltersWords } from "../filters-words.ts";
import type { ExportWords } from "../export-words.ts";
import type { DatasetWords } from "../dataset-words.ts";
import type { DocumentWords } from "../document-words.ts";
import type { EdgePanelWords } from "../edge-panel-words.ts";
import type { PathsWords } from "../paths-words.ts";
import type { FrameWords } from "../frame-words.ts";
import type { GraphWords } from "../graph-words.ts";
import type { KeysWords } from "../keys-words.ts";
import type { LegendWords } from "../legend-words.ts";
import type { ReviewFormWords } from "../review-form-words.ts";
import type { ReviewWords } from "../review-words.ts";
import type { SavedWords } from "../saved-words.ts";
import type { SharingWords } from "../sharing-words.ts";
import type { TracesWords } from "../traces-words.ts";
import type { VocabularyWords } from "../vocabulary-words.ts";
import { contaminationPageWords } from "./contamination-page-words.ts";
import { canvasWords } from "./canvas-words.ts";
import { cypherWords } from "./cypher-words.ts";
import { figuresWords } from "./figures-words.ts";
import { filtersWords } from "./filters-words.ts";
import { exportWords } from "./export-words.ts";
import { datasetWords } from "./dataset-words.ts";
import { documentWords } from "./document-words.ts";
import { edgePanelWords } from "./edge-panel-words.ts";
import { pathsWords } from "./paths-words.ts";
import { frameWords } from "./frame-words.ts";
import { graphWords } from "./graph-words.ts";
import { keysWords } from "./keys-words.ts";
import { legendWords } from "./legend-words.ts";
import { reviewFormWords } from "./review-form-words.ts";
import { reviewWords } from "./review-words.ts";
import { savedWords } from "./saved-words.ts";
import { sharingWords } from "./sharing-words.ts";
import { findingWords } from "./finding-words.ts";
import { homeWords } from "./home-words.ts";
import { tableWords } from "./table-words.ts";
import { tracesWords } from "./traces-words.ts";
import { vocabularyWords } from "./vocabulary-words.ts";

/** All parts of the page that have words, in Chinese; fetched when the language is chosen. */
export interface Chinese {
  readonly contaminationPage: ContaminationPageWords;
  readonly canvas: CanvasWords;
  readonly cypher: CypherWords;
  readonly figures: FiguresWords;
  readonly filters: FiltersWords;
  readonly dataset: DatasetWords;
  readonly document: DocumentWords;
  readonly edgePanel: EdgePanelWords;
  readonly paths: PathsWords;
  readonly frame: FrameWords;
  readonly graph: GraphWords;
  readonly keys: KeysWords;
  readonly legend: LegendWords;
  readonly exporting: ExportWords;
  readonly review: ReviewWords;
  readonly reviewForm: ReviewFormWords;
  readonly saved: SavedWords;
  readonly sharing: SharingWords;
  readonly finding: FindingWords;
  readonly home: HomeWords;
  readonly table: TableWords;
  readonly traces: TracesWords;
  readonly vocabulary: VocabularyWords;
}

export const chinese: Chinese = {
  contaminationPage: contaminationPageWords,
  canvas: canvasWords,
  cypher: cypherWords,
  figures: figuresWords,
  filters: filtersWords,
  dataset: datasetWords,
  document: documentWords,
  edgePanel: edgePanelWords,
  paths: pathsWords,
  frame: frameWords,
  graph: graphWords,
  keys: keysWords,
  legend: legendWords,
  exporting: exportWords,
  review: reviewWords,
  reviewForm: reviewFormWords,
  saved: savedWords,
  sharing: sharingWords,
  finding: findingWords,
  home: homeWords,
  table: tableWords,
  traces: tracesWords,
  vocabulary: vocabularyWords,
};
