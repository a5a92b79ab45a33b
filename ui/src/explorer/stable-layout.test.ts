import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { COLUMN_GAP, ROW_GAP, type Layout, type LayoutGraph } from "./layout.ts";
import { extendLayout } from "./stable-layout.ts";

const rootOnly: Layout = {
  nodes: new Map([["n0", { x: 0, y: 0 }]]),
  bends: new Map(),
  columnGap: COLUMN_GAP,
};

/** Graphs in which an edge always leads to a later node, so that there is no cycle; every node hangs on an earlier one. */
const dags = fc
  .array(fc.array(fc.nat(1000), { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 25 })
  .map((parents): LayoutGraph => {
    const edges = parents.flatMap((choices, index) =>
      [...new Set(choices.map((choice) => choice % (index + 1)))].map((parent) => ({
        id: `${parent}>${index + 1}`,
        from: `n${parent}`,
        to: `n${index + 1}`,
      })),
    );
    return {
      root: "n0",
      nodes: [{ id: "n0" }, ...parents.map((_, index) => ({ id: `n${index + 1}` }))],
      edges,
    };
  });
const firstNodes = (graph: LayoutGraph, count: number): LayoutGraph => {
  const nodes = graph.nodes.slice(0, count);
  const ids = new Set(nodes.map((node) => node.id));
  return { ...graph, nodes, edges: graph.edges.filter(({ from, to }) => ids.has(from) && ids.has(to)) };
};

describe("extending a layout", () => {
  it("moves no node that is already there when nodes arrive at the far end", () => {
    fc.assert(
      fc.property(dags, fc.nat(), (graph, cut) => {
        const before = firstNodes(graph, 1 + (cut % graph.nodes.length));
        const earlier = extendLayout(rootOnly, before);

        const later = extendLayout(earlier, graph);

        for (const [id, point] of earlier.nodes) expect(later.nodes.get(id)).toEqual(point);
      }),
    );
  });

  it("puts every source right of what was built from it", () => {
    fc.assert(
      fc.property(dags, (graph) => {
        const { nodes } = extendLayout(rootOnly, graph);

        for (const { from, to } of graph.edges) {
          expect(nodes.get(to)?.x).toBeGreaterThan(nodes.get(from)?.x ?? Infinity);
        }
      }),
    );
  });

  it("keeps a row's distance between the nodes of a column", () => {
    fc.assert(
      fc.property(dags, (graph) => {
        const points = [...extendLayout(rootOnly, graph).nodes.values()];

        for (const [index, one] of points.entries()) {
          for (const other of points.slice(index + 1)) {
            if (one.x === other.x) expect(Math.abs(one.y - other.y)).toBeGreaterThanOrEqual(ROW_GAP - 0.1);
          }
        }
      }),
    );
  });

  it("moves only the node that a new edge pushes to the right", () => {
    const graph: LayoutGraph = {
      root: "n0",
      nodes: ["n0", "a", "b"].map((id) => ({ id })),
      edges: ["n0>a", "n0>b"].map((id) => ({ id, from: "n0", to: id.slice(3) })),
    };
    const before = extendLayout(rootOnly, graph);

    const after = extendLayout(before, {
      ...graph,
      edges: [...graph.edges, { id: "a>b", from: "a", to: "b" }],
    });

    expect(after.nodes.get("a")).toEqual(before.nodes.get("a"));
    expect(after.nodes.get("b")?.x).toBe(2 * COLUMN_GAP);
  });

  it("puts what was built from known datasets on their left", () => {
    const graph = {
      root: "n0",
      nodes: [{ id: "n0" }, { id: "derived" }],
      edges: [{ id: "e", from: "derived", to: "n0" }],
    };

    const { nodes } = extendLayout(rootOnly, graph);

    expect(nodes.get("n0")).toEqual({ x: 0, y: 0 });
    expect(nodes.get("derived")?.x).toBe(-COLUMN_GAP);
  });

  it("places every node of a graph with cycles", () => {
    const graph = {
      root: "n0",
      nodes: ["n0", "a", "b"].map((id) => ({ id })),
      edges: ["n0>a", "a>b", "b>n0", "b>b"].map((id) => {
        const [from = "", to = ""] = id.split(">");
        return { id, from, to };
      }),
    };

    const { nodes } = extendLayout(rootOnly, graph);

    expect(nodes.get("a")?.x).toBe(COLUMN_GAP);
    expect(nodes.get("b")?.x).toBe(2 * COLUMN_GAP);
  });

  it("gives a node that comes back after a filter its old place", () => {
    const graph: LayoutGraph = {
      root: "n0",
      nodes: ["n0", "a", "b"].map((id) => ({ id })),
      edges: ["n0>a", "n0>b"].map((id) => ({ id, from: "n0", to: id.slice(3) })),
    };
    const before = extendLayout(rootOnly, graph);
    const without = { ...graph, nodes: [{ id: "n0" }, { id: "b" }], edges: graph.edges.slice(1) };

    const back = extendLayout(extendLayout(before, without), graph);

    expect(back.nodes.get("a")).toEqual(before.nodes.get("a"));
  });
});
