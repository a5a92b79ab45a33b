import { afterAll, beforeEach, describe, expect, it } from "vitest";
import type { Database } from "../database.ts";
import { openTestDatabase } from "../testing/open-test-database.ts";
import { ingestRecords } from "./ingest.ts";
import { readGraph } from "./read-graph.ts";
import type { GraphRecord, NodeRecord, RelationshipRecord } from "./read-graph.ts";

let database: Database;
beforeEach(async () => {
  database ??= await openTestDatabase();
  await database.write((transaction) => transaction.run("MATCH (n) DETACH DELETE n"));
});
afterAll(() => database.close());

const aNode = (key: string, fields: Partial<NodeRecord> = {}): NodeRecord => ({
  kind: "node",
  label: "Dataset",
  key,
  labels: ["Dataset"],
  properties: { id: key, ...fields.properties },
  ...(fields.labels === undefined ? {} : { labels: fields.labels }),
});

const anEdge = (from: string, to: string, fields: Partial<RelationshipRecord> = {}): RelationshipRecord => ({
  kind: "relationship",
  type: "DERIVED_FROM",
  from: { label: "Dataset", key: from },
  to: { label: "Dataset", key: to },
  properties: { id: `${from} ${to}`, relation: "inclusion" },
  ...fields,
});

const graph = async (): Promise<readonly GraphRecord[]> => {
  const records: GraphRecord[] = [];
  for await (const record of readGraph(database)) records.push(record);
  return records;
};

describe("ingesting records", () => {
  it("writes a relationship that comes before the node where it ends", async () => {
    const records = [
      aNode("a/one"),
      anEdge("a/one", "b/two"),
      aNode("b/two", { labels: ["Benchmark", "Dataset"] }),
    ];

    const count = await ingestRecords(database, records);

    expect(count).toEqual({ nodes: 2, relationships: 1 });
    expect(await graph()).toEqual([records[0], records[2], records[1]]);
  });

  it("changes nothing when it is given the same again", async () => {
    const records = [aNode("a/one"), aNode("b/two"), anEdge("a/one", "b/two")];
    await ingestRecords(database, records);

    await ingestRecords(database, records);

    expect(await graph()).toEqual(records);
  });

  it("refuses a relationship that ends nowhere, by its name", async () => {
    const records = [aNode("a/one"), anEdge("a/one", "b/none")];

    const ingesting = ingestRecords(database, records);

    await expect(ingesting).rejects.toMatchObject({
      code: "INPUT_INVALID",
      message: expect.stringContaining("a/one -DERIVED_FROM-> b/none"),
    });
    expect(await graph()).toEqual([records[0]]);
  });
});
