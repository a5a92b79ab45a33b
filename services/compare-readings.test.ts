import { describe, expect, it } from "vitest";
import { TraceEvent } from "../schema/events.ts";
import { TraceId } from "../schema/ids.ts";
import { compareReadings, toReadings, type EarlierReadings } from "./compare-readings.ts";

const EARLIER = TraceId.parse("trace-earlier");
const LATER = TraceId.parse("trace-later");
const AT = "2026-03-04T05:06:07.000Z";

const edgeId = (to: string): string => Buffer.from(to).toString("hex").padEnd(24, "0").slice(0, 24);

interface Visit {
  readonly dataset: string;
  readonly edges?: Readonly<Record<string, "accepted" | "flagged" | "rejected">>;
  readonly isUnchanged?: boolean;
}

const eventsOf = (traceId: string, visits: readonly Visit[]): readonly TraceEvent[] =>
  visits
    .flatMap(({ dataset, edges = {}, isUnchanged = false }) => [
      { type: "dataset-start", dataset, depth: 0, waiting: 0 },
      ...(isUnchanged
        ? []
        : [
            {
              type: "claims-found",
              dataset,
              document: "ab".repeat(32),
              tracer: "rules",
              sources: 1,
              models: 0,
              clearings: 0,
              rejected: 0,
            },
          ]),
      ...Object.entries(edges).map(([to, status]) => ({
        type: "edge-decided",
        dataset,
        edge: edgeId(to),
        kind: "derivation",
        to,
        status,
        confidence: 0.8,
        relation: "inclusion",
      })),
      { type: "dataset-end", dataset, outcome: "traced" },
    ])
    .map((body, at) => TraceEvent.parse({ ...body, traceId, seq: at + 1, at: AT }));

const earlierOf = (trace: TraceId, visits: readonly Visit[]): EarlierReadings => ({
  trace,
  startedAt: AT,
  ...toReadings(eventsOf(trace, visits)),
});

describe("what a trace found otherwise", () => {
  it("is what is new, what is gone and what changed, and nothing that stayed", () => {
    const before = earlierOf(EARLIER, [
      { dataset: "a/b", edges: { "x/same": "accepted", "x/gone": "accepted", "x/doubt": "flagged" } },
    ]);
    const now = toReadings(
      eventsOf(LATER, [
        { dataset: "a/b", edges: { "x/same": "accepted", "x/doubt": "accepted", "x/new": "flagged" } },
      ]),
    );

    const { changes, compared, against } = compareReadings(LATER, now, [before]);

    expect(compared).toBe(1);
    expect(against).toEqual([{ trace: EARLIER, startedAt: AT, datasets: 1 }]);
    expect(changes.map(({ to, before: was, after }) => [to, was?.status, after?.status])).toEqual([
      ["x/doubt", "flagged", "accepted"],
      ["x/gone", "accepted", undefined],
      ["x/new", undefined, "flagged"],
    ]);
  });

  it("is told against the last trace that read the dataset, past one that left it unchanged", () => {
    const unread = earlierOf(TraceId.parse("trace-between"), [{ dataset: "a/b", isUnchanged: true }]);
    const before = earlierOf(EARLIER, [{ dataset: "a/b", edges: { "x/gone": "accepted" } }]);
    const now = toReadings(eventsOf(LATER, [{ dataset: "a/b" }]));

    const { against, changes } = compareReadings(LATER, now, [unread, before]);

    expect(against.map(({ trace }) => trace)).toEqual([EARLIER]);
    expect(changes).toHaveLength(1);
  });

  it("says how many datasets were read first, and how many were left as they were", () => {
    const now = toReadings(
      eventsOf(LATER, [
        { dataset: "a/first", edges: { "x/y": "accepted" } },
        { dataset: "a/left", isUnchanged: true },
      ]),
    );

    expect(compareReadings(LATER, now, [])).toMatchObject({
      compared: 0,
      firstReadings: 1,
      unchanged: 1,
      changes: [],
    });
  });
});
