import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Domain } from "../../schema/vocabulary.ts";
import { chainDepths } from "./chain-depths.ts";
import { condense } from "./condense.ts";
import type { Arc } from "./condense.ts";
import { countAncestors } from "./count-ancestors.ts";
import { lineageStatistics } from "./lineage-statistics.ts";

/** "a/b<c/d" are arcs from derived datasets to their sources. */
const arcs = (...pairs: readonly string[]): readonly Arc[] =>
  pairs.map((pair) => {
    const [from = "", to = ""] = pair.split("<");
    return { from: `x/${from}`, to: `x/${to}` };
  });

const NO_DOMAINS: ReadonlyMap<string, readonly Domain[]> = new Map();
const figures = (some: readonly Arc[], fields = {}) =>
  lineageStatistics({ arcs: some, domains: NO_DOMAINS, top: 10, ...fields });

/** Everything that a node can be traced back to, by plain recursion; itself only through a cycle, and then not counted. */
const ancestorsOf = (all: readonly Arc[], node: string): ReadonlySet<string> => {
  const found = new Set<string>();
  const visit = (one: string): void => {
    for (const { from, to } of all) {
      if (from !== one || found.has(to)) continue;
      found.add(to);
      visit(to);
    }
  };
  visit(node);
  found.delete(node);
  return found;
};

const longestChain = (all: readonly Arc[], node: string): number =>
  Math.max(0, ...all.filter(({ from }) => from === node).map(({ to }) => 1 + longestChain(all, to)));

const node = fc.constantFrom("x/a", "x/b", "x/c", "x/d", "x/e", "x/f", "x/g");
const anyGraph = fc
  .array(fc.tuple(node, node), { maxLength: 16 })
  .map((pairs) => pairs.map(([from, to]) => ({ from, to })));
const dag = anyGraph.map((all) => all.filter(({ from, to }) => from < to));

describe("figures of a lineage graph", () => {
  it("counts datasets, edges and both kinds of end", () => {
    const { all } = figures(arcs("mix<one", "mix<two", "one<seed", "other<seed"));

    expect(all).toMatchObject({ nodes: 5, edges: 4, roots: 2, leaves: 2, maximumDepth: 2 });
    expect(all.density).toBe(4 / 20);
    expect(all.averageDepth).toBeCloseTo((2 + 1 + 1) / 3);
  });

  it("counts a pair once and a dataset never as its own source", () => {
    expect(figures(arcs("mix<one", "mix<one", "mix<mix")).all).toMatchObject({ nodes: 2, edges: 1 });
  });

  it("has figures of 0 for no edges", () => {
    expect(figures([]).all).toEqual({
      nodes: 0,
      edges: 0,
      density: 0,
      roots: 0,
      leaves: 0,
      averageDepth: 0,
      maximumDepth: 0,
    });
  });

  it("takes the longest of several ways as the depth, and a cycle as one step", () => {
    expect(figures(arcs("mix<seed", "mix<one", "one<two", "two<seed")).all.maximumDepth).toBe(3);
    expect(figures(arcs("mix<one", "one<two", "two<one", "two<seed")).all.maximumDepth).toBe(2);
  });

  it("keeps to what lies above given roots", () => {
    const { all } = figures(arcs("mix<one", "other<seed", "one<seed"), { roots: ["x/mix"] });

    expect(all).toMatchObject({ nodes: 3, edges: 2, roots: 1 });
  });

  it("gives a domain the graph above its datasets and the depths of these alone", () => {
    const domains = new Map<string, readonly Domain[]>([
      ["x/mix", ["math"]],
      ["x/other", ["code", "math"]],
    ]);

    const { domains: found } = figures(arcs("mix<one", "one<two", "other<two", "apart<seed"), { domains });

    expect(found).toMatchObject([
      { domain: "math", datasets: 2, nodes: 4, edges: 3, averageDepth: 1.5, maximumDepth: 2 },
      { domain: "code", datasets: 1, nodes: 2, edges: 1, averageDepth: 1, maximumDepth: 1 },
    ]);
  });

  it("ranks by direct uses, reach, ancestors and direct sources, equals by id", () => {
    const statistics = figures(arcs("b<seed", "a<seed", "c<a"), { top: 2 });

    expect(statistics.hubs).toEqual([
      { id: "x/seed", value: 2 },
      { id: "x/a", value: 1 },
    ]);
    expect(statistics.reach[0]).toEqual({ id: "x/seed", value: 3 });
    expect(statistics.ancestorSets).toEqual([
      { id: "x/c", value: 2 },
      { id: "x/a", value: 1 },
    ]);
    expect(statistics.reuse).toEqual([
      { uses: 0, datasets: 2 },
      { uses: 1, datasets: 1 },
      { uses: 2, datasets: 1 },
    ]);
  });

  it("calls only what has far more sources than is usual a super-aggregator", () => {
    const usual = Array.from({ length: 30 }, (_, index) => `set${index}<seed`);
    const many = Array.from({ length: 40 }, (_, index) => `blend<part${index}`);

    expect(figures(arcs(...usual, ...many)).superAggregators).toEqual([{ id: "x/blend", value: 40 }]);
  });
});

describe("a plain recount of any graph", () => {
  it("agrees on how many datasets each one derives from, in cycles too", () => {
    fc.assert(
      fc.property(anyGraph, (all) => {
        const counts = countAncestors(condense([], all));

        for (const [one, count] of counts) expect([one, count]).toEqual([one, ancestorsOf(all, one).size]);
      }),
    );
  });

  it("agrees on the depth wherever there is no cycle", () => {
    fc.assert(
      fc.property(dag, (all) => {
        for (const [one, depth] of chainDepths(condense([], all)))
          expect([one, depth]).toEqual([one, longestChain(all, one)]);
      }),
    );
  });

  it("agrees on counts that take several passes", () => {
    const chain = Array.from({ length: 2_500 }, (_, index) => ({ from: `x/${index}`, to: `x/${index + 1}` }));

    const counts = countAncestors(condense([], chain));

    expect([counts.get("x/0"), counts.get("x/1200"), counts.get("x/2500")]).toEqual([2_500, 1_300, 0]);
  });

  it("does not depend on the order of the edges", () => {
    fc.assert(
      fc.property(anyGraph, (all) => {
        expect(figures(all.toReversed())).toEqual(figures(all));
      }),
    );
  });

  it("has uses and sources that add up to the edges", () => {
    fc.assert(
      fc.property(anyGraph, (all) => {
        const { all: whole, reuse } = figures(all);

        expect(reuse.reduce((sum, { uses, datasets }) => sum + uses * datasets, 0)).toBe(whole.edges);
        expect(reuse.reduce((sum, { datasets }) => sum + datasets, 0)).toBe(whole.nodes);
      }),
    );
  });
});
