import { z } from "zod";
import { Decision, VERDICTS } from "./decision.ts";
import { Proposal, PublishedOrigin } from "./edge.ts";
import { EdgeId, TraceId } from "./ids.ts";
import { ReviewId } from "./review.ts";
import { DecidedEdge } from "./trace-changes.ts";

/** What the log has of it: the event, and whether it counts no more. */
const logged = {
  review: ReviewId.optional(),
  sequence: z.int().min(1).optional(),
  undone: z.boolean().optional(),
};

/** What a review did to an edge, where it was no decision on that edge itself. */
export const REVIEWED = ["undone", "restored", "alias", "renamed"] as const;

/**
 * One thing that happened to an edge. traced: a trace found it, or found it otherwise than the reading before, or no more;
 * published: a publication states it; proposed: a person would have it; decided: a person's word; reviewed: a word on it was undone or
 * restored, or it was led elsewhere because of what a name means or what its dataset is called now.
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
    z.object({
      kind: z.literal("proposed"),
      ...Proposal.shape,
      /** What it shall be, where that is all that is proposed. */
      verdict: z.enum(VERDICTS).optional(),
      ...logged,
    }),
    z.object({
      kind: z.literal("decided"),
      ...Decision.shape,
      /** What it was; absent when there was none, or nobody knows. */
      before: DecidedEdge.optional(),
      after: DecidedEdge,
      ...logged,
    }),
    z.object({
      kind: z.literal("reviewed"),
      did: z.enum(REVIEWED),
      by: z.string(),
      at: z.iso.datetime(),
      note: z.string().optional(),
      before: DecidedEdge.optional(),
      /** Absent: it is gone. */
      after: DecidedEdge.optional(),
      ...logged,
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
    /** The last event of the log that changed it; 0: none. Who decides says which one they have seen. */
    revision: z.int().min(0).optional(),
  })
  .meta({ id: "EdgeHistory" });
export type EdgeHistory = z.infer<typeof EdgeHistory>;
