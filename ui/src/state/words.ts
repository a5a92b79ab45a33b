import type { Signals } from "../../../schema/edge.ts";
import type { Registry } from "../../../schema/ids.ts";
import type { TraceState, VisitOutcome } from "../../../schema/trace.ts";
import type {
  DocumentKind,
  FlagReason,
  ModelRole,
  NodeState,
  RejectionReason,
  Relation,
  Stance,
  Status,
  Finder,
} from "../../../schema/vocabulary.ts";
import type { NodeKind } from "./node-kind.ts";

/** Plain words for the closed lists, so that every panel says the same thing the same way. */
export const RELATION_WORDS = {
  inclusion: "rows taken over",
  fusion: "merged with others",
  synthesis: "new rows generated from it",
  evolution: "rows rewritten or extended",
  distillation: "answers distilled over it",
  annotation: "labels added to it",
} satisfies Record<Relation, string>;

export const STATUS_WORDS = {
  accepted: "believed, on the evidence below",
  flagged: "waits for a person",
  rejected: "named in a document, and not a source",
} satisfies Record<Status, string>;

export const STATE_WORDS = {
  mentioned: "only mentioned",
  frontier: "not traced yet",
  traced: "traced",
  terminal: "end of the line",
  "not-found": "not found",
  gated: "gated",
  unreachable: "unreachable",
  "rate-limited": "rate limited",
  skipped: "skipped",
} satisfies Record<NodeState, string>;

export const STATE_EXPLANATIONS = {
  mentioned: "A document names it, and only as something that is not a source.",
  frontier: "It is known as a source; its own documents have not been read.",
  traced: "Its documents were read.",
  terminal: "There is nothing to trace behind it, by design.",
  "not-found": "The registry says that it does not exist, or no longer.",
  gated: "It exists; its documents need permission to read.",
  unreachable: "We could not look. It may well exist.",
  "rate-limited": "We were asked to wait before looking. A later trace picks it up.",
  skipped: "It was left out on purpose.",
} satisfies Record<NodeState, string>;

export const KIND_WORDS = {
  dataset: "Hub dataset",
  benchmark: "benchmark",
  family: "family of datasets",
  "off-hub": "source outside the Hub",
} satisfies Record<NodeKind, string>;

export const REGISTRY_WORDS = {
  huggingface: "Hugging Face Hub",
  github: "GitHub",
  website: "website",
  paper: "paper",
  kaggle: "Kaggle",
  name: "name without an address",
} satisfies Record<Registry, string>;

export const FLAG_WORDS = {
  "low-confidence": "confidence below the threshold",
  "newer-than-derived": "the source is newer than what was built from it",
  self: "the dataset names itself",
  cycle: "it closes a cycle",
  "documents-disagree": "documents disagree",
  "name-ambiguous": "the name fits several datasets",
  "shared-page": "only a page that the owner's datasets share says so",
} satisfies Record<FlagReason, string>;

export const REJECTION_WORDS = {
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
} satisfies Record<RejectionReason, string>;

export const ROLE_WORDS = {
  generator: "wrote rows",
  answerer: "answered",
  judge: "judged",
  filter: "filtered",
  transformer: "rewrote rows",
  annotator: "labelled",
} satisfies Record<ModelRole, string>;

export const DOCUMENT_WORDS = {
  card: "dataset card",
  github: "GitHub page",
  blog: "web page",
  paper: "paper",
} satisfies Record<DocumentKind, string>;

export const TRACER_WORDS = { rules: "rules", model: "language model", person: "a person" } satisfies Record<
  Finder,
  string
>;

export const STANCE_WORDS = {
  supported: "says so",
  weak: "only hints",
  contradicted: "says the opposite",
} satisfies Record<Stance, string>;

export const RESOLUTION_WORDS = {
  "id-in-text": "the document spells out the id",
  "own-link": "the authors link to it",
  alias: "a known other name",
  search: "found by searching the Hub",
  unresolved: "not resolved to an id",
  elsewhere: "the id is not ours to vouch for",
} satisfies Record<Signals["resolvedBy"], string>;

export const OUTCOME_WORDS = {
  running: "reading",
  traced: "traced",
  "not-found": "not found",
  gated: "gated",
  unreachable: "unreachable",
  "rate-limited": "rate limited",
  skipped: "skipped",
  failed: "failed",
} satisfies Record<VisitOutcome | "running", string>;

export const TRACE_STATE_WORDS = {
  running: "running",
  finished: "finished",
  stopped: "stopped",
  "budget-reached": "stopped at its budget",
  failed: "failed",
} satisfies Record<TraceState, string>;
