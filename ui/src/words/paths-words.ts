import type { PathKind } from "../../../schema/query-choices.ts";
import { formatCount, formatPlural } from "../state/format.ts";
import { wordsOf } from "./language.ts";

/** The ways between two datasets. */
export interface PathsWords {
  readonly title: string;
  readonly theWays: string;
  readonly open: string;
  readonly openTitle: string;
  readonly pick: string;
  readonly pickPlaceholder: string;
  readonly pickHint: string;
  readonly picked: string;
  readonly noneFound: string;
  readonly close: string;
  readonly swap: (id: string) => string;
  readonly kindTitle: string;
  readonly kind: Readonly<Record<PathKind, string>>;
  /** How many ways there are, and whether more than these. */
  readonly count: (ways: number, hasMore: boolean) => string;
  readonly builtFrom: (derived: string, source: string) => string;
  readonly none: (one: string, other: string) => string;
  readonly noneCut: string;
  readonly rejectedWay: (edges: number) => string;
  readonly noRejectedWay: string;
  readonly way: (place: number, steps: number, confidence: string) => string;
  readonly weakest: string;
  readonly quote: string;
  readonly quoteTitle: (to: string) => string;
  readonly noQuote: string;
  readonly quoteFailed: (why: string) => string;
  readonly stepTitle: string;
  readonly missing: (datasets: number) => string;
  readonly showWhole: string;
  readonly showWholeTitle: string;
}

const ENGLISH: PathsWords = {
  title: "Ways between two datasets",
  theWays: "the ways",
  open: "Ways to…",
  openTitle:
    "Show how this dataset and another one are joined; Shift and a click on the canvas does the same",
  pick: "The other dataset",
  pickPlaceholder: "Name of the other dataset",
  pickHint: "Or press Shift and click it on the canvas.",
  picked: "Found datasets",
  noneFound: "No dataset in the graph has this name.",
  close: "Back to the dataset",
  swap: (id) => `Open ${id}`,
  kindTitle: "Which ways",
  kind: { shortest: "Shortest", all: "All", strongest: "Strongest evidence" },
  count: (ways, hasMore) =>
    hasMore ? `${formatCount(ways)} of at least ${formatPlural(ways + 1, "way")}` : formatPlural(ways, "way"),
  builtFrom: (derived, source) => `How ${derived} was built from ${source}`,
  none: (one, other) => `No known way joins ${one} and ${other}: neither was built from the other.`,
  noneCut: "The search ended before it had looked everywhere, so this is not certain.",
  rejectedWay: (edges) =>
    `${formatPlural(edges, "rejected edge")} would join them: documents name the one beside the other, and do not say that it was used.`,
  noRejectedWay: "Rejected edges would not join them either.",
  way: (place, steps, confidence) =>
    `Way ${formatCount(place)}: ${formatPlural(steps, "step")}, ${confidence} sure`,
  weakest: "weakest step",
  quote: "quote",
  quoteTitle: (to) => `Show the quote that proves the step to ${to}`,
  noQuote: "No quote of ours proves this step.",
  quoteFailed: (why) => `The quote could not be read: ${why}`,
  stepTitle: "Open this edge",
  missing: (datasets) =>
    `${formatPlural(datasets, "dataset")} of these ways ${datasets === 1 ? "is" : "are"} not drawn.`,
  showWhole: "Show the whole way",
  showWholeTitle: "Draw what the canvas lacks of these ways",
};

export const pathsWords = (): PathsWords => wordsOf("paths", ENGLISH);
