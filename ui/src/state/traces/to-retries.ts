import type { VisitOutcome } from "../../../../schema/trace.ts";
import type { TraceProgress, Visit } from "../trace-progress.ts";

/** Ways for a visit to end without having read the dataset. */
export const MISSED_OUTCOMES = [
  "unreachable",
  "rate-limited",
  "gated",
  "not-found",
  "failed",
] as const satisfies readonly VisitOutcome[];
export type MissedOutcome = (typeof MISSED_OUTCOMES)[number];

export interface Missed {
  readonly outcome: MissedOutcome;
  readonly visits: readonly Visit[];
}

/** What could not be read, by why; reasons that may pass come first. */
export const toRetries = ({ visits }: Pick<TraceProgress, "visits">): readonly Missed[] =>
  MISSED_OUTCOMES.map((outcome) => ({
    outcome,
    visits: [...visits.values()].filter((visit) => visit.outcome === outcome),
  })).filter((missed) => missed.visits.length > 0);
