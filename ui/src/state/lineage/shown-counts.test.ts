import { describe, expect, test } from "vitest";
import { toGraphShape } from "../../explorer/graph-shape.ts";
import { aDatasetId, aLineage, aNode, anEdge, filterLineage } from "../../test-data.ts";
import { DEFAULT_VIEW } from "../view-state.ts";
import { handlesOf } from "./handles-of.ts";
import { countShown } from "./shown-counts.ts";

const lineage = {
  ...aLineage("a/root", []),
  nodes: [
    aNode("a/root", 0, { sources: 5, uses: 0 }),
    aNode("b/one", 1, { sources: 0, uses: 9 }),
    aNode("b/two", 1, { sources: 2, uses: 1 }),
  ],
  edges: [anEdge("a/root", "b/one"), anEdge("a/root", "b/two", { relation: "synthesis" })],
};
const shown = filterLineage(lineage, { ...DEFAULT_VIEW, hiddenRelations: ["synthesis"] });

describe("n of m shown", () => {
  test("tells what is drawn from what is at hand and what the graph has", () => {
    const counts = countShown(lineage, shown);

    expect(counts.get("a/root")?.sources).toEqual({ shown: 1, loaded: 2, of: 5 });
    expect(counts.get("b/one")?.uses).toEqual({ shown: 1, loaded: 1, of: 9 });
    expect(counts.get("b/two")?.uses).toEqual({ shown: 0, loaded: 1, of: 1 });
  });

  test("leaves rejected candidates out, as a dataset's degrees do", () => {
    const rejected = anEdge("b/two", "b/one", { status: "rejected", rejection: "cited-only" });
    const all = { ...lineage, edges: [...lineage.edges, rejected] };

    expect(countShown(all, all).get("b/two")?.sources).toEqual({ shown: 0, loaded: 0, of: 2 });
  });
});

describe("handles", () => {
  test("stand where an expansion would bring something, and nowhere else", () => {
    const shape = toGraphShape(filterLineage(lineage, DEFAULT_VIEW), []);

    expect(handlesOf(shape)).toEqual(
      new Map([
        ["a/root", { up: 3, down: 0 }],
        ["b/one", { up: 0, down: 8 }],
        ["b/two", { up: 2, down: 0 }],
      ]),
    );
  });

  test("do not stand for what a filter hides", () => {
    const shape = toGraphShape(shown, []);

    expect(handlesOf(shape, countShown(lineage, shown)).get(aDatasetId("a/root"))).toEqual({
      up: 3,
      down: 0,
    });
  });

  test("count what a group stands for as drawn", () => {
    const shape = toGraphShape(filterLineage(lineage, DEFAULT_VIEW), []);
    const grouped = { ...shape, edges: shape.edges.map((edge) => ({ ...edge, count: 2 })) };

    expect(handlesOf(grouped).get("a/root")).toEqual({ up: 1, down: 0 });
  });
});
