import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { layOut } from "./lay-out.ts";
import { type Places, type PlainGraph } from "./placement.ts";

const SPACING = { column: 40, layer: 200, row: 30 };

const aGraph = (size: number, edges: readonly (readonly [number, number])[]): PlainGraph => ({
  size,
  from: Uint32Array.from(edges.map(([from]) => from)),
  to: Uint32Array.from(edges.map(([, to]) => to)),
});

const placesOf = (graph: PlainGraph): Places => {
  const steps = layOut(graph, SPACING);
  for (let step = steps.next(); ; step = steps.next()) if (step.done === true) return step.value;
};

const acyclic = fc.integer({ min: 1, max: 60 }).chain((size) =>
  fc.array(fc.tuple(fc.nat(size - 1), fc.nat(size - 1)), { maxLength: 150 }).map((pairs) =>
    aGraph(
      size,
      pairs.flatMap(([from, to]) => (from < to ? [[from, to] as const] : [])),
    ),
  ),
);

describe("laying out a graph", () => {
  test("puts every derived node left of its sources", () => {
    fc.assert(
      fc.property(acyclic, (graph) => {
        const { x } = placesOf(graph);

        for (const [edge, from] of graph.from.entries()) {
          expect(x[from]).toBeLessThan(x[graph.to[edge] ?? 0] ?? -Infinity);
        }
      }),
    );
  });

  test("gives no two nodes one place, and the same places each time", () => {
    fc.assert(
      fc.property(acyclic, (graph) => {
        const places = placesOf(graph);

        const texts = [...places.x].map((x, node) => `${x} ${places.y[node]}`);
        expect(new Set(texts).size).toBe(graph.size);
        expect(placesOf(graph)).toEqual(places);
      }),
    );
  });

  test("takes cycles and self edges, and leaves the closing edge out of account", () => {
    const { x } = placesOf(
      aGraph(4, [
        [0, 1],
        [1, 2],
        [2, 0],
        [3, 3],
      ]),
    );

    expect(x[0]).toBeLessThan(x[1] ?? 0);
    expect(x[1]).toBeLessThan(x[2] ?? 0);
  });

  test("draws a derived dataset near its only source, not at the left end", () => {
    const chain = [0, 1, 2, 3, 4].map((node) => [node, node + 1] as const);

    const { x } = placesOf(aGraph(7, [...chain, [6, 5]]));

    expect(x[6]).toBe(x[4]);
  });

  test("brings neighbours to one height, so that parallel ways do not cross", () => {
    const ways = [
      [0, 5],
      [1, 4],
      [2, 3],
      [3, 6],
      [4, 6],
      [5, 6],
    ] as const;

    const { y } = placesOf(aGraph(7, ways));

    const rising = (nodes: readonly number[]) =>
      nodes.toSorted((one, other) => (y[one] ?? 0) - (y[other] ?? 0));
    const sources = rising([0, 1, 2]).map((node) => 5 - node);
    expect(rising([3, 4, 5])).toEqual(sources);
  });

  test("folds a wide fan to about the shape of a page", () => {
    const fan = Array.from({ length: 2_000 }, (_, node) => [node + 1, 0] as const);

    const { x, y } = placesOf(aGraph(2_001, fan));

    const width = Math.max(...x) - Math.min(...x);
    const height = Math.max(...y) - Math.min(...y);
    expect(width / height).toBeGreaterThan(1);
    expect(width / height).toBeLessThan(2);
  });

  test("has nothing to say of an empty graph", () => {
    expect(placesOf(aGraph(0, [])).x).toHaveLength(0);
  });
});
