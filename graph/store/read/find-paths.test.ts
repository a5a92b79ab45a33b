import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { LineageView } from "../../../schema/api.ts";
import type { Derivation } from "../../../schema/edge.ts";
import { PATH_KINDS } from "../../../schema/query-choices.ts";
import { createLineageStore, type LineageStore } from "../lineage.ts";
import { onEmptyGraph } from "../on-empty-graph.ts";
import { aCommit, aDerivation, anId } from "../test-data.ts";
import { findPaths, type FindPathsRequest } from "./find-paths.ts";
import type { Walk } from "./walk.ts";

const BELIEVED = ["accepted", "flagged"] as const;
const ask = (from: string, to: string, more: Partial<FindPathsRequest> = {}): FindPathsRequest => ({
  from: anId(from),
  to: anId(to),
  kind: "all",
  limit: 50,
  depth: 30,
  statuses: BELIEVED,
  ...more,
});

describe("ways between two datasets in the graph", () => {
  let store: LineageStore;
  onEmptyGraph((database) => {
    store = createLineageStore(database);
  });
  const commit = async (edges: readonly Derivation[]): Promise<void> => {
    for (const from of new Set(edges.map((edge) => edge.from)))
      await store.commit(
        aCommit(
          from,
          edges.filter((edge) => edge.from === from),
        ),
      );
  };

  test("the strongest is not always the shortest, and each names its weakest step", async () => {
    const weak = aDerivation("w/mix", "w/base", { confidence: 0.5, status: "flagged" });
    const first = aDerivation("w/mix", "w/part", { confidence: 0.9 });
    const second = aDerivation("w/part", "w/base", { confidence: 0.8 });
    await commit([weak, first, second]);

    const strongest = await store.paths(ask("w/mix", "w/base", { kind: "strongest", limit: 1 }));
    const shortest = await store.paths(ask("w/mix", "w/base", { kind: "shortest" }));

    expect(strongest.paths.map(({ edges, weakest }) => ({ edges, weakest }))).toEqual([
      { edges: [first.id, second.id], weakest: second.id },
    ]);
    expect(strongest.paths[0]?.confidence).toBeCloseTo(0.72);
    expect(strongest.hasMore).toBe(true);
    expect(shortest.paths.map(({ edges }) => edges)).toEqual([[weak.id]]);
    expect(shortest.edges.map(({ status }) => status)).toEqual(["flagged"]);
    expect(shortest.hasMore).toBe(false);
  });

  test("either end may be given first", async () => {
    await commit([aDerivation("w/mix", "w/part"), aDerivation("w/part", "w/base")]);

    const upwards = await store.paths(ask("w/mix", "w/base"));
    const downwards = await store.paths(ask("w/base", "w/mix"));

    expect(upwards).toMatchObject({ from: "w/mix", to: "w/base", isReversed: false });
    expect(downwards).toEqual({ ...upwards, isReversed: true });
  });

  test("where no way is believed, it says what rejected edges would make", async () => {
    const rejected = { status: "rejected", rejection: "compared-with", confidence: 0.2 } as const;
    const named = aDerivation("w/part", "w/base", rejected);
    await commit([aDerivation("w/mix", "w/part"), named, aDerivation("w/other", "w/alone")]);

    const doubtful = await store.paths(ask("w/base", "w/mix"));
    const unrelated = await store.paths(ask("w/mix", "w/alone"));

    expect(doubtful.paths).toEqual([]);
    expect(doubtful.rejected?.nodes).toEqual(["w/mix", "w/part", "w/base"]);
    expect(doubtful.edges.find(({ id }) => id === named.id)?.status).toBe("rejected");
    expect(unrelated).toMatchObject({ paths: [], edges: [], isCut: false, hasMore: false });
    expect(unrelated.rejected).toBeUndefined();
  });

  test("more ways than asked for are told of", async () => {
    const middles = ["w/a", "w/b", "w/c"];
    await commit(middles.flatMap((id) => [aDerivation("w/mix", id), aDerivation(id, "w/base")]));

    const some = await store.paths(ask("w/mix", "w/base", { limit: 2 }));
    const all = await store.paths(ask("w/mix", "w/base", { limit: 3 }));

    expect([some.paths.length, some.hasMore]).toEqual([2, true]);
    expect([all.paths.length, all.hasMore]).toEqual([3, false]);
  });
});

