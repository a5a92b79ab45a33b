import { z } from "zod";
import { DatasetId, EdgeId, TraceId } from "./ids.ts";
import { EDGE_KINDS, RELATIONS, SPLITS, STATUSES } from "./vocabulary.ts";

/** What a trace decided of an edge. */
export const DecidedEdge = z
  .object({
    status: z.enum(STATUSES),
    confidence: z.number(),
    relation: z.enum(RELATIONS).optional(),
    split: z.enum(SPLITS).optional(),
  })
  .meta({ id: "DecidedEdge" });
export type DecidedEdge = z.infer<typeof DecidedEdge>;

/** An edge that two readings of its dataset do not agree on: new without `before`, gone without `after`. */
export const EdgeChange = z
  .object({
    edge: EdgeId,
    kind: z.enum(EDGE_KINDS),
    from: DatasetId,
    to: z.string(),
    before: DecidedEdge.optional(),
    after: DecidedEdge.optional(),
  })
  .meta({ id: "TracedEdgeChange" });
export type EdgeChange = z.infer<typeof EdgeChange>;

/** What a trace found otherwise than the readings before it. */
export const TraceChanges = z
  .object({
    trace: TraceId,
    /** The earlier traces that it is compared with, the latest first. */
    against: z.array(z.object({ trace: TraceId, startedAt: z.iso.datetime(), datasets: z.int().min(1) })),
    /** Datasets that it read and that an earlier trace had read. */
    compared: z.int().min(0),
    /** Datasets that no earlier trace had read. */
    firstReadings: z.int().min(0),
    /** Datasets that it left as they were, because their card had not changed. */
    unchanged: z.int().min(0),
    changes: z.array(EdgeChange),
  })
  .meta({ id: "TraceChanges" });
export type TraceChanges = z.infer<typeof TraceChanges>;
