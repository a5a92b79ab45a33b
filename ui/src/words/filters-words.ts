import { formatCount, formatPlural } from "../state/format.ts";
import type { NodeKind } from "../state/node-kind.ts";
import { wordsOf } from "./language.ts";

/** The filters, the replay of time, and what was considered and rejected. */
export interface FiltersWords {
  readonly title: string;
  readonly close: string;
  readonly loadFailed: string;
  readonly fold: string;
  readonly unfold: (active: number) => string;
  readonly clear: string;
  readonly clearTitle: string;
  readonly reset: (facet: string) => string;
  readonly only: string;
  readonly onlyThis: (value: string) => string;
  readonly remove: (what: string) => string;
  readonly facet: Readonly<
    Record<
      | "status"
      | "relation"
      | "kind"
      | "domain"
      | "licence"
      | "level"
      | "benchmark"
      | "confidence"
      | "created"
      | "uses",
      string
    >
  >;
  readonly kind: Readonly<Record<NodeKind, string>>;
  readonly unknown: string;
  readonly notFollowed: string;
  /** "12 of 34": what the other filters leave, and all. */
  readonly count: (shown: number, all: number) => string;
  readonly countTitle: (shown: number, all: number) => string;
  readonly searchLicences: string;
  readonly moreLicences: (count: number) => string;
  readonly fewerLicences: string;
  readonly noLicence: (text: string) => string;
  readonly undated: string;
  readonly lowest: (facet: string) => string;
  readonly highest: (facet: string) => string;
  readonly range: (from: string, to: string) => string;
  readonly atLeast: (value: string) => string;
  readonly atMost: (value: string) => string;
  readonly any: string;
  readonly brush: string;
  readonly notARange: string;
  readonly chip: {
    readonly region: string;
    readonly without: (facet: string, values: readonly string[]) => string;
    readonly only: (facet: string, values: readonly string[]) => string;
    readonly also: (facet: string, values: readonly string[]) => string;
    readonly marked: (benchmarks: readonly string[]) => string;
    readonly range: (facet: string, range: string) => string;
    readonly undated: string;
    readonly leftOut: (count: number) => string;
    readonly onlyChosen: (count: number) => string;
    readonly rejectedOf: (name: string) => string;
  };
  readonly empty: {
    readonly title: string;
    readonly hidden: (count: number) => string;
    readonly showAll: string;
  };
  readonly time: {
    readonly region: string;
    readonly open: string;
    readonly close: string;
    readonly day: string;
    readonly play: string;
    readonly pause: string;
    readonly next: string;
    readonly previous: string;
    readonly speed: string;
    readonly speedOf: (times: number) => string;
    readonly there: (shown: number, all: number) => string;
    readonly today: string;
    readonly undatedShown: (count: number) => string;
    readonly undatedHidden: (count: number) => string;
    readonly show: string;
    readonly hide: string;
    readonly targetLater: (name: string, day: string) => string;
    readonly noDates: string;
    readonly loadFailed: string;
  };
  readonly rejected: {
    readonly title: string;
    readonly explanation: string;
    readonly none: string;
    readonly notTraced: string;
    readonly the: string;
    readonly draw: string;
    readonly drawAll: string;
    readonly reason: string;
    readonly countOf: (reason: string, count: number) => string;
    readonly noReason: string;
    readonly documents: (count: number) => string;
    readonly more: (count: number) => string;
  };
}

const list = (values: readonly string[]): string => values.join(", ");

const ENGLISH: FiltersWords = {
  title: "Filters",
  close: "Close the filters",
  loadFailed: "The filters could not be loaded. Reload the page to try again.",
  fold: "Fold the filters",
  unfold: (active) => (active === 0 ? "Show the filters" : `Show the filters, ${active} active`),
  clear: "Clear all",
  clearTitle: "Clear all filters (x)",
  reset: (facet) => `Reset: ${facet}`,
  only: "only",
  onlyThis: (value) => `Only ${value}`,
  remove: (what) => `Remove the filter: ${what}`,
  facet: {
    status: "Status",
    relation: "Relation",
    kind: "Kind",
    domain: "Domain",
    licence: "Licence",
    level: "Contamination",
    benchmark: "Marked with a benchmark",
    confidence: "Confidence",
    created: "Created",
    uses: "Built from it",
  },
  kind: {
    dataset: "dataset",
    benchmark: "benchmark",
    family: "family",
    "off-hub": "outside the Hub",
  },
  unknown: "unknown",
  notFollowed: "The walk does not follow these; tick it to see them",
  count: (shown, all) => (shown === all ? formatCount(all) : `${formatCount(shown)} of ${formatCount(all)}`),
  countTitle: (shown, all) =>
    `The other filters leave ${formatCount(shown)} of ${formatCount(all)} in this lineage`,
  searchLicences: "Search licences",
  moreLicences: (count) => `${formatCount(count)} more`,
  fewerLicences: "Fewer",
  noLicence: (text) => `No licence here contains “${text}”.`,
  undated: "without a date",
  lowest: (facet) => `${facet}, lowest`,
  highest: (facet) => `${facet}, highest`,
  range: (from, to) => `${from} to ${to}`,
  atLeast: (value) => `from ${value}`,
  atMost: (value) => `up to ${value}`,
  any: "any",
  brush: "Drag over the bars to choose a range",
  notARange: "Not a value of this range",
  chip: {
    region: "Active filters",
    without: (facet, values) => `${facet}: without ${list(values)}`,
    only: (facet, values) => `${facet}: only ${list(values)}`,
    also: (facet, values) => `${facet}: ${list(values)}`,
    marked: (benchmarks) => `Marked with ${list(benchmarks)}`,
    range: (facet, range) => `${facet}: ${range}`,
    undated: "Created: known",
    leftOut: (count) => `${formatPlural(count, "dataset")} left out`,
    onlyChosen: (count) => `Only ${formatPlural(count, "chosen dataset")}`,
    rejectedOf: (name) => `Rejected candidates of ${name}`,
  },
  empty: {
    title: "No other dataset is left",
    hidden: (count) => `The filters hide all ${formatPlural(count, "other dataset")}.`,
    showAll: "Show all",
  },
  time: {
    region: "Replay by date of creation",
    open: "Replay how it grew (y)",
    close: "Close the replay",
    day: "Day of the replay",
    play: "Play (space)",
    pause: "Pause (space)",
    next: "Next release",
    previous: "Previous release",
    speed: "Speed",
    speedOf: (times) => `${times}×`,
    there: (shown, all) => `${formatCount(shown)} of ${formatPlural(all, "dataset")} there`,
    today: "today",
    undatedShown: (count) => `${formatCount(count)} without a date stay visible`,
    undatedHidden: (count) => `${formatCount(count)} without a date are hidden`,
    show: "Show them",
    hide: "Hide them",
    targetLater: (name, day) => `${name} itself came later, on ${day}`,
    noDates: "No dataset here has a date of creation.",
    loadFailed: "The replay could not be loaded.",
  },
  rejected: {
    title: "Why not?",
    explanation:
      "Named in its documents, and not one of its sources. Open one for the quote and its document.",
    none: "Nothing was considered and rejected.",
    notTraced: "It is not traced: nothing was considered yet.",
    the: "the rejected candidates",
    draw: "Draw these",
    drawAll: "Draw all in this lineage",
    reason: "Reason",
    countOf: (reason, count) => `${reason} (${formatCount(count)})`,
    noReason: "no reason is on record",
    documents: (count) => formatPlural(count, "document"),
    more: (count) => `${formatCount(count)} more`,
  },
};

export const filtersWords = (): FiltersWords => wordsOf("filters", ENGLISH);
