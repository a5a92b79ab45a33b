import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { simplePaths } from "./simple-paths.ts";
import type { Arc } from "./simple-paths.ts";

const arcs = (text: string): readonly Arc[] =>
  text.split(" ").map((pair, index) => ({ id: `${index}`, from: pair[0] ?? "", to: pair[1] ?? "" }));
const nodesOf = (text: string, way: string, count = 10): readonly string[] =>
  simplePaths(arcs(text), { from: way[0] ?? "", to: way[1] ?? "", count, steps: 30 }).paths.map((path) =>
    path.nodes.join(""),
  );

/** All simple paths, by plain recursion. */
const everyPath = (all: readonly Arc[], from: string, to: string): readonly string[] => {
  const found: string[] = [];
  const visit = (nodes: readonly string[], ids: readonly string[]): void => {
    const last = nodes.at(-1);
    if (last === to) found.push(ids.join(" "));
    else
      for (const arc of all)
        if (arc.from === last && !nodes.includes(arc.to)) visit([...nodes, arc.to], [...ids, arc.id]);
  };
  visit([from], []);
  return found;
};

describe("simplePaths", () => {
  it("gives the shortest first", () => {
    expect(nodesOf("ab bc cd ad bd", "ad")).toEqual(["ad", "abd", "abcd"]);
  });

  it("gives no more than asked for", () => {
    expect(nodesOf("ab bc cd ad bd", "ad", 2)).toEqual(["ad", "abd"]);
  });

  it("tells parallel arcs apart", () => {
    const { paths } = simplePaths(arcs("ab ab"), { from: "a", to: "b", count: 5, steps: 30 });

    expect(paths.map((path) => path.arcs)).toEqual([["0"], ["1"]]);
  });

  it("finds nothing where there is no way, and none from a node to itself", () => {
    expect(nodesOf("ab cb", "ac")).toEqual([]);
    expect(nodesOf("ab ba", "aa")).toEqual([]);
  });

  it("agrees with a search that tries everything, by steps and by cost", () => {
    const node = fc.constantFrom("a", "b", "c", "d", "e");
    const graph = fc.array(fc.tuple(node, node, fc.nat({ max: 9 })), { maxLength: 12 });
    fc.assert(
      fc.property(graph, fc.boolean(), fc.integer({ min: 1, max: 5 }), (triples, byCost, steps) => {
        const all = triples.map(([from, to, cost], index) => ({ id: `${index}`, from, to, cost }));
        const priceOf = (ids: readonly string[]) =>
          ids.reduce((sum, id) => sum + (byCost ? (all[Number(id)]?.cost ?? NaN) : 1), 0);

        const found = simplePaths(all, {
          from: "a",
          to: "e",
          count: 1_000,
          steps,
          ...(byCost && { costOf: ({ cost }) => cost }),
        });

        const prices = found.paths.map((path) => priceOf(path.arcs));
        const expected = everyPath(all, "a", "e").filter((ids) => ids.split(" ").length <= steps);
        expect(prices).toEqual([...prices].sort((one, other) => one - other));
        expect(found.paths.map((path) => path.arcs.join(" ")).sort()).toEqual([...expected].sort());
        expect(found.isCut).toBe(false);
      }),
    );
  });

  it("does not look at the many long ways when a few short ones are asked for", () => {
    const { paths, isCut } = simplePaths(ladder(30), { from: "x0", to: "x30", count: 3, steps: 30 });

    expect(paths).toHaveLength(3);
    expect(isCut).toBe(false);
  });

  it("gives up on more ways than can be looked at, and says so", () => {
    const before = performance.now();

    const { paths, isCut } = simplePaths(ladder(30), { from: "x0", to: "x30", count: 1e6, steps: 30 });

    expect(isCut).toBe(true);
    expect(paths.length).toBeGreaterThan(1_000);
    expect(performance.now() - before).toBeLessThan(2_000);
  });
});

/** Two rails and every step between them: twice as many ways with each layer. */
const ladder = (layers: number): readonly Arc[] =>
  Array.from({ length: layers }, (_, layer) => layer).flatMap((layer) =>
    ["x", "y"].flatMap((from) =>
      ["x", "y"].map((to) => ({
        id: `${from}${to}${layer}`,
        from: `${from}${layer}`,
        to: `${to}${layer + 1}`,
      })),
    ),
  );
