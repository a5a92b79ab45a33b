import { z } from "zod";
import { DatasetId, TraceId } from "./ids.ts";
import { REJECTION_REASONS } from "./vocabulary.ts";

/** Limits of a trace. Absent means no limit. A limit that is reached ends the trace cleanly with what it has. */
export const Budget = z
  .object({
    /** Levels above the roots that are traced; 0 traces the roots alone. */
    depth: z.int().min(0).max(100).optional(),
    datasets: z.int().min(1).optional(),
    documents: z.int().min(1).optional(),
    /** Input and output tokens of the language model together. */
    tokens: z.int().min(1).optional(),
    /** US dollars, by the configured price per token. */
    cost: z.number().positive().optional(),
  })
  .meta({ id: "Budget" });
export type Budget = z.infer<typeof Budget>;

export const TRACE_STATES = ["running", "finished", "stopped", "budget-reached", "failed"] as const;
export type TraceState = (typeof TRACE_STATES)[number];

/** How a dataset's visit ended. */
export const VISIT_OUTCOMES = [
  "traced",
  "not-found",
  "gated",
  "unreachable",
  "rate-limited",
  "skipped",
  "failed",
] as const;
export type VisitOutcome = (typeof VISIT_OUTCOMES)[number];

export const TraceSummary = z
  .object({
    datasets: z.partialRecord(z.enum(VISIT_OUTCOMES), z.int()),
    edges: z.object({ accepted: z.int(), flagged: z.int(), rejected: z.int() }),
    modelUses: z.int(),
    clearings: z.int(),
    rejectedByReason: z.partialRecord(z.enum(REJECTION_REASONS), z.int()),
    documents: z.int(),
    requestsByHost: z.record(z.string(), z.int()),
    modelCalls: z.int(),
    /** Answers that were taken from the store instead of being asked for. */
    modelAnswersReused: z.int(),
    inputTokens: z.int(),
    outputTokens: z.int(),
    /** US dollars; absent when no price is configured. */
    cost: z.number().optional(),
    elapsedMs: z.number(),
  })
  .meta({ id: "TraceSummary" });
export type TraceSummary = z.infer<typeof TraceSummary>;

export const Trace = z
  .object({
    id: TraceId,
    roots: z.array(DatasetId),
    state: z.enum(TRACE_STATES),
    budget: Budget,
    startedAt: z.iso.datetime(),
    endedAt: z.iso.datetime().optional(),
    /** Why it ended, when it did not simply finish. */
    endReason: z.string().optional(),
    summary: TraceSummary.optional(),
  })
  .meta({ id: "Trace" });
export type Trace = z.infer<typeof Trace>;
