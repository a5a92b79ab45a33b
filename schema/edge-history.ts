import { z } from "zod";
import { Decision } from "./decision.ts";
import { Proposal, PublishedOrigin } from "./edge.ts";
import { EdgeId, TraceId } from "./ids.ts";
import { DecidedEdge } from "./trace-changes.ts";

/**
 * One thing that happened to an edge. traced: a trace found it, or found it otherwise than the reading before, or no more;
 * published: a publication states it; proposed: a person would have it; decided: a person's last word.
 */
export const EdgeEvent = z
  .discriminatedUnion("kind", [
    z.object({
      kind: z.literal("traced"),
      trace: TraceId,
      at: z.iso.datetime(),
      /** What the reading before found; absent on the first. */
      before: DecidedEdge.optional(),
      /** Absent: the documents do not say it any more. */
      after: DecidedEdge.optional(),
      /** Later readings that found the same. */
      again: z.int().min(0),
    }),
    z.object({ kind: z.literal("published"), ...PublishedOrigin.pick({ citation: true, part: true }).shape }),
    z.object({ kind: z.literal("proposed"), ...Proposal.shape }),
    z.object({
      kind: z.literal("decided"),
      ...Decision.shape,
      /** What the last reading before it found; absent when there was none. */
      before: DecidedEdge.optional(),
      after: DecidedEdge,
    }),
  ])
  .meta({ id: "EdgeEvent" });
export type EdgeEvent = z.infer<typeof EdgeEvent>;

/** What is known of how an edge came to be as it is, the earliest first; what has no date comes before the rest. */
export const EdgeHistory = z
  .object({
    edge: EdgeId,
    items: z.array(EdgeEvent),
    /** Whether there are earlier traces than those that were looked through. */
    isCut: z.boolean(),
  })
  .meta({ id: "EdgeHistory" });
export type EdgeHistory = z.infer<typeof EdgeHistory>;