/** All ways by plain recursion, as edges. */
const everyWay = (
  edges: readonly Derivation[],
  from: string,
  to: string,
): readonly (readonly Derivation[])[] => {
  const found: (readonly Derivation[])[] = [];
  const visit = (at: string, way: readonly Derivation[]): void => {
    if (at === to) return void found.push(way);
    for (const edge of edges)
      if (
        edge.from === at &&
        edge.to !== from &&
        !way.some((step) => step.from === edge.to || step.to === edge.to)
      )
        visit(edge.to, [...way, edge]);
  };
  visit(from, []);
  return found;
};

const product = (way: readonly Derivation[]): number =>
  way.reduce((all, { confidence }) => all * confidence, 1);

/** A walk over a list of edges: what can be reached upstream. */
const walkOver =
  (edges: readonly Derivation[]): Walk =>
  async (root, { statuses }) => {
    const followed = edges.filter(({ status }) => statuses.includes(status));
    const reached = new Set([root]);
    for (const id of reached) for (const edge of followed) if (edge.from === id) reached.add(edge.to);
    const inside = followed.filter(({ from }) => reached.has(from));
    return {
      root,
      targets: [root],
      nodes: [],
      edges: inside,
      truncated: false,
      reach: {},
    } satisfies LineageView;
  };

test("what is found is what a search that tries everything finds, of each kind", async () => {
  const node = fc.constantFrom("n/a", "n/b", "n/c", "n/d", "n/e");
  const edge = fc
    .record({
      from: node,
      to: node,
      confidence: fc.integer({ min: 0, max: 100 }).map((percent) => percent / 100),
      status: fc.constantFrom("accepted", "flagged", "rejected"),
    })
    .filter(({ from, to }) => from !== to)
    .map(({ from, to, ...fields }) => aDerivation(from, to, fields));
  const graph = fc.uniqueArray(edge, { maxLength: 14, selector: ({ id }) => id });
  const question = fc.record({ kind: fc.constantFrom(...PATH_KINDS), limit: fc.integer({ min: 1, max: 6 }) });
  await fc.assert(
    fc.asyncProperty(graph, question, async (edges, { kind, limit }) => {
      const believed = edges.filter(({ status }) => status !== "rejected");
      const upwards = everyWay(believed, "n/a", "n/e");
      const ways = upwards.length > 0 ? upwards : everyWay(believed, "n/e", "n/a");
      const least = Math.min(...ways.map(({ length }) => length));
      const wanted = kind === "shortest" ? ways.filter(({ length }) => length === least) : ways;

      const found = await findPaths(walkOver(edges), ask("n/a", "n/e", { kind, limit }));

      expect(found.paths).toHaveLength(Math.min(limit, wanted.length));
      expect(found.hasMore).toBe(wanted.length > limit);
      const known = new Map(wanted.map((way) => [way.map(({ id }) => id).join(), way]));
      for (const path of found.paths) {
        const way = known.get(path.edges.join());
        expect(path.confidence).toBeCloseTo(way === undefined ? NaN : product(way), 9);
        expect(way?.find(({ id }) => id === path.weakest)?.confidence).toBe(
          Math.min(...(way ?? []).map(({ confidence }) => confidence)),
        );
      }
      const best = kind === "strongest" ? wanted.map(product) : wanted.map(({ length }) => -length);
      const given = found.paths.map((path) => (kind === "strongest" ? path.confidence : -path.edges.length));
      for (const [place, value] of best
        .toSorted((one, other) => other - one)
        .slice(0, limit)
        .entries())
        expect(given[place]).toBeCloseTo(value, 9);
      const anyWay = [everyWay(edges, "n/a", "n/e"), everyWay(edges, "n/e", "n/a")].flat();
      expect(found.rejected !== undefined).toBe(ways.length === 0 && anyWay.length > 0);
    }),
    { numRuns: 300 },
  );
});
