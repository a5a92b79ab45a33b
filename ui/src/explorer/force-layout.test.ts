import { describe, expect, test } from "vitest";
import { forceLayout, type ForceRequest } from "./force-layout.ts";

const aStar = (leaves: number): ForceRequest => ({
  nodes: Array.from({ length: leaves + 1 }, (_, index) => ({ id: `n/${index}` })),
  edges: Array.from({ length: leaves }, (_, index) => ({ from: "n/0", to: `n/${index + 1}` })),
});
const placesOf = (request: ForceRequest) =>
  new Map(forceLayout(request).map(({ id, x, y }) => [id, { x, y }]));
const distance = (places: ReturnType<typeof placesOf>, one: string, other: string): number => {
  const from = places.get(one) ?? { x: NaN, y: NaN };
  const to = places.get(other) ?? { x: NaN, y: NaN };
  return Math.hypot(to.x - from.x, to.y - from.y);
};

describe("the force layout", () => {
  test("gives the same picture for the same graph, in whatever order it comes", () => {
    const graph = aStar(20);
    const shuffled = { nodes: graph.nodes.toReversed(), edges: graph.edges };

    expect(placesOf(shuffled)).toEqual(placesOf(graph));
  });

  test("puts what is joined nearer than what is not", () => {
    const nodes = ["a", "b", "c", "d"].map((id) => ({ id }));
    const places = placesOf({
      nodes,
      edges: [
        { from: "a", to: "b" },
        { from: "c", to: "d" },
      ],
    });

    expect(distance(places, "a", "b")).toBeLessThan(distance(places, "a", "c"));
    expect(distance(places, "c", "d")).toBeLessThan(distance(places, "b", "d"));
  });

  test("keeps marks apart", () => {
    const places = [...placesOf(aStar(60)).values()];

    const nearest = places.map((here, index) =>
      Math.min(
        ...places.flatMap((there, other) =>
          other === index ? [] : Math.hypot(there.x - here.x, there.y - here.y),
        ),
      ),
    );
    expect(Math.min(...nearest)).toBeGreaterThan(8);
  });

  test("leaves a fixed node where it is", () => {
    const graph = aStar(10);
    const nodes = graph.nodes.map((node) =>
      node.id === "n/3" ? { ...node, x: 500, y: -40, isFixed: true } : node,
    );

    expect(placesOf({ ...graph, nodes }).get("n/3")).toEqual({ x: 500, y: -40 });
  });

  test("gives finite places to nodes on one spot, self edges and edges to nowhere", () => {
    const nodes = ["a", "b", "c"].map((id) => ({ id, x: 1, y: 1 }));
    const answer = forceLayout({
      nodes,
      edges: [
        { from: "a", to: "a" },
        { from: "a", to: "elsewhere" },
      ],
    });

    expect(answer.every(({ x, y }) => Number.isFinite(x) && Number.isFinite(y))).toBe(true);
  });

  test("has nothing to do for an empty graph", () => {
    expect(forceLayout({ nodes: [], edges: [] })).toEqual([]);
  });
});
