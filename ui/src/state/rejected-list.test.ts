import { describe, expect, it } from "vitest";
import { anEdge } from "../test-data.ts";
import { groupByReason } from "./rejected-list.ts";

const rejected = (to: string, rejection: "denied" | "cited-only", documents = 1) => {
  const edge = anEdge("a/root", to, { status: "rejected", rejection });
  return { ...edge, signals: { ...edge.signals, documents } };
};

describe("the rejected candidates", () => {
  it("are grouped by reason, the most frequent first", () => {
    const groups = groupByReason([
      rejected("b/one", "denied"),
      rejected("c/two", "cited-only"),
      rejected("d/three", "cited-only"),
    ]);

    expect(groups.map(({ reason, edges }) => [reason, edges.length])).toEqual([
      ["cited-only", 2],
      ["denied", 1],
    ]);
  });

  it("come by the number of documents that name them, then by name", () => {
    const [group] = groupByReason([
      rejected("z/last", "denied"),
      rejected("b/one", "denied"),
      rejected("m/most", "denied", 3),
    ]);

    expect(group?.edges.map((edge) => edge.to)).toEqual(["m/most", "b/one", "z/last"]);
  });

  it("stand last when no reason is on record", () => {
    const groups = groupByReason([
      anEdge("a/root", "b/one", { status: "rejected" }),
      rejected("c/two", "denied"),
    ]);

    expect(groups.map(({ reason }) => reason)).toEqual(["denied", undefined]);
  });
});
