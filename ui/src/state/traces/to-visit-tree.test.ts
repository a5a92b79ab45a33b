import { describe, expect, it } from "vitest";
import { TraceEvent } from "../../../../schema/events.ts";
import { aTraceId, anEdgeId } from "../../test-data.ts";
import { addEvents, startProgress } from "../trace-progress.ts";
import { toVisitTree } from "./to-visit-tree.ts";

const progressOf = (bodies: readonly object[]) =>
  addEvents(
    startProgress(aTraceId),
    bodies.map((body, at) =>
      TraceEvent.parse({ ...body, traceId: aTraceId, seq: at + 1, at: "2026-03-04T05:06:07.000Z" }),
    ),
  );

const visit = (dataset: string, depth: number, sources: readonly string[] = []): readonly object[] => [
  { type: "dataset-start", dataset, depth, waiting: 0 },
  ...sources.map((to) => ({
    type: "edge-decided",
    dataset,
    edge: anEdgeId(dataset, to),
    kind: "derivation",
    to,
    status: "accepted",
    confidence: 0.9,
  })),
  { type: "dataset-end", dataset, outcome: "traced" },
];

const lines = (bodies: readonly object[]) =>
  toVisitTree(progressOf(bodies)).map(({ visit: { dataset }, indent, parent }) => [dataset, indent, parent]);

describe("the tree of visits", () => {
  it("puts each dataset below the first one that named it", () => {
    const events = [
      { type: "trace-start", roots: ["a/root"], resumed: false },
      ...visit("a/root", 0, ["a/one", "a/two"]),
      ...visit("a/one", 1, ["a/deep", "a/two"]),
      ...visit("a/deep", 2),
      ...visit("a/two", 1),
    ];

    expect(lines(events)).toEqual([
      ["a/root", 0, undefined],
      ["a/one", 1, "a/root"],
      ["a/deep", 2, "a/one"],
      ["a/two", 1, "a/root"],
    ]);
  });

  it("has no circle, and keeps a root that another root names at the top", () => {
    const events = [
      { type: "trace-start", roots: ["a/root", "a/other"], resumed: false },
      ...visit("a/root", 0, ["a/one", "a/other"]),
      ...visit("a/one", 1, ["a/root"]),
      ...visit("a/other", 0),
    ];

    expect(lines(events)).toEqual([
      ["a/root", 0, undefined],
      ["a/one", 1, "a/root"],
      ["a/other", 0, undefined],
    ]);
  });

  it("shows a dataset that nobody is known to have named like a root", () => {
    expect(lines(visit("a/lost", 3))).toEqual([["a/lost", 0, undefined]]);
  });
});
