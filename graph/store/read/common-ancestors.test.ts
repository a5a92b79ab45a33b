import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Database } from "../../database.ts";
import { openTestDatabase } from "../../testing/open-test-database.ts";
import { createLineageStore, type LineageStore } from "../lineage.ts";
import { aCommit, aDerivation, anId, aTrace } from "../test-data.ts";
import { createTraceStore } from "../traces.ts";

/** one and two meet at meet, twice over at base; three is made from two. */
const GRAPH = {
  "w/one": ["w/meet", "w/own"],
  "w/two": ["w/step"],
  "w/three": ["w/two"],
  "w/step": ["w/meet", "w/base"],
  "w/meet": ["w/base"],
  "w/lonely": ["w/nobody"],
};

let database: Database;
let store: LineageStore;

beforeAll(async () => {
  database = await openTestDatabase();
  store = createLineageStore(database);
  await createTraceStore(database).begin(aTrace({ roots: [] }));
  for (const [id, sources] of Object.entries(GRAPH))
    await store.commit(
      aCommit(
        id,
        sources.map((source) => aDerivation(id, source)),
      ),
    );
});
afterAll(() => database.close());

const commonOf = (targets: readonly string[], limit = 100) =>
  store.commonAncestors({ targets: targets.map(anId), statuses: ["accepted"], limit });

describe("common ancestors", () => {
  test("come nearest first, with the distance from each target and the mark of the closest", async () => {
    const { ancestors, total } = await commonOf(["w/one", "w/two"]);

    expect(ancestors.map(({ id, distances, isClosest }) => [id, distances, isClosest])).toEqual([
      ["w/meet", [1, 2], true],
      ["w/base", [2, 2], false],
    ]);
    expect(total).toBe(2);
  });

  test("come with every edge of the shortest ways to them, and no other", async () => {
    const { edges } = await commonOf(["w/one", "w/two"]);

    expect(new Set(edges.map(({ from, to }) => `${from}>${to}`))).toEqual(
      new Set(["w/one>w/meet", "w/two>w/step", "w/step>w/meet", "w/step>w/base", "w/meet>w/base"]),
    );
  });

  test("can be one of the targets, when the others derive from it", async () => {
    const { ancestors } = await commonOf(["w/two", "w/three"]);

    expect(ancestors[0]).toMatchObject({ id: "w/two", distances: [0, 1], isClosest: true });
  });

  test("are counted before the limit", async () => {
    const { ancestors, total } = await commonOf(["w/one", "w/two", "w/three"], 1);

    expect([ancestors.map(({ id }) => id), total]).toEqual([["w/meet"], 2]);
  });

  test("are none where the lineages never meet", async () => {
    expect(await commonOf(["w/one", "w/lonely"])).toMatchObject({ ancestors: [], edges: [], total: 0 });
  });
});
