import type { TraceEventBody } from "../../schema/events.ts";
import type { Budget, TraceSummary } from "../../schema/trace.ts";
import type { TokenUsage } from "../ports.ts";

/** Counts what this process did for a trace. What an earlier process did is in the graph, not in these numbers. */
export interface Tally {
  count(event: TraceEventBody): void;
  spend(usage: TokenUsage): void;
  /** Which limit is used up, if any. Depth is no sum and is not counted here. */
  exhausted(budget: Budget): string | undefined;
  summary(elapsedMs: number): TraceSummary;
}

export const createTally = (): Tally => {
  const summary: Omit<TraceSummary, "elapsedMs" | "requestsByHost"> = {
    datasets: {},
    edges: { accepted: 0, flagged: 0, rejected: 0 },
    modelUses: 0,
    clearings: 0,
    rejectedByReason: {},
    documents: 0,
    modelCalls: 0,
    modelAnswersReused: 0,
    inputTokens: 0,
    outputTokens: 0,
  };
  let visited = 0;
  return {
    count: (event) => {
      if (event.type === "dataset-end") {
        // A dataset that was not looked at, because it is unchanged or too deep, uses up no budget.
        if (event.outcome !== "skipped") visited += 1;
        summary.datasets[event.outcome] = (summary.datasets[event.outcome] ?? 0) + 1;
      }
      if (event.type === "document-read") summary.documents += 1;
      if (event.type === "model-called") summary[event.reused ? "modelAnswersReused" : "modelCalls"] += 1;
      if (event.type === "claim-dropped") countReason(summary.rejectedByReason, event.reason);
      if (event.type === "edge-decided") countEdge(summary, event);
    },
    spend: ({ inputTokens, outputTokens, cost }) => {
      summary.inputTokens += inputTokens;
      summary.outputTokens += outputTokens;
      if (cost !== undefined) summary.cost = (summary.cost ?? 0) + cost;
    },
    exhausted: (budget) => {
      const tokens = summary.inputTokens + summary.outputTokens;
      if (isReached(visited, budget.datasets)) return `${budget.datasets} datasets`;
      if (isReached(summary.documents, budget.documents)) return `${budget.documents} documents`;
      if (isReached(tokens, budget.tokens)) return `${budget.tokens} tokens`;
      return isReached(summary.cost ?? 0, budget.cost) ? `${budget.cost} US dollars` : undefined;
    },
    summary: (elapsedMs) => ({ ...structuredClone(summary), requestsByHost: {}, elapsedMs }),
  };
};

const isReached = (used: number, limit: number | undefined): boolean => limit !== undefined && used >= limit;

type Reasons = TraceSummary["rejectedByReason"];
const countReason = (reasons: Reasons, reason: keyof Reasons): void => {
  reasons[reason] = (reasons[reason] ?? 0) + 1;
};

const countEdge = (
  summary: Pick<TraceSummary, "edges" | "modelUses" | "clearings" | "rejectedByReason">,
  event: Extract<TraceEventBody, { type: "edge-decided" }>,
): void => {
  if (event.kind === "model-use") summary.modelUses += 1;
  if (event.kind === "clearing") summary.clearings += 1;
  if (event.kind !== "derivation") return;
  summary.edges[event.status] += 1;
  if (event.rejection !== undefined) countReason(summary.rejectedByReason, event.rejection);
};
