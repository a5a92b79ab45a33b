import type { Direction, PathKind } from "../../../schema/query-choices.ts";
import type { DatasetId, EdgeId, EvidenceId, Sha256, TraceId } from "../../../schema/ids.ts";
import type { Relation, Status } from "../../../schema/vocabulary.ts";
import { DEFAULT_RANKING, type RankingView } from "./contamination/ranking-view.ts";
import { type FilterState, NO_FILTERS } from "./filter-state.ts";
import { DEFAULT_REVIEW, type ReviewView } from "./review/review-view.ts";
import { type GraphPlace, WHOLE_GRAPH } from "./whole-graph/graph-place.ts";
import type { NodeKind } from "./node-kind.ts";

/** The explorer's pages, each with a path of its own; the lineage of chosen datasets is at the root. */
export const PAGES = ["explore", "graph", "contamination", "review", "cypher", "traces"] as const;
export type Page = (typeof PAGES)[number];

export type Selection =
  | { readonly kind: "dataset"; readonly id: DatasetId }
  | { readonly kind: "edge"; readonly id: EdgeId };

/** A node opened by one more level than the depth shows. */
export interface Expansion {
  readonly id: DatasetId;
  readonly direction: "upstream" | "downstream";
}

export const LAYOUTS = ["layered", "force"] as const;
export type LayoutKind = (typeof LAYOUTS)[number];

/** What the marks' colour says. */
export const SHADES = ["domain", "date"] as const;
export type Shade = (typeof SHADES)[number];

/** What a selected dataset lights up. */
export const FOCUSES = ["neighbours", "ancestry", "descent"] as const;
export type Focus = (typeof FOCUSES)[number];

/** Centre in pixels of the layout, and layout pixels to one screen pixel. */
export interface CameraState {
  readonly x: number;
  readonly y: number;
  readonly ratio: number;
}

export const CYPHER_RESULTS = ["table", "graph", "json"] as const;

export interface CypherState {
  readonly text: string;
  /** The saved query that the text came from. */
  readonly saved?: string;
  /** As they are written in their fields. */
  readonly parameters: Readonly<Record<string, string>>;
  readonly result: (typeof CYPHER_RESULTS)[number];
}

/** Everything that a link to the page restores. Absent fields are the defaults. */
export interface ViewState {
  readonly page: Page;
  /** In somebody else's page: nothing but the canvas, to read only. */
  readonly isEmbedded: boolean;
  readonly root?: DatasetId;
  /** Further targets, drawn together with the root; at most 7. */
  readonly others: readonly DatasetId[];
  readonly direction: Direction;
  /** Levels from each target, 1 to 30. */
  readonly depth: number;
  readonly expansions: readonly Expansion[];
  /** Groups of nodes that are shown one by one. */
  readonly openGroups: readonly string[];
  /** Statuses that the walk follows. */
  readonly statuses: readonly Status[];
  readonly hiddenRelations: readonly Relation[];
  readonly hiddenKinds: readonly NodeKind[];
  readonly filters: FilterState;
  /** The filters as a narrow rail that only counts them. */
  readonly foldsFilters: boolean;
  /** The dataset whose rejected candidates are drawn although the walk does not follow them. */
  readonly rejectedOf?: DatasetId;
  /** Datasets that are left out one by one. */
  readonly hiddenDatasets: readonly DatasetId[];
  /** When there are any: nothing but these. */
  readonly onlyDatasets: readonly DatasetId[];
  readonly showModels: boolean;
  readonly layout: LayoutKind;
  readonly shade: Shade;
  /** Absent while the view fits itself to what is drawn. */
  readonly camera?: CameraState;
  readonly selection?: Selection;
  /** Datasets that were gathered to act on them together; beside the selection. */
  readonly chosen: readonly DatasetId[];
  readonly focus: Focus;
  /** With a selected dataset: the other end of the paths that are shown. */
  readonly pathTo?: DatasetId;
  readonly pathKind: PathKind;
  readonly document?: { readonly sha256: Sha256; readonly evidence?: EvidenceId };
  readonly trace?: TraceId;
  readonly showTable: boolean;
  /** Of the contamination page: ids of benchmarks; none are all. */
  readonly benchmarks: readonly DatasetId[];
  readonly ranking: RankingView;
  /** Of the contamination page: the dataset whose withdrawal is thought through. */
  readonly withdrawn?: DatasetId;
  readonly cypher?: CypherState;
  /** Of the review page: what waits for a person, or how the reviews went. */
  readonly review: ReviewView;
  /** Of the page of the whole graph. */
  readonly place: GraphPlace;
}

export const DEFAULT_VIEW: ViewState = {
  page: "explore",
  isEmbedded: false,
  others: [],
  direction: "upstream",
  depth: 1,
  expansions: [],
  openGroups: [],
  statuses: ["accepted", "flagged"],
  hiddenRelations: [],
  hiddenKinds: [],
  filters: NO_FILTERS,
  foldsFilters: false,
  hiddenDatasets: [],
  onlyDatasets: [],
  showModels: false,
  layout: "layered",
  shade: "domain",
  chosen: [],
  focus: "neighbours",
  pathKind: "shortest",
  showTable: false,
  benchmarks: [],
  ranking: DEFAULT_RANKING,
  review: DEFAULT_REVIEW,
  place: WHOLE_GRAPH,
};
