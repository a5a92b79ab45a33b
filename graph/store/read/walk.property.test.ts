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

/** Levels by plain breadth-first search. */
const levelsOf = (root: string, { direction, depth, statuses }: WalkRequest): ReadonlyMap<string, number> => {
  const levels = new Map([[root, 0]]);
  for (const sign of direction === "both" ? [1, -1] : [direction === "upstream" ? 1 : -1]) {
    const walked = new Set([root]);
    let level = [root];
    for (let step = 1; step <= depth; step += 1) {
      const next = EDGES.filter(({ status }) => statuses.includes(status)).flatMap(({ from, to }) => {
        const [near, far] = sign === 1 ? [from, to] : [to, from];
        return level.includes(near) && !walked.has(far) ? [far as string] : [];
      });
      level = [...new Set(next)];
      for (const id of level) {
        walked.add(id);
        if (!levels.has(id)) levels.set(id, sign * step);
      }
    }
  }
  return levels;
};

const request: fc.Arbitrary<WalkRequest> = fc.record({
  direction: fc.constantFrom("upstream", "downstream", "both"),
  depth: fc.integer({ min: 1, max: 30 }),
  statuses: fc.subarray<Status>(["accepted", "flagged", "rejected"], { minLength: 1 }),
});

test("a walk gives the levels and edges of a plain search, read anew or kept", async () => {
  const kept = createWalk(database);
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 0, max: NODES - 1 }), request, async (node, asked) => {
      const expected = levelsOf(idOf(node), asked);
      const edges = EDGES.filter(
        ({ from, to, status }) => asked.statuses.includes(status) && expected.has(from) && expected.has(to),
      );

      for (const walk of [createWalk(database), kept]) {
        const view = await walk(anId(idOf(node)), asked);

        expect(new Map(view?.nodes.map(({ id, level }) => [id, level]))).toEqual(expected);
        expect(view?.edges.map(({ id }) => id)).toEqual(edges.map(({ id }) => id).toSorted());
      }
    }),
    { numRuns: 60 },
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
