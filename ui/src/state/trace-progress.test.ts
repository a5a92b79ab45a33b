import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { TraceEvent, type TraceEventBody } from "../../../schema/events.ts";
import { aDatasetId, anEdgeId, aSha256, aTraceId } from "../test-data.ts";
import { addEvents, startProgress } from "./trace-progress.ts";

const root = aDatasetId("a/root");
const summary = {
  datasets: {},
  edges: { accepted: 0, flagged: 0, rejected: 0 },
  modelUses: 0,
  clearings: 0,
  rejectedByReason: {},
  documents: 0,
  requestsByHost: {},
  modelCalls: 0,
  modelAnswersReused: 0,
  inputTokens: 0,
  outputTokens: 0,
  elapsedMs: 1,
};
const bodies: readonly TraceEventBody[] = [
  { type: "trace-start", roots: [root], resumed: false },
  { type: "dataset-start", dataset: root, depth: 0, waiting: 2 },
  {
    type: "document-read",
    dataset: root,
    document: aSha256,
    kind: "card",
    url: "https://a.example",
    bytes: 9,
    cached: false,
  },
  {
    type: "model-called",
    dataset: root,
    document: aSha256,
    model: "m",
    outcome: "answered",
    reused: false,
    inputTokens: 5,
    outputTokens: 2,
  },
  { type: "claim-dropped", dataset: root, name: "x", tracer: "rules", reason: "denied" },
  {
    type: "edge-decided",
    dataset: root,
    edge: anEdgeId("a/root", "b/c"),
    kind: "derivation",
    to: "b/c",
    status: "flagged",
    confidence: 0.5,
  },
  { type: "dataset-end", dataset: root, outcome: "traced" },
  { type: "trace-end", state: "finished", summary },
];
const events = bodies.map((body, index) =>
  TraceEvent.parse({ ...body, traceId: aTraceId, seq: index + 1, at: "2025-11-24T10:00:00Z" }),
);
const start = startProgress(aTraceId);

describe("the progress of a trace", () => {
  it("counts what happened", () => {
    const { counters, state } = addEvents(start, events);

    expect(state).toBe("finished");
    expect(counters).toEqual({
      documents: 1,
      accepted: 0,
      flagged: 1,
      rejected: 0,
      dropped: 1,
      modelCalls: 1,
      tokens: 7,
      waiting: 0,
    });
  });

  it("keeps what happened to each dataset", () => {
    const visit = addEvents(start, events).visits.get(root);

    expect(visit).toMatchObject({ outcome: "traced", depth: 0 });
    expect(visit?.documents).toHaveLength(1);
    expect(visit?.edges[0]?.to).toBe("b/c");
    expect(visit?.dropped[0]?.reason).toBe("denied");
  });

  it("is the same however the events are cut into batches, and however often they come", () => {
    const whole = addEvents(start, events);
    fc.assert(
      fc.property(fc.array(fc.nat(events.length)), (cuts) => {
        const pieces = [...cuts, events.length].map((cut) => events.slice(0, cut));

        expect(pieces.reduce(addEvents, start)).toEqual(whole);
      }),
    );
  });

  it("takes no event of another trace", () => {
    expect(addEvents(startProgress("other-000001" as typeof aTraceId), events)).toEqual(
      startProgress("other-000001" as typeof aTraceId),
    );
  });

  it("starts a dataset afresh when a resumed trace visits it again", () => {
    const again = TraceEvent.parse({ ...events[1], seq: 9 });

    expect(addEvents(start, [...events, again]).visits.get(root)).toMatchObject({
      outcome: "running",
      documents: [],
    });
  });
});
