import { formatCount, formatPlural } from "../state/format.ts";
import type { DrawnAs } from "../state/whole-graph/graph-place.ts";
import type { RowOrder } from "../state/whole-graph/sort-rows.ts";
import { wordsOf } from "./language.ts";

export interface GraphWords {
  readonly title: string;
  readonly what: string;
  readonly crumbs: string;
  readonly all: string;
  readonly ownersAfter: (count: number) => string;
  readonly papers: string;
  readonly names: string;
  readonly withoutOwner: string;
  readonly rest: (owners: number) => string;
  readonly drawnAs: string;
  readonly as: Readonly<Record<DrawnAs, string>>;
  readonly asTitle: Readonly<Record<DrawnAs, string>>;
  readonly tooLarge: (datasets: number) => string;
  readonly showAnyway: (datasets: number) => string;
  readonly truncated: (shown: number, of: number) => string;
  readonly showGroups: string;
  readonly shown: (shown: number, of: number, edges: number) => string;
  readonly groupsShown: (groups: number, datasets: number, edges: number) => string;
  readonly canvas: string;
  readonly forTheEye: string;
  readonly rendererFailed: string;
  readonly loading: string;
  readonly theGraph: string;
  readonly emptyTitle: string;
  readonly emptyText: string;
  readonly emptyPlace: string;
  readonly emptyAction: string;
  readonly view: string;
  readonly zoomIn: string;
  readonly zoomOut: string;
  readonly fit: string;
  readonly filters: string;
  readonly domains: string;
  readonly levels: string;
  readonly clearFilters: string;
  readonly nothingLeft: string;
  readonly list: string;
  readonly search: string;
  readonly order: string;
  readonly orderBy: Readonly<Record<RowOrder, string>>;
  readonly found: (count: number, of: number) => string;
  readonly more: (count: number) => string;
  readonly datasets: (count: number) => string;
  readonly benchmarks: (count: number) => string;
  readonly contaminated: (count: number) => string;
  readonly clean: string;
  readonly flows: (sources: number, uses: number) => string;
  readonly inner: (edges: number) => string;
  readonly openGroup: (name: string) => string;
  readonly openLineage: (id: string) => string;
  readonly lineage: string;
  readonly evidence: string;
  readonly selected: string;
  readonly builtFrom: (from: string, to: string) => string;
  readonly close: string;
}

const ENGLISH: GraphWords = {
  title: "The whole graph",
  what: "Every dataset with its accepted and flagged edges: what was built on the left, what it was built from on the right.",
  crumbs: "Where you are",
  all: "All datasets",
  ownersAfter: (count) => `owners after the largest ${formatCount(count)}`,
  papers: "papers",
  names: "names without an address",
  withoutOwner: "Hub ids without an owner",
  rest: (owners) => `${formatPlural(owners, "other owner")}`,
  drawnAs: "Draw",
  as: { groups: "Groups", datasets: "Datasets" },
  asTitle: {
    groups: "One mark for each domain or owner; a click opens it",
    datasets: "One mark for each dataset",
  },
  tooLarge: (datasets) =>
    `Too large to draw one by one: ${formatPlural(datasets, "dataset")}. Shown in groups.`,
  showAnyway: (datasets) => `Show the ${formatCount(datasets)} most connected anyway`,
  truncated: (shown, of) =>
    `The ${formatCount(shown)} of ${formatPlural(of, "dataset")} that have the most edges.`,
  showGroups: "Show groups",
  shown: (shown, of, edges) =>
    `${formatCount(shown)} of ${formatPlural(of, "dataset")} shown, ${formatPlural(edges, "edge")}`,
  groupsShown: (groups, datasets, edges) =>
    `${formatPlural(groups, "group")} of ${formatPlural(datasets, "dataset")}, ${formatPlural(edges, "edge")} in all`,
  canvas: "The whole graph, drawn",
  forTheEye: "The graph is drawn for the eye. The list beside it holds the same groups and datasets.",
  rendererFailed: "The graph's renderer could not be loaded. The list works without it.",
  loading: "Loading the graph",
  theGraph: "the graph",
  emptyTitle: "The graph is empty",
  emptyText: "Here is every dataset that a trace has found, once there is one.",
  emptyPlace: "There is no dataset here.",
  emptyAction: "Start with a trace",
  view: "View",
  zoomIn: "Zoom in",
  zoomOut: "Zoom out",
  fit: "Fit the graph",
  filters: "Filters",
  domains: "Domain",
  levels: "Contamination",
  clearFilters: "Clear the filters",
  nothingLeft: "The filters hide everything here.",
  list: "What is drawn, as a list",
  search: "Find in this list",
  order: "Order",
  orderBy: {
    size: "largest first",
    sources: "most sources",
    contaminated: "worst contamination",
    name: "by name",
  },
  found: (count, of) => `${formatCount(count)} of ${formatCount(of)}`,
  more: (count) => `Show ${formatCount(count)} more`,
  datasets: (count) => formatPlural(count, "dataset"),
  benchmarks: (count) => formatPlural(count, "benchmark"),
  contaminated: (count) => `${formatCount(count)} contaminated`,
  clean: "none flagged as contaminated",
  flows: (sources, uses) => `${formatPlural(sources, "source")}, ${formatPlural(uses, "use")}`,
  inner: (edges) => `${formatPlural(edges, "edge")} inside`,
  openGroup: (name) => `Open ${name}`,
  openLineage: (id) => `Open the lineage of ${id}`,
  lineage: "Open its lineage",
  evidence: "Open its evidence",
  selected: "Selected",
  builtFrom: (from, to) => `${from} was built from ${to}`,
  close: "Close",
};

export const graphWords = (): GraphWords => wordsOf("graph", ENGLISH);
