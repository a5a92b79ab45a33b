import { formatCount, formatPlural } from "../state/format.ts";
import { wordsOf } from "./language.ts";

/** Search, the targets and how much of their lineage is drawn. */
export interface FindingWords {
  readonly searchLabel: string;
  readonly searchHint: string;
  readonly addLabel: string;
  readonly addHint: string;
  readonly found: string;
  /** Read out when the list has changed. */
  readonly foundCount: (count: number) => string;
  readonly keysHint: string;
  readonly keysHintAdding: string;
  readonly searching: string;
  readonly nothingFound: string;
  readonly searchFailed: string;
  readonly tryAgain: string;
  readonly trace: string;
  readonly notYet: string;
  readonly alias: (alias: string) => string;
  readonly sources: (count: number) => string;
  readonly uses: (count: number) => string;
  readonly targets: string;
  readonly removeTarget: (id: string) => string;
  readonly openTarget: (id: string) => string;
  readonly addTarget: string;
  readonly addTargetTitle: (most: number) => string;
  readonly common: string;
  readonly commonTitle: string;
  readonly commonAncestors: string;
  readonly theCommon: string;
  readonly noCommon: string;
  readonly commonCount: (shown: number, of: number) => string;
  readonly commonCut: string;
  readonly closest: string;
  readonly closestTitle: string;
  readonly distance: (steps: number, id: string) => string;
  readonly depth: string;
  readonly depthShort: string;
  readonly depthTitle: string;
  readonly less: string;
  readonly more: string;
  readonly whole: string;
  readonly wholeTitle: (datasets: number | undefined) => string;
  readonly loadingMore: string;
  readonly moreFailed: string;
  readonly tooLarge: (shown: number, of: number | undefined) => string;
  readonly showAnyway: (shown: number) => string;
  readonly lookAtGroups: string;
  readonly tracing: (id: string) => string;
  readonly notInGraph: string;
  readonly traceIt: string;
  readonly beyond: (ancestors: number | undefined, descendants: number | undefined) => string;
}

const ENGLISH: FindingWords = {
  searchLabel: "Search datasets",
  searchHint: "Search datasets, or paste an id to trace",
  addLabel: "Add a dataset to this view",
  addHint: "Add a dataset to this view",
  found: "Found datasets",
  foundCount: (count) => (count === 0 ? "Nothing found" : `${formatPlural(count, "dataset")} found`),
  keysHint: "↑↓ choose · Enter opens · Shift Enter adds to the view · Esc closes",
  keysHintAdding: "↑↓ choose · Enter adds to the view · Esc closes",
  searching: "Searching",
  nothingFound: "No dataset in the graph has this name. Type owner/name to trace it.",
  searchFailed: "The search did not answer.",
  tryAgain: "Try again",
  trace: "Trace",
  notYet: "not in the graph yet",
  alias: (alias) => `also ${alias}`,
  sources: (count) => formatPlural(count, "source"),
  uses: (count) => formatPlural(count, "use"),
  targets: "Datasets of this view",
  removeTarget: (id) => `Take ${id} out of the view`,
  openTarget: (id) => `Show what is known of ${id}`,
  addTarget: "Add a dataset",
  addTargetTitle: (most) => `Draw another dataset's lineage with this one, ${most} at most`,
  common: "Common ancestors",
  commonTitle: "Find and light up what all of these were built from",
  commonAncestors: "Common ancestors",
  theCommon: "the common ancestors",
  noCommon: "They have no ancestor in common that the graph knows of.",
  commonCount: (shown, of) =>
    shown === of
      ? formatPlural(of, "common ancestor")
      : `the nearest ${formatCount(shown)} of ${formatPlural(of, "common ancestor")}`,
  commonCut: "One of them has more ancestors than were looked at: there may be others.",
  closest: "closest",
  closestTitle: "No other common ancestor was made from it: here the lineages part",
  distance: (steps, id) => (steps === 0 ? `${id} itself` : `${formatPlural(steps, "step")} from ${id}`),
  depth: "Depth in levels",
  depthShort: "depth",
  depthTitle: "Levels from each dataset of the view that are shown, 1 to 30",
  less: "One level less",
  more: "One level more",
  whole: "All",
  wholeTitle: (datasets) =>
    datasets === undefined
      ? "Everything that can be reached (e)"
      : `Everything that can be reached: ${formatPlural(datasets, "dataset")} (e)`,
  loadingMore: "Loading more",
  moreFailed: "More could not be loaded; what is drawn is as it was.",
  tooLarge: (shown, of) =>
    of === undefined
      ? `This lineage has more datasets than can be counted at once, and a page shows ${formatCount(shown)} readably at best.`
      : `This lineage has ${formatPlural(of, "dataset")}. Drawn all at once they would hide each other.`,
  showAnyway: (shown) => `Show the nearest ${formatCount(shown)} anyway`,
  lookAtGroups: "Look at groups instead",
  tracing: (id) => `Reading the documents of ${id}. The graph appears as soon as the first ones are read.`,
  notInGraph: "is not in the graph yet.",
  traceIt: "Trace it",
  beyond: (ancestors, descendants) =>
    [
      ancestors === undefined ? "" : formatPlural(ancestors, "ancestor"),
      descendants === undefined ? "" : formatPlural(descendants, "descendant"),
    ]
      .filter(Boolean)
      .join(", "),
};

export const findingWords = (): FindingWords => wordsOf("finding", ENGLISH);
