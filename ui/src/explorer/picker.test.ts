import { describe, expect, test } from "vitest";
import { edgePoint } from "./edge-curve.ts";
import type { GraphShape, ShapeEdge, ShapeNode } from "./graph-shape.ts";
import type { Layout } from "./layout.ts";
import { createPicker } from "./picker.ts";

const aNode = (id: string): ShapeNode => ({
  id,
  kind: "dataset",
  name: id,
  registry: "huggingface",
  state: "traced",
  uses: 0,
  isRoot: false,
  level: 0,
});
const anEdge = (id: string, from: string, to: string): ShapeEdge => ({
  id,
  from,
  to,
  status: "accepted",
  documents: 1,
  kind: "derivation",
});
const shape: GraphShape = {
  root: "a",
  nodes: ["a", "b", "c"].map(aNode),
  edges: [anEdge("ab", "a", "b"), anEdge("bc", "b", "c"), anEdge("ca", "c", "a")],
};
const layout: Layout = {
  nodes: new Map([
    ["a", { x: 0, y: 0 }],
    ["b", { x: 200, y: 100 }],
    ["c", { x: 400, y: -60 }],
  ]),
  bends: new Map([["bc", [{ x: 300, y: 200 }]]]),
  columnGap: 200,
};
const NEAR = { perRadius: 1, margin: 4 };

describe("what lies under the pointer", () => {
  const picker = createPicker({ shape, layout });

  test("is the node whose mark it is on, the nearest of several", () => {
    expect(picker.nodeAt({ x: 3, y: -2 }, NEAR)).toBe("a");
    expect(picker.nodeAt({ x: 199, y: 103 }, NEAR)).toBe("b");
    expect(picker.nodeAt({ x: 150, y: 0 }, { perRadius: 60, margin: 0 })).toBe("b");
  });

  test("is nothing beside all marks", () => {
    expect(picker.nodeAt({ x: 60, y: 60 }, NEAR)).toBeUndefined();
    expect(picker.edgeAt({ x: 60, y: 300 }, NEAR)).toBeUndefined();
  });

  test("is the edge whose curve it is on, also past a bend and on one that runs back", () => {
    for (const edge of shape.edges) {
      for (const part of [0.2, 0.5, 0.8]) {
        const point = edgePoint(edge, layout, part);
        expect(point && picker.edgeAt(point, NEAR)).toBe(edge.id);
      }
    }
  });

  test("follows straight lines in a force layout", () => {
    const straight = createPicker({ shape, layout: { ...layout, kind: "force", bends: new Map() } });

    expect(straight.edgeAt({ x: 50, y: 25 }, NEAR)).toBe("ab");
    expect(picker.edgeAt({ x: 50, y: 25 }, NEAR)).not.toBe("ab");
  });
});
