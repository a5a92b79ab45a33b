import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Dataset } from "../../../schema/dataset.ts";
import type { Database } from "../../database.ts";
import { openTestDatabase } from "../../testing/open-test-database.ts";
import { createLineageStore, type LineageStore } from "../lineage.ts";
import type { SearchRequest } from "./search-datasets.ts";
import { aCommit, aDataset, aDerivation, anId, aTrace } from "../test-data.ts";
import { createTraceStore } from "../traces.ts";

let database: Database;
let store: LineageStore;

const FACTS: Readonly<Record<string, Partial<Dataset>>> = {
  "acme/tides": { downloads: 50, createdAt: "2024-05-01T00:00:00.000Z", domains: ["math"] },
  "acme/charts": { downloads: 900, createdAt: "2023-05-01T00:00:00.000Z", domains: ["math", "code"] },
  "bay/buoys": { downloads: 50, isBenchmark: true },
  "bay/logs": { createdAt: "2025-05-01T00:00:00.000Z" },
  "name:ledger": { registry: "name", state: "terminal", isFamily: true },
};
const DERIVED = [
  ["bay/logs", "acme/tides"],
  ["bay/logs", "acme/charts"],
  ["bay/buoys", "acme/tides"],
] as const;

const commit = (id: string): Promise<void> => {
  const edges = DERIVED.filter(([from]) => from === id).map(([from, to]) => aDerivation(from, to));
  return store.commit(aCommit(id, edges, { dataset: aDataset(id, FACTS[id]) }));
};

beforeAll(async () => {
  database = await openTestDatabase();
  store = createLineageStore(database);
  await createTraceStore(database).begin(aTrace({ roots: [] }));
  for (const id of Object.keys(FACTS)) await commit(id);
});
afterAll(() => database.close());

const idsOf = async (request: Partial<SearchRequest>): Promise<readonly string[]> =>
  (await store.search({ text: "", limit: 200, ...request })).items.map(({ id }) => id);

describe("an order", () => {
  test.each([
    ["uses", ["acme/tides", "acme/charts", "bay/buoys", "bay/logs", "name:ledger"]],
    ["downloads", ["acme/charts", "acme/tides", "bay/buoys", "bay/logs", "name:ledger"]],
    ["created", ["bay/logs", "acme/tides", "acme/charts", "bay/buoys", "name:ledger"]],
    ["name", ["bay/buoys", "acme/charts", "name:ledger", "bay/logs", "acme/tides"]],
    ["best", ["acme/charts", "acme/tides", "bay/buoys", "bay/logs", "name:ledger"]],
  ] as const)("by %s puts equals in the order of their ids", async (order, expected) => {
    expect(await idsOf({ order })).toEqual(expected);
  });

  test.each(["best", "uses", "downloads", "created", "name"] as const)(
    "by %s gives on pages of one what it gives at once",
    async (order) => {
      const ids: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await store.search({ text: "", limit: 1, order, cursor });
        ids.push(...page.items.map(({ id }) => id));
        cursor = page.nextCursor;
      } while (cursor !== undefined);

      expect(ids).toEqual(await idsOf({ order }));
    },
  );
});

describe("a filter", () => {
  test.each([
    [{ kind: "benchmark" }, ["bay/buoys"]],
    [{ kind: "family" }, ["name:ledger"]],
    [{ kind: "dataset" }, ["acme/charts", "acme/tides", "bay/logs"]],
    [{ state: "terminal" }, ["name:ledger"]],
    [{ domain: "code" }, ["acme/charts"]],
    [{ owner: "BAY" }, ["bay/buoys", "bay/logs"]],
    [{ owner: "acme", text: "tid" }, ["acme/tides"]],
    [{ owner: "acme", kind: "benchmark" }, []],
  ] as const)("%o", async (filter, expected) => {
    expect((await idsOf(filter)).toSorted()).toEqual(expected);
  });
});

describe("a cursor", () => {
  test("goes on behind its dataset when others came in before it", async () => {
    const first = await store.search({ text: "", limit: 2, order: "name" });
    await store.commit(aCommit("bay/anchors"));

    const second = await store.search({ text: "", limit: 2, order: "name", cursor: first.nextCursor });

    expect(first.items.map(({ id }) => id)).toEqual(["bay/buoys", "acme/charts"]);
    expect(second.items.map(({ id }) => id)).toEqual(["name:ledger", "bay/logs"]);
  });

  test("belongs to its search alone", async () => {
    const { nextCursor } = await store.search({ text: "", limit: 1, order: "name" });

    const other = store.search({ text: "", limit: 1, order: "uses", cursor: nextCursor });

    await expect(other).rejects.toMatchObject({ code: "INPUT_INVALID" });
  });

  test.each(["", "nonsense", Buffer.from("{}").toString("base64url"), "\u0000"])(
    "%j is none",
    async (cursor) => {
      await expect(store.search({ text: "", limit: 1, cursor })).rejects.toMatchObject({
        code: "INPUT_INVALID",
      });
    },
  );
});

describe("another spelling", () => {
  beforeAll(async () => {
    const aliases = [
      { key: "ebb-and-flow", datasetId: anId("acme/tides"), reason: "legacy" as const },
      { key: "acme/tides-v0", datasetId: anId("acme/tides"), reason: "legacy" as const },
    ];
    await store.commit(
      aCommit("acme/tides", [], { dataset: aDataset("acme/tides", FACTS["acme/tides"]), aliases }),
    );
  });

  test("finds its dataset, and is named where the id does not say why", async () => {
    const { items } = await store.search({ text: "Ebb flow", limit: 5 });

    expect(items.map(({ id, alias }) => [id, alias])).toEqual([["acme/tides", "ebb-and-flow"]]);
  });

  test("is not named beside an id that has the text", async () => {
    const { items } = await store.search({ text: "tides", limit: 5 });

    expect(items.map(({ id, alias }) => [id, alias])).toEqual([["acme/tides", undefined]]);
  });
});
