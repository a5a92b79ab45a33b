import { z } from "zod";
import { ContaminationChange } from "./contamination.ts";
import { EdgeChange } from "./decision.ts";
import { Edge } from "./edge.ts";
import { DatasetId, EdgeId } from "./ids.ts";
import { BatchId, MAX_BATCH, ReviewEvent, ReviewId } from "./review.ts";
import {
  DOCUMENT_KINDS,
  EDGE_KINDS,
  FINDERS,
  FLAG_REASONS,
  REJECTION_REASONS,
  RELATIONS,
  RESOLUTIONS,
  SPLITS,
  STATUSES,
} from "./vocabulary.ts";

const someOf = <const Words extends readonly [string, ...string[]]>(words: Words) =>
  z.array(z.enum(words)).min(1).optional();

/** Edges by what they have; every part that is given must hold, and of a list one of its words. */
export const EdgeFilter = z
  .strictObject({
    statuses: z.array(z.enum(STATUSES)).min(1).default(["flagged"]),
    kinds: someOf(EDGE_KINDS),
    relations: someOf(RELATIONS),
    splits: someOf(SPLITS),
    flags: someOf(FLAG_REASONS),
    rejections: someOf(REJECTION_REASONS),
    documentKinds: someOf(DOCUMENT_KINDS),
    finders: someOf(FINDERS),
    resolvedBy: someOf(RESOLUTIONS),
    from: DatasetId.optional(),
    to: z.string().min(1).max(300).optional(),
    /** Part of the id of either end, in any case. */
    text: z.string().trim().min(1).max(200).optional(),
    /** Bounds of the confidence, 0 to 1, both included. */
    least: z.number().min(0).max(1).optional(),
    most: z.number().min(0).max(1).optional(),
    /** Whether a person decided on it. Absent: either. */
    decided: z.boolean().optional(),
    /** Whether a later document speaks against what was decided. */
    contradicted: z.boolean().optional(),
  })
  .meta({ id: "EdgeFilter" });
export type EdgeFilter = z.output<typeof EdgeFilter>;

const BatchEdge = z.strictObject({
  edge: EdgeId,
  /** The last event that the reviewer has seen of it; 0: none. */
  revision: z.int().min(0).optional(),
});

/**
 * One change of many edges, all or none. Exactly one of `edges` and `filter` says which. `batch`: the id that it shall have; sent
 * again, the first answer comes back. With `preview` nothing is written.
 */
export const BatchRequest = z
  .strictObject({
    change: EdgeChange,
    edges: z.array(BatchEdge).min(1).max(MAX_BATCH).optional(),
    filter: EdgeFilter.optional(),
    batch: BatchId.optional(),
    seconds: z.number().min(0).max(86_400).optional(),
    preview: z.boolean().default(false),
  })
  .refine(({ edges, filter }) => (edges === undefined) !== (filter === undefined), {
    error: "name either the edges or a filter",
  })
  .refine(({ change }) => change.verdict !== "edited" || change.to === undefined, {
    error: "many edges are led to another dataset by an alias, not by one edit",
  })
  .meta({ id: "BatchRequest" });
export type BatchRequest = z.output<typeof BatchRequest>;

/** Why one edge cannot be decided so. */
const Refusal = z.object({ edge: EdgeId, reason: z.string() });

/** What a batch did, or with `preview` what it would do. */
export const BatchReport = z
  .object({
    batch: BatchId.optional(),
    preview: z.boolean(),
    /** Edges that it changes. */
    count: z.int().min(0),
    /** The first of them as they are before, by PREVIEWED_EDGES. */
    edges: z.array(Edge),
    /** What speaks against it, the first of them; then it would not be done. Empty once it is done. */
    refused: z.array(Refusal),
    /** Absent when it would not be done. */
    contamination: ContaminationChange.optional(),
  })
  .meta({ id: "BatchReport" });
export type BatchReport = z.infer<typeof BatchReport>;

/** A line of a file of patches: an event, with the ends of the edges that it is about, by which another graph finds them. */
export const PatchLine = ReviewEvent.extend({
  ends: z.array(z.object({ edge: EdgeId, kind: z.enum(EDGE_KINDS), from: DatasetId, to: z.string() })),
}).meta({ id: "PatchLine" });
export type PatchLine = z.infer<typeof PatchLine>;

/** What became of a file of patches: JSON Lines, a PatchLine each, as an export has them. */
export const PatchReport = z
  .object({
    preview: z.boolean(),
    /** Events that were written. */
    applied: z.int().min(0),
    /** Events that the log has already. */
    known: z.int().min(0),
    /** Somebody decided otherwise here, or the graph no longer lets it; nothing of it was done. */
    conflicts: z.array(z.object({ event: ReviewId, reason: z.string() })),
    /** The graph has no such edge. */
    unknown: z.array(z.object({ event: ReviewId, reason: z.string() })),
    contamination: ContaminationChange,
  })
  .meta({ id: "PatchReport" });
export type PatchReport = z.infer<typeof PatchReport>;

export const PatchExportQuery = z.object({
  /** Events with a higher sequence. */
  after: z.coerce.number().int().min(0).default(0),
  by: z.string().min(1).max(200).optional(),
  batch: BatchId.optional(),
});
export type PatchExportQuery = z.output<typeof PatchExportQuery>;

export const PatchQuery = z.object({
  preview: z
    .enum(["true", "false"])
    .default("false")
    .transform((text) => text === "true"),
});
