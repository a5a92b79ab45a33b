import { z } from "zod";
import { Calibrated } from "./calibrated.ts";
import { Span } from "./claim.ts";
import { Contradiction, Decision } from "./decision.ts";
import { DatasetId, EdgeId, EvidenceId, ModelId, Sha256, TraceId } from "./ids.ts";
import {
  DOCUMENT_KINDS,
  FINDERS,
  FLAG_REASONS,
  MODEL_ROLES,
  REJECTION_REASONS,
  RELATIONS,
  RESOLUTIONS,
  SPLITS,
  STANCES,
  STATUSES,
} from "./vocabulary.ts";

/** One proof of an edge: a quote that was found in its document. `quote === text.slice(span.start, span.end)` always. */
export const Evidence = z
  .object({
    id: EvidenceId,
    edgeId: EdgeId,
    document: Sha256,
    documentKind: z.enum(DOCUMENT_KINDS),
    quote: z.string(),
    span: Span,
    tracer: z.enum(FINDERS),
    /** The language model's name and the prompt's version; absent for rules. */
    model: z.string().optional(),
    promptVersion: z.string().optional(),
    stance: z.enum(STANCES),
    /** The name as this document writes it. */
    nameAsWritten: z.string(),
    /** The tracer's own calibrated score, 0 to 1. */
    score: z.number().min(0).max(1),
  })
  .meta({ id: "Evidence" });
export type Evidence = z.infer<typeof Evidence>;

/** What the confidence was computed from, so that a reader can see why. */
export const Signals = z
  .object({
    documentKinds: z.array(z.enum(DOCUMENT_KINDS)),
    documents: z.int().min(0),
    tracers: z.array(z.enum(FINDERS)),
    resolvedBy: z.enum(RESOLUTIONS),
    /** Score of the resolution, 0 to 1. */
    resolution: z.number().min(0).max(1),
    /** The best tracer score among the evidence, 0 to 1. */
    bestScore: z.number().min(0).max(1),
    contradicted: z.boolean(),
    failedChecks: z.array(z.enum(FLAG_REASONS)),
  })
  .meta({ id: "Signals" });
export type Signals = z.infer<typeof Signals>;

/** A person's word on an edge, brought in with a table; a reviewer decides. */
export const Proposal = z.object({
  by: z.string().min(1).max(200).optional(),
  note: z.string().min(1).max(2_000).optional(),
  at: z.iso.datetime(),
  /** What the edge shall say; absent: no more than that it exists. */
  wanted: z
    .object({
      relation: z.enum(RELATIONS),
      split: z.enum(SPLITS).optional(),
      subset: z.string().optional(),
      status: z.enum(STATUSES),
      rejection: z.enum(REJECTION_REASONS).optional(),
    })
    .optional(),
});
export type Proposal = z.infer<typeof Proposal>;

/** Someone else's published claim that the edge exists; what it rests on is theirs, not ours. */
export const PublishedOrigin = z.object({
  kind: z.literal("published"),
  /** Where it was published: `arXiv:2604.10480`. */
  citation: z.string().min(1).max(300),
  /** Which of the publication's graphs holds it, when there are several: `text`. */
  part: z.string().min(1).max(100).optional(),
  relation: z.enum(RELATIONS),
  /** The publication's own figure, 0 to 1: not computed by us and not calibrated. */
  confidence: z.number().min(0).max(1),
  /** The kinds of document that it says it has the claim from. */
  documentKinds: z.array(z.enum(DOCUMENT_KINDS)),
  /** Whether the publication found the source on the Hub; absent when it does not say. */
  onHub: z.boolean().optional(),
  /** What our checks find against it; empty: it is accepted. */
  flags: z.array(z.enum(FLAG_REASONS)),
  /** What a person would have it say instead. */
  proposal: Proposal.optional(),
});
export type PublishedOrigin = z.infer<typeof PublishedOrigin>;

/** The edge exists by a person's word alone; or, beside evidence, a person would have it say something else. */
export const ProposalOrigin = z.object({ kind: z.literal("proposal"), ...Proposal.shape });
export type ProposalOrigin = z.infer<typeof ProposalOrigin>;

/** Who brought an edge into the graph, when it was not only a trace of ours. It stays beside evidence that a trace finds later. */
export const Origin = z.discriminatedUnion("kind", [PublishedOrigin, ProposalOrigin]);
export type Origin = z.infer<typeof Origin>;

const edgeFields = {
  id: EdgeId,
  from: DatasetId,
  /** 0 to 1, computed from the signals, never a model's own word; of an edge without evidence its origin's own figure. */
  confidence: z.number().min(0).max(1),
  /** Of a derivation whose confidence was made to agree with what people say of such edges. */
  calibrated: Calibrated.optional(),
  status: z.enum(STATUSES),
  signals: Signals,
  /** The traces that found it first and last; absent when none has. */
  firstTrace: TraceId.optional(),
  lastTrace: TraceId.optional(),
  /** A person's last word on it. */
  decision: Decision.optional(),
  /** Of a decided edge: a later document says otherwise, so that somebody looks again. */
  contradicted: Contradiction.optional(),
};

/** derived dataset -> source dataset. */
export const Derivation = z
  .object({
    kind: z.literal("derivation"),
    ...edgeFields,
    to: DatasetId,
    relation: z.enum(RELATIONS),
    split: z.enum(SPLITS).optional(),
    subset: z.string().optional(),
    flags: z.array(z.enum(FLAG_REASONS)),
    rejection: z.enum(REJECTION_REASONS).optional(),
    /** Without it, or another mark of its own, every edge has evidence. */
    origin: Origin.optional(),
  })
  .meta({ id: "Derivation" });
export type Derivation = z.infer<typeof Derivation>;

/** dataset -> model that made it. */
export const ModelUse = z
  .object({ kind: z.literal("model-use"), ...edgeFields, to: ModelId, role: z.enum(MODEL_ROLES) })
  .meta({ id: "ModelUse" });
export type ModelUse = z.infer<typeof ModelUse>;

/** dataset -> benchmark that a document says it was cleaned of. */
export const Clearing = z
  .object({ kind: z.literal("clearing"), ...edgeFields, to: DatasetId, split: z.enum(SPLITS).optional() })
  .meta({ id: "Clearing" });
export type Clearing = z.infer<typeof Clearing>;

export const Edge = z.discriminatedUnion("kind", [Derivation, ModelUse, Clearing]).meta({ id: "Edge" });
export type Edge = z.infer<typeof Edge>;

/**
 * Whether an edge may stand without evidence of ours: someone else brought it, or a person added it, and it says who. Whoever decides
 * on such an edge afterwards, or leads it elsewhere, answers for it in turn.
 */
export const mayLackEvidence = (edge: Edge): boolean =>
  edge.decision !== undefined || (edge.kind === "derivation" && edge.origin !== undefined);

/** What the confidence of an edge without evidence was computed from: nothing of ours. */
export const NO_SIGNALS: Signals = {
  documentKinds: [],
  documents: 0,
  tracers: [],
  resolvedBy: "elsewhere",
  resolution: 0,
  bestScore: 0,
  contradicted: false,
  failedChecks: [],
};
