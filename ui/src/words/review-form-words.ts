import type { PassageMove } from "../state/review/passage.ts";
import { formatCount, formatPlural } from "../state/format.ts";
import { wordsOf } from "./language.ts";

/** What is filled in. */
export interface FormWords {
  readonly relation: string;
  readonly split: string;
  readonly noSplit: string;
  readonly subset: string;
  readonly target: string;
  readonly targetSearch: string;
  readonly now: string;
  readonly none: string;
  readonly score: (score: string) => string;
  readonly similarity: (share: string) => string;
  readonly alias: (key: string) => string;
  readonly owner: Readonly<Record<"named" | "same" | "other", string>>;
  readonly isNewer: string;
  readonly isBenchmark: string;
  readonly uses: (count: number) => string;
  readonly downloads: (count: number) => string;
  readonly asTyped: string;
  readonly note: string;
  readonly save: string;
  readonly propose: string;
  readonly unchanged: string;
  readonly noTarget: string;
  readonly name: string;
  readonly scope: string;
  readonly unresolved: (name: string) => string;
  readonly flagged: string;
  readonly counting: string;
  readonly touches: (count: number) => string;
  readonly touchesFlagged: string;
  readonly countFailed: string;
  readonly passage: string;
  readonly passageHint: string;
  readonly noPassage: string;
  readonly move: Readonly<Record<PassageMove, string>>;
  readonly from: string;
  readonly verdict: string;
  readonly preview: string;
  readonly previewing: string;
  readonly bulkCount: (count: number) => string;
  readonly bulkFirst: (shown: number) => string;
  readonly bulkLeftOut: (count: number) => string;
  readonly bulkCut: string;
  readonly bulkRefused: (count: number) => string;
  readonly bulkNone: string;
  readonly bulkDo: (count: number) => string;
  readonly bulkUndo: string;
}

/** The sheet of keys. */
export interface KeyWords {
  readonly title: string;
  readonly decide: string;
  readonly reasons: string;
  readonly document: string;
  readonly page: string;
  readonly change: string;
  readonly press: string;
  readonly taken: (by: string) => string;
  readonly explorer: (by: string) => string;
  readonly notAKey: string;
  readonly reset: string;
}

/** The forms of the review page, and its sheet of keys. */
export interface ReviewFormWords {
  readonly form: FormWords;
  readonly keys: KeyWords;
}

const ENGLISH: ReviewFormWords = {
  form: {
    relation: "Relation",
    split: "Split",
    noSplit: "unknown",
    subset: "Part of the source",
    target: "Built from",
    targetSearch: "Search datasets, or type an id",
    now: "now",
    none: "Nothing found.",
    score: (score) => `score ${score}`,
    similarity: (share) => `name ${share} alike`,
    alias: (key) => `known as ${key}`,
    owner: { named: "its owner is named with it", same: "same owner", other: "another owner" },
    isNewer: "newer than what was built",
    isBenchmark: "benchmark",
    uses: (count) => formatPlural(count, "use"),
    downloads: (count) => formatPlural(count, "download"),
    asTyped: "as it is typed",
    note: "Note",
    save: "Save",
    propose: "Propose",
    unchanged: "Nothing is changed yet.",
    noTarget: "Choose a dataset first.",
    name: "Name as documents write it",
    scope: "Which edges",
    unresolved: (name) => `those that end at ${name}, which leads nowhere yet`,
    flagged: "these, and every flagged edge whose quote has the name",
    counting: "Counting",
    touches: (count) =>
      `${formatPlural(count, "edge")} that ${count === 1 ? "ends" : "end"} at the bare name will lead there.`,
    touchesFlagged:
      "To these come the flagged edges whose quotes have the name; how many stands in the list of decisions once it is done, and one undo takes all of it back.",
    countFailed: "They could not be counted.",
    passage: "Passage",
    passageHint: "Find it here, or select it in the document; then move its borders by words.",
    noPassage: "No passage yet.",
    move: {
      "start-earlier": "Start a word earlier",
      "start-later": "Start a word later",
      "end-earlier": "End a word earlier",
      "end-later": "End a word later",
    },
    from: "Derived dataset",
    verdict: "Decide all",
    preview: "Show what it would do",
    previewing: "Looking at what it would do",
    bulkCount: (count) => `${formatPlural(count, "edge")} would be decided.`,
    bulkFirst: (shown) => `The first ${formatCount(shown)}:`,
    bulkLeftOut: (count) =>
      `${formatCount(count)} left out: somebody has them open, or they are blind second looks.`,
    bulkCut: "Only the first 1,000 of the filter; do it again for the rest.",
    bulkRefused: (count) => `It cannot be done: ${formatPlural(count, "edge")} cannot be decided so.`,
    bulkNone: "The filters show nothing that can be decided together.",
    bulkDo: (count) => `Decide ${formatPlural(count, "edge")}`,
    bulkUndo: "One undo takes all of it back.",
  },
  keys: {
    title: "Keys of this page",
    decide: "Decide",
    reasons: "Reasons, after Reject",
    document: "Document",
    page: "Everywhere",
    change: "Change",
    press: "Press the new key, or Esc",
    taken: (by) => `That key is for: ${by}`,
    explorer: (by) => `The explorer has that key for: ${by}`,
    notAKey: "A single letter, digit or sign, please",
    reset: "All keys as they come",
  },
};

export const reviewFormWords = (): ReviewFormWords => wordsOf("reviewForm", ENGLISH);
