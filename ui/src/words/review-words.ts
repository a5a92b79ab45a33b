import type { ModelRole, Relation } from "../../../schema/vocabulary.ts";
import type { QueueReason } from "../../../schema/queue-reasons.ts";
import { formatCount, formatPlural } from "../state/format.ts";
import type { MisleadingPlace } from "../state/review/misleading-parts.ts";
import type { DoneWord } from "../state/review/past-decisions.ts";
import type { QueueListName } from "../state/review/queue-words.ts";
import type { ReviewAction } from "../state/review/review-actions.ts";
import type { QueueValue } from "../../../schema/review-queue.ts";
import { wordsOf } from "./language.ts";

/** What stands between the two ends of a claim, and behind it. */
type Between = readonly [between: string, behind: string];

/** The page on which people decide on edges. */
export interface ReviewWords {
  readonly title: string;
  readonly intro: string;
  readonly tab: Readonly<Record<"queue" | "figures", string>>;
  readonly viewer: string;
  readonly why: Readonly<Record<QueueReason, string>>;
  readonly whyTitle: Readonly<Record<QueueReason, string>>;
  readonly notAsked: string;
  readonly queue: string;
  readonly theQueue: string;
  readonly theEdge: string;
  readonly theDocument: string;
  readonly waiting: (count: number) => string;
  readonly heldBy: (who: string) => string;
  readonly heldUntil: (who: string, time: string) => string;
  readonly assignedTo: (who: string) => string;
  readonly skippedMark: string;
  readonly filters: string;
  readonly clearFilters: string;
  readonly textFilter: string;
  readonly confidenceFrom: string;
  readonly confidenceTo: string;
  readonly any: string;
  readonly list: Readonly<Record<QueueListName, string>>;
  readonly empty: { readonly title: string; readonly text: string; readonly action: string };
  readonly noMatch: string;
  readonly relation: Readonly<Record<Relation, Between>>;
  readonly role: Readonly<Record<ModelRole, Between>>;
  readonly cleared: Between;
  readonly ofSplit: (split: string) => string;
  readonly ofSubset: (subset: string) => string;
  readonly action: Readonly<Record<ReviewAction, string>>;
  readonly actionHint: Readonly<Record<ReviewAction, string>>;
  readonly propose: Readonly<Record<"accept" | "reject", string>>;
  readonly askReason: string;
  readonly cancel: string;
  readonly actions: string;
  readonly blind: string;
  readonly below: string;
  readonly belowText: (datasets: number, flags: number) => string;
  readonly value: (total: string, disagreement: string) => string;
  readonly part: Readonly<Record<keyof QueueValue["parts"], string>>;
  readonly disagreement: string;
  readonly proposals: string;
  readonly contradicted: (documents: number) => string;
  readonly history: string;
  readonly noQuote: string;
  readonly noDocument: string;
  readonly quoteOf: (index: number, count: number) => string;
  readonly misleading: Readonly<Record<MisleadingPlace, string>>;
  readonly hiddenIn: (count: number) => string;
  readonly mixedIn: (words: string) => string;
  readonly session: string;
  readonly progress: (decided: number, left: number) => string;
  readonly recent: string;
  readonly noneYet: string;
  readonly done: Readonly<Record<DoneWord, string>>;
  readonly undone: string;
  readonly change: string;
  readonly undoThis: string;
  readonly showEdge: string;
  readonly edges: (count: number) => string;
  readonly notSaved: (count: number) => string;
  readonly allSaved: string;
  readonly trouble: (why: string) => string;
  readonly retry: string;
  readonly refused: string;
  readonly dismiss: string;
  readonly saidDone: (what: string, from: string, to: string) => string;
  readonly saidUndone: (what: string, from: string, to: string) => string;
  readonly saidNothing: string;
  readonly saidNext: (claim: string) => string;
  readonly saidEmpty: string;
  readonly openPage: string;
}

