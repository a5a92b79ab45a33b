import Elk from "elkjs/lib/elk.bundled.js";
import { describe, expect, it } from "vitest";
import { fromLayeredAnswer, toLayeredRequest } from "./layered-layout.ts";
import type { LayoutGraph } from "./layout.ts";

const aGraph = (pairs: readonly string[]): LayoutGraph => {
  const edges = pairs.map((pair) => {
    const [from = "", to = ""] = pair.split(">");
    return { id: pair, from, to };
  });
  const ids = new Set(edges.flatMap(({ from, to }) => [from, to]));
  return { root: "root", nodes: [...ids].map((id) => ({ id })), edges };
};
const layOut = async (graph: LayoutGraph) =>
  fromLayeredAnswer(await new Elk().layout(toLayeredRequest(graph)), graph.root);

describe("the layered layout", () => {
  it("puts the root at the origin and every source right of what was built from it", async () => {
    const graph = aGraph(["root>a", "root>b", "a>c", "b>c", "c>d", "root>d"]);

    const { nodes, columnGap } = await layOut(graph);

    expect(nodes.get("root")).toEqual({ x: 0, y: 0 });
    for (const { from, to } of graph.edges) {
      expect((nodes.get(to)?.x ?? 0) - (nodes.get(from)?.x ?? 0)).toBeGreaterThanOrEqual(columnGap);
    }
  });

  it("puts what was built from the root on its left", async () => {
    const { nodes, columnGap } = await layOut(aGraph(["below>root", "root>above"]));

    expect(nodes.get("below")?.x).toBe(-columnGap);
    expect(nodes.get("above")?.x).toBe(columnGap);
  });

  it("leads a long edge around the nodes between its ends", async () => {
    const { nodes, bends } = await layOut(aGraph(["root>a", "a>b", "b>c", "root>c"]));

    const inner = [nodes.get("a"), nodes.get("b")];
    const long = bends.get("root>c") ?? [];
    expect(long.length).toBeGreaterThan(0);
    for (const bend of long) expect(inner).not.toContainEqual(bend);
    expect(long.map((bend) => bend.x)).toEqual(
      [...long].map((bend) => bend.x).sort((one, other) => one - other),
    );
  });

  it("places every node of a graph with a cycle and a self edge", async () => {
    const { nodes } = await layOut(aGraph(["root>a", "a>b", "b>root", "a>a"]));

    expect([...nodes.keys()].sort()).toEqual(["a", "b", "root"]);
    for (const point of nodes.values()) expect(Number.isFinite(point.x + point.y)).toBe(true);
  });

  it("of a large graph routes only edges that pass over one layer at most, and layers it all the same", async () => {
    const chain = Array.from({ length: 300 }, (_, place) => `root>leaf${place}`);
    const graph = aGraph([...chain, "root>a", "a>b", "b>c", "c>d", "a>c", "root>d", "x>y", "y>x"]);

    const request = toLayeredRequest(graph);
    const { nodes } = await layOut(graph);

    const kept = new Set(request.edges?.map(({ id }) => id));
    expect(graph.edges.map(({ id }) => id).filter((id) => !kept.has(id))).toEqual(["root>d"]);
    expect(nodes.size).toBe(graph.nodes.length);
    for (const { from, to } of graph.edges.filter(({ id }) => !/[xy]/.test(id))) {
      expect(nodes.get(to)?.x).toBeGreaterThan(nodes.get(from)?.x ?? 0);
    }
  });

  it("places a lonely root", async () => {
    const { nodes } = await layOut({ root: "root", nodes: [{ id: "root" }], edges: [] });

    expect(nodes.get("root")).toEqual({ x: 0, y: 0 });
  });

  it("spreads a high graph of few columns out in width", async () => {
    const { nodes, columnGap } = await layOut(
      aGraph(Array.from({ length: 60 }, (_, index) => `root>leaf-${index}`)),
    );

    const heights = [...nodes.values()].map((point) => point.y);
    expect(columnGap).toBeGreaterThan((Math.max(...heights) - Math.min(...heights)) / 2);
  });
});
