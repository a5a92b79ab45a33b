import { z } from "zod";
import { DatasetId, EdgeId, Sha256, TraceId } from "./ids.ts";
import { TraceSummary, TRACE_STATES, VISIT_OUTCOMES } from "./trace.ts";
import {
  DOCUMENT_KINDS,
  EDGE_KINDS,
  FLAG_REASONS,
  MODEL_ROLES,
  REJECTION_REASONS,
  RELATIONS,
  SPLITS,
  STATUSES,
  TRACERS,
} from "./vocabulary.ts";

const dataset = DatasetId;
const base = {
  traceId: TraceId,
  /** Counts from 1 within a trace, without gaps. */
  seq: z.int().min(1),
  at: z.iso.datetime(),
};
const event = <Type extends string, Shape extends z.ZodRawShape>(type: Type, shape: Shape) =>
  z.object({ type: z.literal(type), ...base, ...shape });

/** Everything a trace tells: terminal, websocket and log read this one stream. */
export const TraceEvent = z
  .discriminatedUnion("type", [
    event("trace-start", { roots: z.array(dataset), resumed: z.boolean() }),
    event("dataset-start", { dataset, depth: z.int(), waiting: z.int() }),
    event("document-read", {
      dataset,
      document: Sha256,
      kind: z.enum(DOCUMENT_KINDS),
      url: z.string(),
      bytes: z.int(),
      cached: z.boolean(),
    }),
    event("resource-failed", {
      dataset,
      url: z.string(),
      outcome: z.enum(["not-found", "gated", "unreachable", "rate-limited", "refused"]),
      reason: z.string(),
    }),
    event("claims-found", {
      dataset,
      document: Sha256,
      tracer: z.enum(TRACERS),
      sources: z.int(),
      models: z.int(),
      clearings: z.int(),
      rejected: z.int(),
    }),
    event("claim-dropped", {
      dataset,
      name: z.string(),
      tracer: z.enum(TRACERS),
      reason: z.enum(REJECTION_REASONS),
    }),
    event("model-called", {
      dataset,
      document: Sha256,
      model: z.string(),
      outcome: z.enum(["answered", "unreadable", "refused", "unreachable"]),
      reused: z.boolean(),
      inputTokens: z.int().optional(),
      outputTokens: z.int().optional(),
    }),
    event("edge-decided", {
      dataset,
      edge: EdgeId,
      kind: z.enum(EDGE_KINDS),
      to: z.string(),
      status: z.enum(STATUSES),
      confidence: z.number(),
      relation: z.enum(RELATIONS).optional(),
      role: z.enum(MODEL_ROLES).optional(),
      split: z.enum(SPLITS).optional(),
      flags: z.array(z.enum(FLAG_REASONS)).optional(),
      rejection: z.enum(REJECTION_REASONS).optional(),
    }),
    event("dataset-end", {
      dataset,
      outcome: z.enum(VISIT_OUTCOMES),
      reason: z.string().optional(),
      movedTo: dataset.optional(),
    }),
    event("trace-end", { state: z.enum(TRACE_STATES), reason: z.string().optional(), summary: TraceSummary }),
  ])
  .meta({ id: "TraceEvent" });
export type TraceEvent = z.infer<typeof TraceEvent>;

/** An event before the stream numbers and dates it. */
export type TraceEventBody = TraceEvent extends infer One
  ? One extends TraceEvent
    ? Omit<One, "traceId" | "seq" | "at">
    : never
  : never;

/** What a websocket client may say. `afterSeq` resumes: 0 asks for everything. */
export const ClientMessage = z.discriminatedUnion("type", [
  z.object({ type: z.literal("subscribe"), traceId: TraceId, afterSeq: z.int().min(0) }),
  z.object({ type: z.literal("unsubscribe"), traceId: TraceId }),
]);
export type ClientMessage = z.infer<typeof ClientMessage>;
