import { describe, expect, test } from "vitest";
import { TraceEvent, type TraceEventBody } from "../../../schema/events.ts";
import { aSummary } from "../../test-data.ts";
import { summaryLines } from "./summary-lines.ts";
import { createTraceLines } from "./trace-lines.ts";

const linesOf = (...bodies: readonly object[]) => {
  const toLines = createTraceLines();
  return bodies.flatMap((body, index) =>
    toLines(
      TraceEvent.parse({
        traceId: "trace-0001",
        seq: index + 1,
        at: "2026-11-24T08:00:00.000Z",
        ...(body as TraceEventBody),
      }),
    ),
  );
};

const start = { type: "dataset-start", dataset: "harbour/logs", depth: 2, waiting: 1 };
const edge = {
  type: "edge-decided",
  dataset: "harbour/logs",
  edge: "0123456789abcdef01234567",
  kind: "derivation",
  to: "harbour/charts",
  relation: "inclusion",
  confidence: 0.931,
};

const dropped = (name: string, reason: string) => ({
  type: "claim-dropped",
  dataset: "harbour/logs",
  tracer: "rules",
  name,
  reason,
});

describe("the live tree", () => {
  test("hangs what happens at a dataset below it", () => {
    const failed = {
      type: "resource-failed",
      dataset: "harbour/logs",
      url: "https://a.example/x",
      outcome: "unreachable",
      reason: "no answer",
    };

    expect(linesOf(start, failed).map(({ depth, text }) => [depth, text])).toEqual([
      [2, "harbour/logs"],
      [3, "! unreachable: https://a.example/x (no answer)"],
    ]);
  });

  test.each([
    [{ status: "accepted", split: "train" }, "+ harbour/charts (inclusion, train split) 0.93"],
    [{ status: "flagged", flags: ["cycle"] }, "? harbour/charts (inclusion) 0.93 cycle"],
    [{ status: "rejected", rejection: "evaluation-only" }, "- harbour/charts (inclusion) evaluation-only"],
    [{ status: "accepted", kind: "model-use", role: "judge" }, "+ harbour/charts (model, judge) 0.93"],
  ])("says of an edge what was decided and why: %j", (fields, text) => {
    expect(linesOf(start, { ...edge, ...fields })[1]?.text).toBe(text);
  });

  test("names what was denied, and counts the words that say nothing", () => {
    const end = { type: "dataset-end", dataset: "harbour/logs", outcome: "traced" };
    const words = [
      dropped("Usage", "not-a-dataset"),
      dropped("rows", "own-subset"),
      dropped("Fields", "not-a-dataset"),
    ];

    expect(linesOf(start, dropped("Gull", "denied"), ...words, end).map(({ text }) => text)).toEqual([
      "harbour/logs",
      "- Gull: denied (rules)",
      "- other names that are no source: 2 not-a-dataset, 1 own-subset",
    ]);
  });

  test("says why a dataset was not traced", () => {
    const end = { type: "dataset-end", dataset: "harbour/logs", outcome: "gated", reason: "ask the owner" };

    expect(linesOf(start, end)[1]?.text).toBe("= gated: ask the owner");
  });
});

test("the summary counts datasets by outcome, edges by status, candidates by reason and requests by host", () => {
  const summary = aSummary({
    datasets: { traced: 12, gated: 1 },
    edges: { accepted: 3, flagged: 2, rejected: 9 },
    rejectedByReason: { "cited-only": 2, "evaluation-only": 7 },
    requestsByHost: { "hub.example": 1_200 },
    modelCalls: 2,
    inputTokens: 1_500,
    outputTokens: 80,
    cost: 0.0123,
    elapsedMs: 65_000,
  });

  expect(summaryLines({ state: "finished", summary })).toEqual([
    "",
    "Finished",
    "  datasets     12 traced, 1 gated",
    "  edges        3 accepted, 2 flagged, 9 rejected",
    "  rejected     7 evaluation-only, 2 cited-only",
    "  models       0 uses, 0 clearing statements",
    "  documents    1",
    "  requests     1,200 hub.example",
    "  model calls  2, 1,500 + 80 tokens, $0.0123",
    "  time         1 min 05 s",
  ]);
});
