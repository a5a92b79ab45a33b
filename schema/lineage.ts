import { z } from "zod";
import { MAX_TARGETS } from "./limits.ts";
import { DatasetSummary, LineageQuery } from "./api.ts";
import { Edge } from "./edge.ts";
import { DatasetId } from "./ids.ts";

/** A parameter that may be given several times; one alone comes as a text. */
const repeated = <Item extends z.ZodType>(item: Item, most: number) =>
  z.union([item.transform((one) => [one]), z.array(item).max(most)]);

const MAX_EXPANSIONS = 200;
export const MAX_LINEAGE_NODES = 10_000;
/** What a page draws without being asked twice. */
export const DEFAULT_LINEAGE_NODES = 2_000;

export const TargetsQuery = LineageQuery.extend({
  /** 1 to 8 datasets. */
  target: repeated(DatasetId, MAX_TARGETS),
  /** Datasets that are shown with their sources, one level more than the depth gives. */
  up: repeated(DatasetId, MAX_EXPANSIONS).default([]),
  /** The same with their uses. */
  down: repeated(DatasetId, MAX_EXPANSIONS).default([]),
  /** Nodes at most; of more, the nearest to a target. */
  limit: z.coerce.number().int().min(1).max(MAX_LINEAGE_NODES).default(DEFAULT_LINEAGE_NODES),
});
export type TargetsQuery = z.output<typeof TargetsQuery>;

export const CommonAncestorsQuery = z.object({
  /** 2 to 8 datasets. */
  target: z.array(DatasetId).min(2).max(MAX_TARGETS),
  /** Comma-separated statuses that the ways may have. */
  status: LineageQuery.shape.status,
  /** Ancestors at most, nearest first. */
  limit: z.coerce.number().int().min(1).max(500).default(100),
});
export type CommonAncestorsQuery = z.output<typeof CommonAncestorsQuery>;

/** What several datasets all derive from. A target that the others derive from counts, at a distance of 0 from itself. */
export const CommonAncestors = z
  .object({
    targets: z.array(DatasetId),
    /** By the sum of the distances, then by id. */
    ancestors: z.array(
      DatasetSummary.extend({
        /** Edges of the shortest way from each target, in the order of the targets. */
        distances: z.array(z.int().min(0)),
        /** No other common ancestor was made from it: here the lineages part. */
        isClosest: z.boolean(),
      }),
    ),
    /** All edges of the shortest ways to these. */
    edges: z.array(Edge),
    /** How many there are before `limit`. */
    total: z.int().min(0),
    /** True when a target has more ancestors than were looked at. */
    truncated: z.boolean(),
  })
  .meta({ id: "CommonAncestors" });
export type CommonAncestors = z.infer<typeof CommonAncestors>;
