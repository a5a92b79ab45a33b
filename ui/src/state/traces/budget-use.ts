import type { Budget } from "../../../../schema/trace.ts";
import type { TraceProgress } from "../trace-progress.ts";
import { BUDGET_PARTS, type BudgetPart } from "./budget-text.ts";

export interface BudgetUse {
  readonly part: BudgetPart;
  readonly used: number;
  readonly limit: number;
}

/** How much of each limit is used, as far as the events tell; of the cost only once the trace has ended. */
export const toBudgetUse = (
  budget: Budget,
  { visits, counters, summary }: TraceProgress,
): readonly BudgetUse[] => {
  let deepest = 0;
  for (const { depth } of visits.values()) deepest = Math.max(deepest, depth);
  const used: Readonly<Record<BudgetPart, number>> = {
    depth: deepest,
    datasets: visits.size,
    documents: counters.documents,
    tokens: counters.tokens,
    cost: summary?.cost ?? 0,
  };
  return BUDGET_PARTS.flatMap((part) => {
    const limit = budget[part];
    return limit === undefined ? [] : [{ part, used: used[part], limit }];
  });
};
