import type { Decision } from "../../../schema/decision.ts";
import type { EdgeId } from "../../../schema/ids.ts";
import type { ReviewEvent } from "../../../schema/review.ts";

/** What the log, from its first event on, says is decided of each edge; edges without a decision at present are absent. */
export const decisionsOf = (log: readonly Pick<ReviewEvent, "states">[]): ReadonlyMap<EdgeId, Decision> => {
  const decisions = new Map<EdgeId, Decision>();
  for (const { states } of log) {
    for (const { edge, after } of states) {
      if (after?.decision === undefined) decisions.delete(edge);
      else decisions.set(edge, after.decision);
    }
  }
  return decisions;
};
