import type { LineageStore } from "../graph/store/lineage.ts";
import type { DecisionReport } from "../schema/contamination.ts";
import type { EdgeAddition, EdgeChange } from "../schema/decision.ts";
import { AppError } from "../schema/errors.ts";
import type { EdgeId } from "../schema/ids.ts";
import type { ReviewEvent } from "../schema/review.ts";
import type { Reviewer, Reviews } from "./reviews.ts";

/** A person's word on edges, answered with the edge that stands then. It goes into the log like any other. */
export interface EdgeDecisions {
  /** Fails with NOT_FOUND, INPUT_INVALID or CONFLICT. */
  decide(id: EdgeId, change: EdgeChange, by: Reviewer): Promise<DecisionReport>;
  /** Fails with INPUT_INVALID when the quote is not in its document, NOT_FOUND when that was never read, CONFLICT. */
  add(addition: EdgeAddition, by: Reviewer): Promise<DecisionReport>;
}

interface DecisionDependencies {
  readonly reviews: Pick<Reviews, "review">;
  readonly store: Pick<LineageStore, "edge">;
}

export const createEdgeDecisions = ({ reviews, store }: DecisionDependencies): EdgeDecisions => {
  const report = async (event: ReviewEvent): Promise<DecisionReport> => {
    const edge = standingEdge(event);
    const detail = edge === undefined ? undefined : await store.edge(edge);
    if (detail === undefined) throw new AppError(`there is no edge ${edge}`, { code: "NOT_FOUND" });
    return { ...detail, contamination: event.contamination };
  };
  return {
    decide: async (edge, change, by) => report(await reviews.review({ kind: "decided", edge, change }, by)),
    add: async (addition, by) => report(await reviews.review({ kind: "added", addition }, by)),
  };
};

/** Led elsewhere, an edge leaves its word to the one that takes its place. */
const standingEdge = ({ action, states }: ReviewEvent): EdgeId | undefined => {
  if (action.kind === "added") return action.edge;
  if (action.kind !== "decided") return undefined;
  const left = states.find(({ edge }) => edge === action.edge);
  const replacedBy = left?.after?.decision?.replacedBy;
  return states.length > 1 && replacedBy !== undefined ? replacedBy : action.edge;
};
