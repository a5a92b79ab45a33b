import type { ContaminationLevel } from "../../../schema/contamination-level.ts";
import type { Alias } from "../../../schema/dataset.ts";
import type { Signals } from "../../../schema/edge.ts";
import type { Registry } from "../../../schema/id-text.ts";
import type { TraceState, VisitOutcome } from "../../../schema/trace.ts";
import type {
  DataType,
  DocumentKind,
  Domain,
  FlagReason,
  ModelRole,
  NodeState,
  RejectionReason,
  Relation,
  Split,
  Stance,
  Status,
  Finder,
} from "../../../schema/vocabulary.ts";
import type { NodeKind } from "../state/node-kind.ts";

import { wordsOf } from "./language.ts";

/** Plain words for the closed lists, so that every panel says the same thing the same way. */
export interface VocabularyWords {
  /** The relation's name; `relation` says what it means. */
  readonly relationName: Readonly<Record<Relation, string>>;
  readonly relation: Readonly<Record<Relation, string>>;
  readonly statusName: Readonly<Record<Status, string>>;
  readonly status: Readonly<Record<Status, string>>;
  readonly splitName: Readonly<Record<Split, string>>;
  readonly domain: Readonly<Record<Domain | "mixed" | "unknown", string>>;
  readonly dataType: Readonly<Record<DataType, string>>;
  readonly aliasReason: Readonly<Record<Alias["reason"], string>>;
  /** The level's name; `level` says what it means, as the end of a sentence about the dataset. */
  readonly levelName: Readonly<Record<ContaminationLevel | "none", string>>;
  readonly level: Readonly<Record<ContaminationLevel, string>>;
  readonly unknown: string;
  readonly state: Readonly<Record<NodeState, string>>;
  readonly stateExplanation: Readonly<Record<NodeState, string>>;
  readonly kind: Readonly<Record<NodeKind, string>>;
  readonly registry: Readonly<Record<Registry, string>>;
  readonly flag: Readonly<Record<FlagReason, string>>;
  readonly rejection: Readonly<Record<RejectionReason, string>>;
  readonly role: Readonly<Record<ModelRole, string>>;
  readonly document: Readonly<Record<DocumentKind, string>>;
  readonly tracer: Readonly<Record<Finder, string>>;
  readonly stance: Readonly<Record<Stance, string>>;
  readonly resolution: Readonly<Record<Signals["resolvedBy"], string>>;
  readonly outcome: Readonly<Record<VisitOutcome | "running", string>>;
  readonly traceState: Readonly<Record<TraceState, string>>;
}

