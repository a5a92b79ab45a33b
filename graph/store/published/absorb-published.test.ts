import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Database } from "../../database.ts";
import { openTestDatabase } from "../../testing/open-test-database.ts";
import { createLineageStore } from "../lineage.ts";
import type { LineageStore } from "../lineage.ts";
import { publishLineage } from "./publish-lineage.ts";
import { readPublished } from "./read-published.ts";
import { aCommit, aDataset, aDerivation, anId, aTrace } from "../test-data.ts";
import { createTraceStore } from "../traces.ts";

let database: Database;
let store: LineageStore;
const NO_TEXTS = { text: async () => "" };

beforeAll(async () => {
  database = await openTestDatabase();
  store = createLineageStore(database);
});
beforeEach(async () => {
  await database.write((transaction) => transaction.run("MATCH (n) DETACH DELETE n"));
  await createTraceStore(database).begin(aTrace({ roots: [] }));
});
afterAll(() => database.close());

const publish = (pair: string): Promise<unknown> => {
  const [from = "", to = ""] = pair.split(" <- ");
  return publishLineage(database, {
    publication: { citation: "arXiv:1234.56789" },
    datasets: [from, to].map((id) => ({ id: anId(id), domains: ["math"] })),
    edges: [
      {
        from: anId(from),
        to: anId(to),
        relation: "synthesis",
        confidence: 0.9,
        documentKinds: [],
        flags: [],
      },
    ],
  });
};

const claims = async (): Promise<readonly string[]> =>
  (await readPublished(database)).edges.map(
    ({ from, to, signals }) => `${from} <- ${to} ${signals.documents}`,
  );
const ids = async (): Promise<readonly unknown[]> =>
  (await database.read("MATCH (d:Dataset) RETURN d.id AS id ORDER BY id")).map(({ id }) => id);

describe("a dataset that a publication knows by another id", () => {
  it("is the one that a trace visits when only case differs, with its claims and facts", async () => {
    await publish("ACME/Mix <- b/seed");

    await store.commit(aCommit("acme/mix", []));

    expect(await ids()).toEqual(["acme/mix", "b/seed"]);
    expect(await claims()).toEqual(["acme/mix <- b/seed 0"]);
    expect(await store.dataset(anId("acme/mix"))).toMatchObject({ state: "traced", domains: ["math"] });
    expect(await store.faults(NO_TEXTS)).toEqual([]);
  });

  it("is the one that the Hub has renamed it to, as a source too", async () => {
    await publish("a/mix <- old/seed");

    await store.commit(
      aCommit("new/seed", [], {
        aliases: [{ key: "old/seed", datasetId: anId("new/seed"), reason: "renamed" }],
      }),
    );

    expect(await ids()).toEqual(["a/mix", "new/seed"]);
    expect(await claims()).toEqual(["a/mix <- new/seed 0"]);
  });

  it("is found as the neighbour of a visited one, whose evidence the claim then stands beside", async () => {
    await publish("a/mix <- B/Seed");

    await store.commit(aCommit("a/mix", [aDerivation("a/mix", "b/seed")]));

    expect(await ids()).toEqual(["a/mix", "b/seed"]);
    expect(await claims()).toEqual(["a/mix <- b/seed 1"]);
  });

  it("stays apart when a search of ours took its name for another", async () => {
    await publish("a/mix <- old/seed");

    await store.commit(
      aCommit("new/seed", [], {
        aliases: [{ key: "old/seed", datasetId: anId("new/seed"), reason: "resolved" }],
      }),
    );

    expect(await ids()).toEqual(["a/mix", "new/seed", "old/seed"]);
  });

  it("stays apart when a trace has visited both", async () => {
    await publish("a/mix <- old/seed");
    await store.commit(aCommit("old/seed", [], { dataset: aDataset("old/seed") }));

    await store.commit(
      aCommit("new/seed", [], {
        aliases: [{ key: "old/seed", datasetId: anId("new/seed"), reason: "renamed" }],
      }),
    );

    expect(await claims()).toEqual(["a/mix <- old/seed 0"]);
  });
});
