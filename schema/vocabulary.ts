/** The closed lists that every part of the project shares; docs/glossary.md explains each word. */

/** How a dataset came from its source. fusion = several sources merged into one. */
export const RELATIONS = [
  "inclusion",
  "fusion",
  "synthesis",
  "evolution",
  "distillation",
  "annotation",
] as const;
export type Relation = (typeof RELATIONS)[number];

/** What a model did to make a dataset. */
export const MODEL_ROLES = ["generator", "answerer", "judge", "filter", "transformer", "annotator"] as const;
export type ModelRole = (typeof MODEL_ROLES)[number];

export const SPLITS = ["train", "validation", "test", "all"] as const;
export type Split = (typeof SPLITS)[number];

/** accepted: believed; flagged: waits for a person; rejected: kept with its reason. */
export const STATUSES = ["accepted", "flagged", "rejected"] as const;
export type Status = (typeof STATUSES)[number];

export const EDGE_KINDS = ["derivation", "model-use", "clearing"] as const;
export type EdgeKind = (typeof EDGE_KINDS)[number];

export const DOCUMENT_KINDS = ["card", "github", "blog", "paper"] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

/** Who made a claim. */
export const TRACERS = ["rules", "model"] as const;
export type Tracer = (typeof TRACERS)[number];

/** Who found a quote: a tracer, or a person who added an edge by hand. */
export const FINDERS = [...TRACERS, "person"] as const;
export type Finder = (typeof FINDERS)[number];

/** What a quote says about "built from": it says so, it only hints, it says the opposite. */
export const STANCES = ["supported", "weak", "contradicted"] as const;
export type Stance = (typeof STANCES)[number];

/**
 * What is known of a node. mentioned: only a rejected candidate names it; frontier: to be traced; traced: done;
 * terminal: nothing to trace by design (off the Hub, or before the date cut); the rest say why nothing could be read.
 */
export const NODE_STATES = [
  "mentioned",
  "frontier",
  "traced",
  "terminal",
  "not-found",
  "gated",
  "unreachable",
  "rate-limited",
  "skipped",
] as const;
export type NodeState = (typeof NODE_STATES)[number];

/** What a dataset is about. Text lineages tell math, code, science and general apart, multimodal ones the rest. */
export const DOMAINS = ["math", "code", "science", "general", "reasoning", "spatial", "infographic"] as const;
export type Domain = (typeof DOMAINS)[number];

/** Whether a dataset's rows were written by models or by people. */
export const DATA_TYPES = ["synthetic", "manual"] as const;
export type DataType = (typeof DATA_TYPES)[number];

/** Why an edge waits for a person, or why a candidate is no edge. */
export const FLAG_REASONS = [
  "low-confidence",
  "newer-than-derived",
  "self",
  "cycle",
  "documents-disagree",
  "name-ambiguous",
  "shared-page",
] as const;
export type FlagReason = (typeof FLAG_REASONS)[number];

export const REJECTION_REASONS = [
  "evaluation-only",
  "compared-with",
  "cited-only",
  "denied",
  "decontaminated-against",
  "trained-by",
  "own-subset",
  "self",
  "model-not-dataset",
  "second-hand",
  "sibling",
  "not-a-dataset",
  "quote-not-found",
  "name-not-near-quote",
  "not-supported",
  "wrong-id",
  "wrong-direction",
] as const;
export type RejectionReason = (typeof REJECTION_REASONS)[number];

/** How a name became an id; `elsewhere`: not by us, whoever brought the edge gave the id. */
export const RESOLUTIONS = ["id-in-text", "own-link", "alias", "search", "unresolved", "elsewhere"] as const;
