import { z } from "zod";
import { PATH_KINDS } from "./query-choices.ts";
import { Edge } from "./edge.ts";
import { DatasetId, EdgeId } from "./ids.ts";

export const MAX_PATHS = 200;

export const PathQuery = z.object({
  from: DatasetId,
  /** Either end may be the derived one. */
  to: DatasetId,
  kind: z.enum(PATH_KINDS).default("all"),
  /** Ways at most. */
  limit: z.coerce.number().int().min(1).max(MAX_PATHS).default(20),
});
export type PathQuery = z.output<typeof PathQuery>;

/** One way from the derived dataset up to its source. */
export const LineagePath = z
  .object({
    /** From the derived dataset to the source, one more than edges. */
    nodes: z.array(DatasetId).min(2),
    edges: z.array(EdgeId).min(1),
    /** Product of the edges' confidences, 0 to 1: how likely all steps are right, if they err independently. */
    confidence: z.number().min(0).max(1),
    /** The step with the least confidence; of equals the first. */
    weakest: EdgeId,
  })
  .meta({ id: "LineagePath" });
export type LineagePath = z.infer<typeof LineagePath>;

/** The ways between two datasets over accepted and flagged edges. */
export const PathView = z
  .object({
    /** The derived dataset and the source, whichever way round they were asked for; as asked, when no way joins them. */
    from: DatasetId,
    to: DatasetId,
    /** Whether that is the other way round than asked. */
    isReversed: z.boolean(),
    kind: z.enum(PATH_KINDS),
    paths: z.array(LineagePath),
    /** Every edge of the ways, `rejected` included. */
    edges: z.array(Edge),
    /** Whether there are more ways than these. */
    hasMore: z.boolean(),
    /** Whether the search ended before it had looked everywhere: that there is no way is then not certain. */
    isCut: z.boolean(),
    /** When no way joins them: the shortest one that rejected edges would make. */
    rejected: LineagePath.optional(),
  })
  .meta({ id: "PathView" });
export type PathView = z.infer<typeof PathView>;
