import { describe, expect, it } from "vitest";
import { aDatasetId, aLineage, anEdge, filterLineage } from "../../test-data.ts";
import { DEFAULT_VIEW } from "../view-state.ts";
import { withRejected } from "./with-rejected.ts";

const one = aDatasetId("b/one");
const lineage = aLineage("a/root", ["a/root>b/one"]);
const rejected = {
  ...aLineage("b/one", ["b/one>x/candidate", "b/one>a/root"]),
  edges: ["x/candidate", "a/root"].map((to) =>
    anEdge("b/one", to, { status: "rejected", rejection: "denied" }),
  ),
};

describe("a lineage with rejected candidates", () => {
  it("puts them one level behind their dataset, and keeps what it holds", () => {
    const whole = withRejected(lineage, rejected, one);

    expect(whole.nodes.map(({ id, level, target }) => [id, level, target])).toEqual([
      ["a/root", 0, true],
      ["b/one", 1, false],
      ["x/candidate", 2, false],
    ]);
    expect(whole.edges).toHaveLength(3);
  });

  it("draws those of the one dataset and of no other", () => {
    const other = anEdge("a/root", "b/other", { status: "rejected", rejection: "denied" });
    const wide = aLineage("a/root", ["a/root>b/one", "a/root>b/other"]);
    const whole = withRejected({ ...wide, edges: [...lineage.edges, other] }, rejected, one);

    const shown = filterLineage(whole, { ...DEFAULT_VIEW, rejectedOf: one });

    expect(shown.edges.filter(({ status }) => status === "rejected").map(({ from }) => from)).toEqual([
      one,
      one,
    ]);
    expect(filterLineage(whole, DEFAULT_VIEW).edges).toHaveLength(1);
  });

  it("is the lineage itself without the dataset, or before its candidates are there", () => {
    expect(withRejected(lineage, undefined, one)).toBe(lineage);
    expect(withRejected(lineage, rejected, aDatasetId("not/drawn"))).toBe(lineage);
    expect(withRejected(lineage, rejected, undefined)).toBe(lineage);
  });
});
