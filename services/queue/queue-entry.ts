import type { EdgeReviews } from "../../graph/queue/fold-reviews.ts";
import type { Edge, Proposal } from "../../schema/edge.ts";
import { QUEUE_REASONS, type QueueReason } from "../../schema/queue-reasons.ts";
import type { QueueItem } from "../../schema/review-queue.ts";

/** An edge of the queue, the same for everybody. */
export interface QueueEntry {
  /** What is shown: of a second look, the edge before anybody decided. */
  readonly edge: Edge;
  readonly why: readonly QueueReason[];
  readonly blind: boolean;
  readonly value: QueueItem["value"];
  readonly revision: number;
  readonly changes: number;
  readonly people: ReadonlySet<string>;
  readonly skippedBy: ReadonlyMap<string, number>;
  readonly proposals: QueueItem["proposals"];
}

/** What draws say of an edge. */
export interface Draws {
  isAudited(id: string): boolean;
  isSeconded(id: string): boolean;
}

/** Why an edge is asked about, the most urgent first; empty when it is not. */
export const reasonsOf = (
  edge: Edge,
  reviews: EdgeReviews | undefined,
  draws: Draws,
): readonly QueueReason[] => {
  const open = edge.decision === undefined;
  const found = new Set<QueueReason>();
  if (edge.contradicted !== undefined) found.add("contradicted");
  if (proposalsOn(edge, reviews).length > 0) found.add("proposed");
  if (open && edge.status === "flagged") found.add("flagged");
  if (open && edge.status === "accepted" && draws.isAudited(edge.id)) found.add("audit");
  // Who looks at it anyway is told what was decided.
  if (found.size === 0 && isDueForSecond(edge, reviews, draws)) found.add("second");
  return QUEUE_REASONS.filter((reason) => found.has(reason));
};

const isDueForSecond = (edge: Edge, reviews: EdgeReviews | undefined, draws: Draws): boolean =>
  edge.decision !== undefined &&
  reviews?.undecided !== undefined &&
  reviews.people.size < 2 &&
  draws.isSeconded(edge.id);

/** Words on which nobody decided: of viewers, and of tables that were brought in. */
export const proposalsOn = (edge: Edge, reviews: EdgeReviews | undefined): QueueItem["proposals"] => {
  const brought = broughtProposal(edge);
  const decidedAt = edge.decision?.at;
  const isOpen = brought !== undefined && (decidedAt === undefined || brought.at > decidedAt);
  return [...(reviews?.proposals ?? []), ...(isOpen ? [brought] : [])];
};

const broughtProposal = (edge: Edge): QueueItem["proposals"][number] | undefined => {
  const origin = edge.kind === "derivation" ? edge.origin : undefined;
  const proposal = origin?.kind === "published" ? origin.proposal : origin;
  if (proposal === undefined) return undefined;
  const { by, note, at, wanted } = proposal;
  return {
    at,
    ...(by === undefined ? {} : { by }),
    ...(note === undefined ? {} : { note }),
    ...(wanted === undefined ? {} : { change: changeWanted(wanted) }),
  };
};

const changeWanted = ({ relation, split, subset, status, rejection }: NonNullable<Proposal["wanted"]>) =>
  status === "rejected"
    ? ({ verdict: "rejected", reason: rejection ?? "not-supported" } as const)
    : ({
        verdict: "edited",
        relation,
        ...(split === undefined ? {} : { split }),
        ...(subset === undefined ? {} : { subset }),
      } as const);

/** Whether the queue has it for this person: nobody looks a second time at what they decided. */
export const isFor = ({ blind, people }: QueueEntry, name: string): boolean => !blind || !people.has(name);
