import type { Direction } from "../../../schema/query-choices.ts";
import type { ModelRole, Relation, Split } from "../../../schema/vocabulary.ts";
import type { ShapeNode } from "../explorer/graph-shape.ts";
import { formatCount, formatPlural } from "../state/format.ts";
import type { NodeKind } from "../state/node-kind.ts";
import type { Expansion } from "../state/view-state.ts";
import { wordsOf } from "./language.ts";

type MemberKind = NodeKind | "model";
type GroupDirection = Expansion["direction"];

export interface CanvasWords {
  readonly region: string;
  readonly forTheEye: string;
  readonly rendererFailed: string;
  readonly contextLost: string;
  readonly contextRetry: string;
  readonly layoutFailed: string;
  readonly theLineage: string;
  readonly loading: string;
  readonly layingOut: (nodes: number) => string;
  readonly toolbar: string;
  readonly showFilters: string;
  readonly direction: string;
  readonly directions: Readonly<Record<Direction, readonly [name: string, title: string]>>;
  readonly models: string;
  readonly modelsTitle: string;
  readonly progress: (done: number, of: number) => string;
  readonly layout: string;
  readonly layered: readonly [name: string, title: string];
  readonly force: readonly [name: string, title: string];
  readonly shade: string;
  readonly domain: readonly [name: string, title: string];
  readonly date: readonly [name: string, title: string];
  readonly copyLink: string;
  readonly viewMenu: string;
  /** Beside undo and redo. */
  readonly changes: string;
  readonly view: string;
  readonly tidy: string;
  readonly zoomIn: string;
  readonly zoomOut: string;
  readonly fit: string;
  readonly fitTitle: string;
  readonly shown: (nodes: number, of: number, edges: number) => string;
  readonly beyondDepth: (depth: number) => string;
  readonly beyondTitle: string;
  readonly minimap: string;
  readonly minimapTitle: string;
  readonly relation: Readonly<Record<Relation, string>>;
  readonly split: Readonly<Record<Split, string>>;
  readonly role: Readonly<Record<ModelRole, string>>;
  readonly ofSplit: (relation: string, split: string) => string;
  readonly edges: (count: number) => string;
  /** "98 datasets, 3 contaminated". */
  readonly group: (count: number, kind: MemberKind, contaminated: number) => string;
  readonly openGroup: string;
  readonly closeGroup: (direction: GroupDirection, count: number, anchor: string) => string;
  readonly openGroups: string;
  /** Of a handle at a mark's side. */
  readonly handle: (direction: GroupDirection, shown: number, of: number) => string;
  readonly kind: Readonly<Record<ShapeNode["kind"], string>>;
}

const MEMBERS: Readonly<Record<MemberKind, readonly [one: string, many: string]>> = {
  dataset: ["dataset", "datasets"],
  benchmark: ["benchmark", "benchmarks"],
  family: ["family", "families"],
  "off-hub": ["source outside the Hub", "sources outside the Hub"],
  model: ["model", "models"],
};

const ENGLISH: CanvasWords = {
  region: "Lineage graph",
  forTheEye:
    "The graph is drawn for the eye. The table below holds the same datasets and edges; press t to open it.",
  rendererFailed: "The graph's renderer could not be loaded. The table below works without it.",
  contextLost: "The graphics card dropped the drawing. Nothing is lost: the graph is still here.",
  contextRetry: "Draw it again",
  layoutFailed: "The graph could not be laid out. The table below works without it.",
  theLineage: "the lineage",
  loading: "Loading the lineage",
  layingOut: (nodes) => `Laying out ${formatPlural(nodes, "dataset")}`,
  toolbar: "Graph",
  showFilters: "Show the filters",
  direction: "Direction",
  directions: {
    upstream: ["Sources", "What the dataset was built from"],
    downstream: ["Uses", "What was built from the dataset"],
    both: ["Both", "Sources and uses"],
  },
  models: "Models",
  modelsTitle: "Show the models that wrote, answered, judged or filtered the rows (m)",
  progress: (done, of) => `${formatCount(done)} of ${formatCount(of)}`,
  layout: "Layout",
  layered: ["Layers", "What was built on the left, what it was built from on the right (o)"],
  force: ["Force", "What belongs together lies together (o)"],
  shade: "Colour",
  domain: ["Domain", "Colour marks by what the datasets are about"],
  date: ["Date", "Colour marks by when the datasets were created"],
  copyLink: "Copy link",
  viewMenu: "View",
  changes: "Changes",
  view: "Zoom",
  tidy: "Lay out afresh",
  zoomIn: "Zoom in",
  zoomOut: "Zoom out",
  fit: "Fit the graph",
  fitTitle: "Fit",
  shown: (nodes, of, edges) =>
    `${formatCount(nodes)} of ${formatPlural(of, "dataset")} shown, ${formatPlural(edges, "edge")}`,
  beyondDepth: (depth) => `more beyond depth ${depth}`,
  beyondTitle: "The lineage goes on beyond this depth, or is too large to send whole",
  minimap: "Overview of the graph",
  minimapTitle: "Click or drag to look elsewhere",
  relation: {
    inclusion: "inclusion",
    fusion: "fusion",
    synthesis: "synthesis",
    evolution: "evolution",
    distillation: "distillation",
    annotation: "annotation",
  },
  split: { train: "train", validation: "validation", test: "test", all: "all" },
  role: {
    generator: "generator",
    answerer: "answerer",
    judge: "judge",
    filter: "filter",
    transformer: "transformer",
    annotator: "annotator",
  },
  ofSplit: (relation, split) => `${relation}, ${split} split`,
  edges: (count) => formatPlural(count, "edge"),
  group: (count, kind, contaminated) => {
    const [one, many] = MEMBERS[kind];
    const members = formatPlural(count, one, many);
    return contaminated === 0 ? members : `${members}, ${formatCount(contaminated)} contaminated`;
  },
  openGroup: "Click to show them one by one",
  closeGroup: (direction, count, anchor) =>
    `Draw ${formatCount(count)} ${direction === "upstream" ? "sources" : "uses"} of ${anchor} as one`,
  openGroups: "Open groups",
  handle: (direction, shown, of) => {
    const [one, many] = direction === "upstream" ? ["source", "sources"] : ["use", "uses"];
    return `${formatCount(shown)} of ${formatPlural(of, one, many)} shown: click to show the others`;
  },
  kind: {
    dataset: "dataset",
    benchmark: "benchmark",
    family: "family",
    "off-hub": "source outside the Hub",
    model: "model",
    group: "group",
  },
};

export const canvasWords = (): CanvasWords => wordsOf("canvas", ENGLISH);
