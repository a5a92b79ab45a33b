import { z } from "zod";
import { Span } from "./claim.ts";
import { DatasetId, EdgeId, EvidenceId, ModelId, Sha256, TraceId } from "./ids.ts";
import {
  DOCUMENT_KINDS,
  FLAG_REASONS,
  MODEL_ROLES,
  REJECTION_REASONS,
  RELATIONS,
  SPLITS,
  STANCES,
  STATUSES,
  TRACERS,
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
    tracer: z.enum(TRACERS),
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
    tracers: z.array(z.enum(TRACERS)),
    /** How the name became an id. */
    resolvedBy: z.enum(["id-in-text", "own-link", "alias", "search", "unresolved"]),
    /** Score of the resolution, 0 to 1. */
    resolution: z.number().min(0).max(1),
    /** The best tracer score among the evidence, 0 to 1. */
    bestScore: z.number().min(0).max(1),
    contradicted: z.boolean(),
    failedChecks: z.array(z.enum(FLAG_REASONS)),
  })
  .meta({ id: "Signals" });
export type Signals = z.infer<typeof Signals>;

const edgeFields = {
  id: EdgeId,
  from: DatasetId,
  /** 0 to 1, computed from the signals; never a model's own word. */
  confidence: z.number().min(0).max(1),
  status: z.enum(STATUSES),
  signals: Signals,
  firstTrace: TraceId,
  lastTrace: TraceId,
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
