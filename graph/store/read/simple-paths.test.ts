import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { simplePaths } from "./simple-paths.ts";
import type { Arc } from "./simple-paths.ts";

const arcs = (text: string): readonly Arc[] =>
  text.split(" ").map((pair, index) => ({ id: `${index}`, from: pair[0] ?? "", to: pair[1] ?? "" }));
const nodesOf = (text: string, way: string, count = 10): readonly string[] =>
  simplePaths(arcs(text), { from: way[0] ?? "", to: way[1] ?? "", count }).map((path) => path.nodes.join(""));

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
    expect(simplePaths(arcs("ab ab"), { from: "a", to: "b", count: 5 }).map((path) => path.arcs)).toEqual([
      ["0"],
      ["1"],
    ]);
  });

  it("finds nothing where there is no way, and none from a node to itself", () => {
    expect(nodesOf("ab cb", "ac")).toEqual([]);
    expect(nodesOf("ab ba", "aa")).toEqual([]);
  });

  it("agrees with a search that tries everything", () => {
    const node = fc.constantFrom("a", "b", "c", "d", "e");
    const graph = fc.array(fc.tuple(node, node), { maxLength: 12 });
    fc.assert(
      fc.property(graph, (pairs) => {
        const all = pairs.map(([from, to], index) => ({ id: `${index}`, from, to }));

        const found = simplePaths(all, { from: "a", to: "e", count: 1_000 });

        const lengths = found.map((path) => path.arcs.length);
        expect(lengths).toEqual([...lengths].sort((one, other) => one - other));
        expect(found.map((path) => path.arcs.join(" ")).sort()).toEqual([...everyPath(all, "a", "e")].sort());
      }),
    );
  });

  it("does not look at the many long ways when a few short ones are asked for", () => {
    const layers = Array.from({ length: 30 }, (_, layer) => layer);
    const wide = layers.flatMap((layer) =>
      ["x", "y"].flatMap((from) =>
        ["x", "y"].map((to) => ({
          id: `${from}${to}${layer}`,
          from: `${from}${layer}`,
          to: `${to}${layer + 1}`,
        })),
      ),
    );

    expect(simplePaths(wide, { from: "x0", to: "x30", count: 3 })).toHaveLength(3);
  });
});
