import type { Edge } from "../../../schema/edge.ts";

/** Whether two states of an edge say the same of its dataset, whoever decided so and however sure anybody is. */
export const isSameOutcome = (one: Edge, other: Edge): boolean => {
  if (one.status !== other.status || one.to !== other.to) return false;
  if (one.kind !== "derivation" || other.kind !== "derivation" || one.status === "rejected") return true;
  return one.relation === other.relation && one.split === other.split && one.subset === other.subset;
};
