import { formatCount, formatPlural } from "../state/format.ts";
import type { NeighbourCount } from "../state/lineage/shown-counts.ts";
import type { TableColumn, TableSide } from "../state/table-rows.ts";
import { wordsOf } from "./language.ts";

export interface EdgeText {
  readonly from: string;
  readonly relation: string;
  readonly status: string;
  readonly confidence: string;
}

/** The table beside the graph. */
export interface TableWords {
  readonly region: string;
  readonly table: string;
  readonly title: string;
  readonly datasets: (count: number) => string;
  readonly caption: string;
  readonly head: Readonly<Record<TableColumn, readonly [name: string, title: string]>>;
  readonly incoming: string;
  readonly side: Readonly<Record<TableSide, readonly [name: string, title: string]>>;
  readonly sides: string;
  readonly columns: string;
  readonly target: string;
  readonly level: (level: number) => string;
  readonly noConfidence: string;
  readonly noMarks: string;
  readonly marks: (level: string, benchmark: string, more: number) => string;
  /** "3 of 12". */
  readonly shownOf: (shown: number, of: number) => string;
  readonly shownTitle: (side: "sources" | "uses", count: NeighbourCount) => string;
  readonly expand: (side: "sources" | "uses", more: number, id: string) => string;
  readonly collapse: (side: "sources" | "uses", id: string) => string;
  readonly edge: (edge: EdgeText) => string;
  readonly moreEdges: (count: number) => string;
  readonly empty: string;
}

const ENGLISH: TableWords = {
  region: "Table of the lineage",
  table: "Table",
  title: "Table (t)",
  datasets: (count) => formatPlural(count, "dataset"),
  caption: "Datasets of the shown lineage, with the edges that lead to them",
  head: {
    name: ["Dataset", "Owner and name"],
    level: ["Distance", "Levels from the nearest dataset of the view; negative for what was built from it"],
    contamination: ["Contamination", "The strongest flag, and how many benchmarks have one"],
    confidence: [
      "Weakest link",
      "Confidence of the weakest edge on the surest way from a dataset of the view",
    ],
    uses: ["Uses", "How many of the datasets built from it are shown, of all that are known"],
    sources: ["Sources", "How many of the datasets it was built from are shown, of all that are known"],
    downloads: ["Downloads", "As its registry counts them"],
    created: ["Created", "Date on its registry"],
    licence: ["Licence", "As its registry gives it"],
    state: ["State", "What is known of it"],
  },
  incoming: "Source of",
  sides: "Which datasets",
  side: {
    all: ["All", "Everything that is shown"],
    prior: ["Prior", "What the datasets of the view were built from"],
    derived: ["Derived", "What was built from the datasets of the view"],
  },
  columns: "Columns",
  target: "in the view",
  level: String,
  noConfidence: "no way to it is shown",
  noMarks: "no flag",
  marks: (level, benchmark, more) =>
    more === 0
      ? `${level}: ${benchmark}`
      : `${level}: ${benchmark}, and ${formatPlural(more, "benchmark")} more`,
  shownOf: (shown, of) => `${formatCount(shown)} of ${formatCount(of)}`,
  shownTitle: (side, { shown, loaded, of }) =>
    `${formatCount(shown)} of ${formatPlural(of, side === "sources" ? "source" : "use")} shown${
      loaded === shown ? "" : `, ${formatCount(loaded - shown)} hidden by filters`
    }`,
  expand: (side, more, id) =>
    `Show ${formatCount(more)} more ${more === 1 ? side.slice(0, -1) : side} of ${id}`,
  collapse: (side, id) => `Hide the ${side} that were added for ${id}`,
  edge: ({ from, relation, status, confidence }) =>
    `${from}: ${relation}, ${status}, confidence ${confidence}`,
  moreEdges: (count) => `${formatCount(count)} more`,
  empty: "Nothing is shown. The filters or the loading of the graph say why.",
};

export const tableWords = (): TableWords => wordsOf("table", ENGLISH);
