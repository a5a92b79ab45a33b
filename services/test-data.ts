import type { TraceSummary } from "../schema/trace.ts";

/** Builders of test data: plausible defaults, and only what a test is about is given. */

export const aSummary = (fields: Partial<TraceSummary> = {}): TraceSummary => ({
  datasets: { traced: 1 },
  edges: { accepted: 0, flagged: 0, rejected: 0 },
  modelUses: 0,
  clearings: 0,
  rejectedByReason: {},
  documents: 1,
  requestsByHost: {},
  modelCalls: 0,
  modelAnswersReused: 0,
  inputTokens: 0,
  outputTokens: 0,
  elapsedMs: 12,
  ...fields,
});
