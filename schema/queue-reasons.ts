/** How long an item is held for who took it, in seconds; asked for again, it is held for so long again. */
export const HOLD_SECONDS = 120;
/** Of the accepted edges that nobody decided on, so many are looked at all the same. */
export const AUDIT_SHARE = 0.05;
/** Of the decided edges, so many are decided a second time by another person, who does not see the first decision. */
export const SECOND_SHARE = 0.1;

/**
 * Why an edge is in the queue. contradicted: a document that came after the decision speaks against it; proposed: somebody would have
 * it otherwise; flagged: it waits for a decision; second: decided, and due for a blind look by another person; audit: accepted by the
 * program, and drawn to be checked.
 */
export const QUEUE_REASONS = ["contradicted", "proposed", "flagged", "second", "audit"] as const;
export type QueueReason = (typeof QUEUE_REASONS)[number];