const ENGLISH: VocabularyWords = {
  relationName: {
    inclusion: "inclusion",
    fusion: "fusion",
    synthesis: "synthesis",
    evolution: "evolution",
    distillation: "distillation",
    annotation: "annotation",
  },
  statusName: { accepted: "accepted", flagged: "flagged", rejected: "rejected" },
  splitName: { train: "train split", validation: "validation split", test: "test split", all: "all splits" },
  domain: {
    math: "mathematics",
    code: "code",
    science: "science",
    general: "general",
    reasoning: "reasoning",
    spatial: "spatial",
    infographic: "infographics",
    mixed: "several domains",
    unknown: "unknown domain",
  },
  dataType: { synthetic: "models", manual: "people" },
  aliasReason: {
    renamed: "its former name",
    legacy: "its name without an owner",
    spelling: "another spelling",
    resolved: "a name that documents use for it",
    linked: "an address that leads to it",
    decided: "a reviewer said so",
  },
  levelName: {
    measured: "measured",
    declared: "declared",
    suspected: "suspected",
    inherited: "inherited",
    possible: "possible",
    "cleared-by-claim": "cleared by claim",
    "cleared-by-measurement": "cleared by measurement",
    none: "no flag",
  },
  level: {
    measured: "test items were found in its rows",
    declared: "built from its held-out items",
    suspected: "built from it, no document says from which split",
    inherited: "an ancestor took in its held-out items, or may have",
    possible: "only if an edge that waits for a person is right",
    "cleared-by-claim": "its documents say that it was cleaned of it",
    "cleared-by-measurement": "its rows were searched and held too few",
  },
  unknown: "unknown",
  relation: {
    inclusion: "rows taken over",
    fusion: "merged with others",
    synthesis: "new rows generated from it",
    evolution: "rows rewritten or extended",
    distillation: "answers distilled over it",
    annotation: "labels added to it",
  },
  status: {
    accepted: "believed, on the evidence below",
    flagged: "waits for a person",
    rejected: "named in a document, and not a source",
  },
  state: {
    mentioned: "only mentioned",
    frontier: "not traced yet",
    traced: "traced",
    terminal: "end of the line",
    "not-found": "not found",
    gated: "gated",
    unreachable: "unreachable",
    "rate-limited": "rate limited",
    skipped: "skipped",
  },
  stateExplanation: {
    mentioned: "A document names it, and only as something that is not a source.",
    frontier: "It is known as a source; its own documents have not been read.",
    traced: "Its documents were read.",
    terminal: "There is nothing to trace behind it, by design.",
    "not-found": "The registry says that it does not exist, or no longer.",
    gated: "It exists; its documents need permission to read.",
    unreachable: "We could not look. It may well exist.",
    "rate-limited": "We were asked to wait before looking. A later trace picks it up.",
    skipped: "It was left out on purpose.",
  },
  kind: {
    dataset: "Hub dataset",
    benchmark: "benchmark",
    family: "family of datasets",
    "off-hub": "source outside the Hub",
  },
  registry: {
    huggingface: "Hugging Face Hub",
    github: "GitHub",
    website: "website",
    paper: "paper",
    kaggle: "Kaggle",
    name: "name without an address",
  },
  flag: {
    "low-confidence": "confidence below the threshold",
    "newer-than-derived": "the source is newer than what was built from it",
    self: "the dataset names itself",
    cycle: "it closes a cycle",
    "documents-disagree": "documents disagree",
    "name-ambiguous": "the name fits several datasets",
    "shared-page": "only a page that the owner's datasets share says so",
  },
  rejection: {
    "evaluation-only": "used for evaluation only",
    "compared-with": "compared with",
    "cited-only": "only cited",
    denied: "the document denies using it",
    "decontaminated-against": "removed from the data",
    "trained-by": "a model trained on this dataset",
    "own-subset": "a part of the dataset itself",
    self: "the dataset itself",
    "model-not-dataset": "a model, not a dataset",
    "second-hand": "told of another dataset",
    sibling: "a sibling by the same authors",
    "not-a-dataset": "not a dataset",
    "quote-not-found": "the quote is not in the document",
    "name-not-near-quote": "the name is not near the quote",
    "not-supported": "the quote does not say so",
    "wrong-id": "another dataset is meant",
    "wrong-direction": "it is the other way round",
  },
  role: {
    generator: "wrote rows",
    answerer: "answered",
    judge: "judged",
    filter: "filtered",
    transformer: "rewrote rows",
    annotator: "labelled",
  },
  document: {
    card: "dataset card",
    github: "GitHub page",
    blog: "web page",
    paper: "paper",
  },
  tracer: { rules: "rules", model: "language model", person: "a person" },
  stance: {
    supported: "says so",
    weak: "only hints",
    contradicted: "says the opposite",
  },
  resolution: {
    "id-in-text": "the document spells out the id",
    "own-link": "the authors link to it",
    alias: "a known other name",
    search: "found by searching the Hub",
    unresolved: "not resolved to an id",
    elsewhere: "the id is not ours to vouch for",
  },
  outcome: {
    running: "reading",
    traced: "traced",
    "not-found": "not found",
    gated: "gated",
    unreachable: "unreachable",
    "rate-limited": "rate limited",
    skipped: "skipped",
    failed: "failed",
  },
  traceState: {
    running: "running",
    finished: "finished",
    stopped: "stopped",
    "budget-reached": "stopped at its budget",
    failed: "failed",
  },
};

export const vocabularyWords = (): VocabularyWords => wordsOf("vocabulary", ENGLISH);