const ENGLISH: ReviewWords = {
  title: "Review",
  intro: "One edge at a time: read its quote where it stands, and decide with one key.",
  tab: { queue: "Queue", figures: "Figures" },
  viewer:
    "You look as a viewer: what you decide here is a proposal, which a reviewer sees and decides on. It changes nothing by itself.",
  why: {
    contradicted: "contradicted",
    proposed: "proposed",
    flagged: "flagged",
    second: "second look",
    audit: "audit",
  },
  whyTitle: {
    contradicted: "A document that came after the decision speaks against it.",
    proposed: "Somebody would have it otherwise.",
    flagged: "It waits for a decision.",
    second: "Decided by somebody else, whose decision is not shown: a look of your own.",
    audit: "Accepted by the program, and drawn to be checked.",
  },
  notAsked: "Nobody asks for this edge; it can be decided all the same.",
  queue: "What waits",
  theQueue: "the queue",
  theEdge: "the edge",
  theDocument: "the document",
  waiting: (count) => `${formatPlural(count, "edge")} ${count === 1 ? "waits" : "wait"}`,
  heldBy: (who) => `${who} has it open`,
  heldUntil: (who, time) =>
    `${who} has this edge open until ${time}. It is theirs to decide; go on to the next.`,
  assignedTo: (who) => `for ${who}`,
  skippedMark: "skipped",
  filters: "Filters",
  clearFilters: "Clear all filters",
  textFilter: "Part of a dataset's id",
  confidenceFrom: "Confidence from",
  confidenceTo: "to",
  any: "any",
  list: {
    why: "Why it waits",
    relations: "Relation",
    flags: "Failed check",
    documentKinds: "Kind of document",
    finders: "Found by",
    resolvedBy: "How the name became an id",
    kinds: "Kind of edge",
    splits: "Split",
    statuses: "Status",
    rejections: "Rejected because",
  },
  empty: {
    title: "Nothing waits for a person",
    text: "Every flagged edge is decided. Trace another dataset, or load the published seed, and what is unsure of it comes here.",
    action: "Go to the traces",
  },
  noMatch: "Nothing that waits fits these filters.",
  relation: {
    inclusion: ["takes over rows of", ""],
    fusion: ["merges in rows of", ""],
    synthesis: ["has new rows generated from", ""],
    evolution: ["rewrites or extends rows of", ""],
    distillation: ["has answers distilled over", ""],
    annotation: ["adds labels to rows of", ""],
  },
  role: {
    generator: ["has rows written by", ""],
    answerer: ["has answers by", ""],
    judge: ["was judged by", ""],
    filter: ["was filtered by", ""],
    transformer: ["has rows rewritten by", ""],
    annotator: ["was labelled by", ""],
  },
  cleared: ["is said to be cleaned of", ""],
  ofSplit: (split) => `(${split})`,
  ofSubset: (subset) => `part ${subset}`,
  action: {
    accept: "Accept",
    reject: "Reject",
    edit: "Edit",
    add: "Add a missing edge",
    skip: "Skip",
    undo: "Undo",
    alias: "This name means…",
    bulk: "Many at once",
    next: "Next",
    previous: "Previous",
    "next-quote": "Next quote",
    find: "Find in the document",
    "evaluation-only": "Used for evaluation only",
    "cited-only": "Only cited",
    "model-not-dataset": "A model, not a dataset",
    "own-subset": "A part of the dataset itself",
    "wrong-id": "Another dataset is meant",
    "wrong-direction": "The other way round",
    "not-supported": "The quote does not say so",
  },
  actionHint: {
    accept: "the quote says so",
    reject: "then one key for the reason",
    edit: "relation, split, part or target",
    add: "from a passage of the document",
    skip: "it comes again after all others",
    undo: "the last decision",
    alias: "decide once what a name leads to",
    bulk: "all that the filters show",
    next: "without deciding",
    previous: "without deciding",
    "next-quote": "of this edge",
    find: "a word or a phrase",
    "evaluation-only": "",
    "cited-only": "",
    "model-not-dataset": "",
    "own-subset": "",
    "wrong-id": "",
    "wrong-direction": "",
    "not-supported": "",
  },
  propose: { accept: "Propose to accept", reject: "Propose to reject" },
  askReason: "Why is it rejected?",
  cancel: "Cancel",
  actions: "Decide",
  blind:
    "A blind second look: somebody has decided on this edge, and it is shown as it was before. Your decision is kept as a label and changes nothing.",
  below: "What hangs on it",
  belowText: (datasets, flags) =>
    `${formatPlural(datasets, "dataset")} ${datasets === 1 ? "is" : "are"} built on it; ${
      flags === 0 ? "no contamination flag" : formatPlural(flags, "contamination flag")
    } ${flags <= 1 ? "comes or goes" : "come or go"} with it.`,
  value: (total, disagreement) => `Worth ${total}: signals disagree by ${disagreement}.`,
  part: {
    confidence: "unsure confidence",
    tracers: "finders differ",
    stance: "a quote only hints, or contradicts",
    checks: "failed checks",
    resolution: "unsure which id is meant",
  },
  disagreement: "Where the signals disagree",
  proposals: "Proposed",
  contradicted: (documents) =>
    `${formatPlural(documents, "document")} that came after the decision ${documents === 1 ? "speaks" : "speak"} against it.`,
  history: "Earlier history",
  noQuote: "No quote of ours proves this edge.",
  noDocument: "There is no document to show.",
  quoteOf: (index, count) => `Quote ${index} of ${count}`,
  misleading: {
    names: "The names are not what they seem:",
    quote: "The quote is not what it seems:",
    around: "The text around the quote is not what it seems:",
  },
  hiddenIn: (count) =>
    `${formatPlural(count, "character")} that nobody sees, or that turn the direction of others`,
  mixedIn: (words) => `letters of several alphabets in ${words}`,
  session: "This session",
  progress: (decided, left) => `${formatCount(decided)} done, ${formatCount(left)} left`,
  recent: "Last decisions",
  noneYet: "None yet.",
  done: {
    accepted: "accepted",
    rejected: "rejected",
    edited: "edited",
    added: "added",
    skipped: "skipped",
    alias: "name decided",
    proposed: "proposed",
    bulk: "many at once",
  },
  undone: "undone",
  change: "Change",
  undoThis: "Undo",
  showEdge: "Show this edge again",
  edges: (count) => formatPlural(count, "edge"),
  notSaved: (count) => `${formatCount(count)} not saved yet`,
  allSaved: "All saved",
  trouble: (why) => `Not saved yet, and tried again: ${why}. Nothing is lost; it is kept in this browser.`,
  retry: "Try now",
  refused: "This was not taken:",
  dismiss: "Dismiss",
  saidDone: (what, from, to) => `${what}: ${from}, ${to}.`,
  saidUndone: (what, from, to) => `Undone, was ${what}: ${from}, ${to}.`,
  saidNothing: "There is nothing to undo.",
  saidNext: (claim) => `Next: ${claim}`,
  saidEmpty: "Nothing else waits.",
  openPage: "Open in the graph",
};

export const reviewWords = (): ReviewWords => wordsOf("review", ENGLISH);
