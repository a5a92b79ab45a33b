import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Database } from "../../../graph/database.ts";
import { createDocumentStore } from "../../../graph/store/documents.ts";
import { createLineageStore } from "../../../graph/store/lineage.ts";
import { aCommit, aDerivation, anId, aTrace } from "../../../graph/store/test-data.ts";
import { createTraceStore } from "../../../graph/store/traces.ts";
import { openTestDatabase } from "../../../graph/testing/open-test-database.ts";
import { LineageView, Problem } from "../../../schema/api.ts";
import { CommonAncestors } from "../../../schema/lineage.ts";
import { createLineageReader } from "../../create-lineage-reader.ts";
import { aServer } from "../test-server.ts";

const GRAPH = {
  "cove/one": ["cove/shared", "cove/exam"],
  "cove/two": ["cove/step"],
  "cove/step": ["cove/shared"],
  "cove/shared": ["cove/base"],
  "cove/aside": ["cove/shared"],
};

let database: Database;
let app: FastifyInstance;

beforeAll(async () => {
  database = await openTestDatabase();
  const store = createLineageStore(database);
  await createTraceStore(database).begin(aTrace({ roots: [] }));
  for (const [id, sources] of Object.entries(GRAPH)) {
    const edges = sources.map((source) => aDerivation(id, source));
    const aliases =
      id === "cove/two" ? [{ key: "cove/second", datasetId: anId(id), reason: "legacy" as const }] : [];
    await store.commit(aCommit(id, edges, { aliases }));
  }
  // A mark as the contamination's own verbs leave it.
  await database.write((transaction) =>
    transaction.run(`MATCH (d:Dataset {id: 'cove/one'}) MATCH (b:Dataset {id: 'cove/exam'})
MATCH (c:Dataset {id: 'cove/base'})
CREATE (d)-[:MAY_BE_CONTAMINATED_BY {level: 'possible'}]->(c)
CREATE (d)-[:CONTAMINATED_BY {level: 'declared'}]->(b)`),
  );
  app = await aServer({
    lineage: createLineageReader({ store, documents: createDocumentStore({ folder: "/nonexistent" }) }),
  });
});
afterAll(async () => {
  await app.close();
  await database.close();
});

const ask = async (query: string) => app.inject({ url: `/api/lineage${query}` });
const viewOf = async (query: string) => LineageView.parse((await ask(query)).json());
const levelsOf = ({ nodes }: LineageView) =>
  Object.fromEntries(nodes.map(({ id, level }) => [id.slice(5), level]));

describe("GET /api/lineage", () => {
  test("is the union of the walks from all targets, each node at its nearest", async () => {
    const view = await viewOf("?target=cove/one&target=cove/two&depth=2");

    expect(levelsOf(view)).toEqual({ one: 0, two: 0, shared: 1, exam: 1, step: 1, base: 2 });
    expect(view.targets).toEqual(["cove/one", "cove/two"]);
    expect(view.nodes.filter(({ target }) => target).map(({ id }) => id)).toEqual(["cove/one", "cove/two"]);
  });

  test("leads from a former id to today's dataset", async () => {
    expect((await viewOf("?target=cove/one&target=cove/second")).targets).toEqual(["cove/one", "cove/two"]);
  });

  test("opens a node up and another one down, also one that an expansion brought", async () => {
    const view = await viewOf("?target=cove/two&depth=1&up=cove/step&down=cove/shared&up=cove/aside");

    expect(levelsOf(view)).toEqual({ two: 0, step: 1, shared: 2, one: 1, aside: 1 });
  });

  test("says how many there are at any depth, and that the depth cut it", async () => {
    const view = await viewOf("?target=cove/two&depth=1&direction=both");

    expect(view.reach).toEqual({ ancestors: 3, descendants: 0 });
    expect([view.truncated, view.leftOut]).toEqual([true, 0]);
  });

  test("of more than the limit gives the nearest, and counts the rest", async () => {
    const view = await viewOf("?target=cove/two&depth=30&limit=2");

    expect(levelsOf(view)).toEqual({ two: 0, step: 1 });
    expect([view.truncated, view.leftOut]).toEqual([true, 2]);
  });

  test("marks what can have seen held-out items, the strongest first", async () => {
    const view = await viewOf("?target=cove/one&depth=1");

    expect(view.nodes.find(({ id }) => id === "cove/one")?.marks).toEqual([
      { benchmark: "cove/exam", level: "declared" },
      { benchmark: "cove/base", level: "possible" },
    ]);
    expect(view.nodes.find(({ id }) => id === "cove/shared")?.marks).toEqual([]);
  });

  test("of one target is what the dataset's own address gives", async () => {
    const one = await app.inject({ url: "/api/datasets/cove%2Fone/lineage?depth=2" });

    expect(one.json()).toEqual((await ask("?target=cove/one&depth=2")).json());
  });

  test.each([
    ["no target", "?depth=1"],
    ["nine targets", `?${Array.from({ length: 9 }, (_, at) => `target=cove/n${at}`).join("&")}`],
    ["a depth of 31", "?target=cove/one&depth=31"],
    ["a limit of 10,001", "?target=cove/one&limit=10001"],
    ["a parameter that it does not know", "?target=cove/one&colour=red"],
    ["an id that is none", "?target=cove/a/b"],
  ])("refuses %s", async (_what, query) => {
    const answer = await ask(query);

    expect(Problem.parse(answer.json()).code).toBe("INPUT_INVALID");
  });

  test("names the target that the graph does not know", async () => {
    const answer = await ask("?target=cove/one&target=cove/unknown");

    expect(Problem.parse(answer.json())).toMatchObject({ code: "NOT_FOUND", status: 404 });
    expect(Problem.parse(answer.json()).detail).toContain("cove/unknown");
  });
});

describe("GET /api/lineage/common", () => {
  test("gives what both targets derive from, with the ways to it", async () => {
    const common = CommonAncestors.parse((await ask("/common?target=cove/one&target=cove/two")).json());

    expect(common.ancestors.map(({ id, distances }) => [id, distances])).toEqual([
      ["cove/shared", [1, 2]],
      ["cove/base", [2, 3]],
    ]);
    expect(common.edges).toHaveLength(4);
  });

  test("needs two targets", async () => {
    expect(Problem.parse((await ask("/common?target=cove/one")).json()).code).toBe("INPUT_INVALID");
  });
});
