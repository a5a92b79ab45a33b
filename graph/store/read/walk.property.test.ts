import * as fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Derivation } from "../../../schema/edge.ts";
import type { Status } from "../../../schema/vocabulary.ts";
import type { Database } from "../../database.ts";
import { openTestDatabase } from "../../testing/open-test-database.ts";
import { type GraphVersion, trackVersion } from "../../track-version.ts";
import { createLineageStore } from "../lineage.ts";
import { aCommit, aDerivation, anId, aTrace } from "../test-data.ts";
import { createTraceStore } from "../traces.ts";
import { createWalk, type WalkRequest } from "./walk.ts";

const NODES = 24;
const idOf = (node: number): string => `w/n${node}`;
const statusOf = (from: number, to: number): Status =>
  (["accepted", "accepted", "flagged", "rejected"] as const)[(from * 7 + to) % 4] ?? "accepted";

/** Three sources each, some of them later ones: long ways, short cuts and cycles. */
const EDGES: readonly Derivation[] = Array.from({ length: NODES }, (_, from) => from).flatMap((from) =>
  [...new Set([from + 1, from + 4, (from * 5 + 3) % NODES])]
    .filter((to) => to !== from && to < NODES)
    .map((to) => {
      const status = statusOf(from, to);
      return aDerivation(idOf(from), idOf(to), {
        status,
        flags: status === "flagged" ? ["low-confidence"] : [],
        ...(status === "rejected" ? { rejection: "cited-only" } : {}),
      });
    }),
);

let database: Database & GraphVersion;

beforeAll(async () => {
  database = trackVersion(await openTestDatabase());
  await createTraceStore(database).begin(aTrace());
  const store = createLineageStore(database);
  for (let node = 0; node < NODES; node += 1) {
    await store.commit(
      aCommit(
        idOf(node),
        EDGES.filter(({ from }) => from === idOf(node)),
      ),
    );
  }
});
afterAll(() => database.close());

type Asked = Required<WalkRequest>;

/** What one step leads to, of the statuses that are followed. */
const neighboursOf = (id: string, sign: number, { statuses }: Asked): readonly string[] =>
  EDGES.filter(({ status }) => statuses.includes(status)).flatMap(({ from, to }) => {
    const [near, far] = sign === 1 ? [from, to] : [to, from];
    return near === id ? [far as string] : [];
  });

/** Levels by plain breadth-first search from each target, then the expansions until they bring nothing. */
const levelsOf = (root: string, asked: Asked): ReadonlyMap<string, number> => {
  const levels = new Map([root, ...asked.others].map((id) => [id as string, 0]));
  for (const sign of asked.direction === "both" ? [1, -1] : [asked.direction === "upstream" ? 1 : -1]) {
    for (const target of [root, ...asked.others]) {
      const walked = new Set<string>([target]);
      let level: readonly string[] = [target];
      for (let step = 1; step <= asked.depth; step += 1) {
        level = [...new Set(level.flatMap((id) => neighboursOf(id, sign, asked)))].filter(
          (id) => !walked.has(id),
        );
        for (const id of level) {
          walked.add(id);
          if (Math.abs(levels.get(id) ?? Infinity) > step) levels.set(id, sign * step);
        }
      }
    }
  }
  return levels;
};

/** The ids alone: which of several ways gives an expanded dataset its level is the order's business. */
const expandedFrom = (shown: ReadonlyMap<string, number>, asked: Asked): ReadonlySet<string> => {
  const ids = new Set(shown.keys());
  for (const id of ids) {
    const opened = [
      ...(asked.up.some((one) => one === id) ? neighboursOf(id, 1, asked) : []),
      ...(asked.down.some((one) => one === id) ? neighboursOf(id, -1, asked) : []),
    ];
    for (const neighbour of opened) ids.add(neighbour);
  }
  return ids;
};

const someIds = (maxLength: number) =>
  fc
    .uniqueArray(fc.integer({ min: 0, max: NODES - 1 }), { maxLength })
    .map((nodes) => nodes.map(idOf).map(anId));

const request: fc.Arbitrary<Asked> = fc.record({
  direction: fc.constantFrom("upstream", "downstream", "both"),
  depth: fc.integer({ min: 1, max: 30 }),
  statuses: fc.subarray<Status>(["accepted", "flagged", "rejected"], { minLength: 1 }),
  others: someIds(3),
  up: someIds(4),
  down: someIds(4),
  limit: fc.constant(NODES + 1),
});

test("a walk gives the levels and edges of a plain search, read anew or kept", async () => {
  const kept = createWalk(database);
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 0, max: NODES - 1 }), request, async (node, asked) => {
      const reached = levelsOf(idOf(node), asked);
      const shown = expandedFrom(reached, asked);
      const edges = EDGES.filter(
        ({ from, to, status }) => asked.statuses.includes(status) && shown.has(from) && shown.has(to),
      );

      for (const walk of [createWalk(database), kept]) {
        const view = await walk(anId(idOf(node)), asked);
        const levels = new Map(view?.nodes.map(({ id, level }) => [id as string, level]));

        expect(new Map([...levels].filter(([id]) => reached.has(id)))).toEqual(reached);
        expect(new Set(levels.keys())).toEqual(shown);
        expect(view?.edges.map(({ id }) => id)).toEqual(edges.map(({ id }) => id).toSorted());
        expect(view?.leftOut).toBe(0);
      }
    }),
    { numRuns: 60 },
  );
});

test("of more than the limit the nearest are kept, and the rest is counted", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 0, max: NODES - 1 }),
      request,
      fc.integer({ min: 1, max: NODES }),
      async (node, asked, limit) => {
        const whole = { ...asked, up: [], down: [] };
        const all = levelsOf(idOf(node), whole);

        const view = await createWalk(database)(anId(idOf(node)), { ...whole, limit });

        const distances = [...all.values()].map(Math.abs).toSorted((one, other) => one - other);
        expect(view?.nodes.map(({ level }) => Math.abs(level))).toEqual(distances.slice(0, limit));
        expect(view?.leftOut).toBe(Math.max(0, all.size - limit));
        expect(view?.truncated).toBe(
          all.size > limit || levelsOf(idOf(node), { ...whole, depth: 99 }).size > all.size,
        );
      },
    ),
    { numRuns: 40 },
  );
});

test("a walk says how many there are at any depth", async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 0, max: NODES - 1 }), request, async (node, asked) => {
      const reachOf = (direction: "upstream" | "downstream"): number => {
        const all = levelsOf(idOf(node), { ...asked, direction, depth: 99 });
        return [...all.values()].filter((level) => level !== 0).length;
      };

      const view = await createWalk(database)(anId(idOf(node)), asked);

      expect(view?.reach).toEqual({
        ...(asked.direction !== "downstream" && { ancestors: reachOf("upstream") }),
        ...(asked.direction !== "upstream" && { descendants: reachOf("downstream") }),
      });
    }),
    { numRuns: 40 },
  );
});

test("what is kept is let go of with the next write", async () => {
  const walk = createWalk(database);
  const root = anId("w/late");
  const upstream: WalkRequest = { direction: "upstream", depth: 30, statuses: ["accepted"] };
  const store = createLineageStore(database);
  await store.commit(aCommit(root, [aDerivation(root, "w/first")]));
  const before = await walk(root, upstream);

  await store.commit(aCommit(root, [aDerivation(root, "w/second")]));

  const after = await walk(root, upstream);
  expect(before?.nodes.map(({ id }) => id)).toEqual(["w/late", "w/first"]);
  expect(after?.nodes.map(({ id }) => id)).toEqual(["w/late", "w/second"]);
});
