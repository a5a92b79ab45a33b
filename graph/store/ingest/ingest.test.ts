import * as fc from "fast-check";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { AppError } from "../../../schema/errors.ts";
import type { Database, Value } from "../../database.ts";
import { openTestDatabase } from "../../testing/open-test-database.ts";
import { ingestRecords } from "./ingest.ts";
import { readGraph } from "../read/read-graph.ts";
import type { GraphRecord, NodeRecord, NodeReference, RelationshipRecord } from "../read/read-graph.ts";

let database: Database;
beforeAll(async () => {
  database = await openTestDatabase();
}, 60_000);
beforeEach(() => empty(), 60_000);
afterAll(() => database.close());

const empty = (): Promise<unknown> =>
  database.write((transaction) => transaction.run("MATCH (n) DETACH DELETE n"), { timeoutMs: 60_000 });

const graph = async (): Promise<readonly GraphRecord[]> => {
  const records: GraphRecord[] = [];
  for await (const record of readGraph(database)) records.push(record);
  return records;
};

type Properties = { readonly [key: string]: Value };

const aNode = (key: string, properties: Properties = {}, labels = ["Dataset"]): NodeRecord => ({
  kind: "node",
  label: "Dataset",
  key,
  labels,
  properties: sorted({ id: key, ...properties }),
});

const anEdge = (from: string, to: string, properties: Properties = {}): RelationshipRecord => ({
  kind: "relationship",
  type: "DERIVED_FROM",
  from: { label: "Dataset", key: from },
  to: { label: "Dataset", key: to },
  properties: sorted({ id: `${from} ${to}`, ...properties }),
});

const asType = (record: RelationshipRecord, type: string): RelationshipRecord => ({ ...record, type });

const sorted = (properties: Properties): Properties =>
  Object.fromEntries(Object.entries(properties).sort(([one], [other]) => (one < other ? -1 : 1)));

describe("ingesting records", () => {
  it("writes a relationship that comes before the node where it ends", async () => {
    const [one, two] = [aNode("a/one"), aNode("b/two", {}, ["Benchmark", "Dataset"])];
    const edge = anEdge("a/one", "b/two");

    const count = await ingestRecords(database, [one, edge, two]);

    expect(count).toEqual({ nodes: 2, relationships: 1 });
    expect(await graph()).toEqual([one, two, edge]);
  });

  it("lets a node's properties win and keeps its others, and makes a relationship as the record says", async () => {
    await ingestRecords(database, [
      aNode("a/one", { licence: "mit", likes: 1 }),
      aNode("b/two"),
      anEdge("a/one", "b/two", { split: "test", relation: "fusion" }),
    ]);

    const edge = anEdge("a/one", "b/two", { relation: "inclusion" });
    await ingestRecords(database, [aNode("a/one", { likes: 2 }), edge]);

    expect(await graph()).toEqual([aNode("a/one", { licence: "mit", likes: 2 }), aNode("b/two"), edge]);
  });

  it("moves a derivation whose status changed, so that there is one between two datasets", async () => {
    const nodes = [aNode("a/one"), aNode("b/two")];
    await ingestRecords(database, [...nodes, asType(anEdge("a/one", "b/two"), "MAY_DERIVE_FROM")]);

    const accepted = anEdge("a/one", "b/two", { confidence: 0.5 });
    const rejected = asType(anEdge("b/two", "a/one"), "NOT_DERIVED_FROM");
    await ingestRecords(database, [accepted, rejected]);

    expect(await graph()).toEqual([...nodes, accepted, rejected]);
  });

  it("takes the last of several records of the same thing", async () => {
    const records = [
      aNode("a/one", { likes: 1 }),
      aNode("a/one", { likes: 2, licence: "mit" }),
      aNode("b/two"),
      anEdge("a/one", "b/two", { confidence: 0.1 }),
      anEdge("a/one", "b/two", { confidence: 0.2 }),
    ];

    await ingestRecords(database, records);

    expect(await graph()).toEqual([records[1], records[2], records[4]]);
  });

  it("writes nothing at all, and names the relationship, when an end of it is nowhere", async () => {
    const ingesting = ingestRecords(database, [aNode("a/one"), anEdge("a/one", "b/none")]);

    await expect(ingesting).rejects.toMatchObject({
      code: "INPUT_INVALID",
      message: expect.stringMatching(/a\/one -DERIVED_FROM-> b\/none.*Dataset b\/none/),
    });
    expect(await graph()).toEqual([]);
  });

  it("does what comes last in the same transaction", async () => {
    const ingesting = ingestRecords(database, [aNode("a/one")], {
      finish: async (transaction) => {
        expect(await transaction.run("MATCH (d:Dataset) RETURN d.id AS id")).toEqual([{ id: "a/one" }]);
        throw new AppError("not after all", { code: "CONFLICT" });
      },
    });

    await expect(ingesting).rejects.toMatchObject({ code: "CONFLICT" });
    expect(await graph()).toEqual([]);
  });

  const nowhere: NodeReference = { label: "Dataset", key: "b/two" };
  it.each<[string, GraphRecord]>([
    ["a label", { ...aNode("a/one"), labels: ["Dataset", "X:Y {a: 1}) DETACH DELETE (n"] }],
    ["a key label", { ...aNode("a/one"), label: "Person" as "Dataset" }],
    ["an inherited name for a label", { ...aNode("a/one"), label: "constructor" as "Dataset" }],
    ["a key", { ...aNode("a/one"), key: "a/other" }],
    ["a type", asType(anEdge("a/one", "b/two"), "DERIVED_FROM]->() DELETE r//")],
    ["an inherited name for a type", asType(anEdge("a/one", "b/two"), "toString")],
    ["an end's label", { ...anEdge("a/one", "b/two"), to: { ...nowhere, label: "Person" as "Dataset" } }],
    ["a property's name", aNode("a/one", { "x`: 1}) DETACH DELETE n //": 1 })],
    ["a map", aNode("a/one", { map: { a: 1 } })],
    ["a mixed list", aNode("a/one", { list: [1, "a"] })],
    ["a nested list", aNode("a/one", { list: [[1]] })],
    ["a number", aNode("a/one", { likes: Number.NaN })],
  ])("refuses %s that the graph cannot have, and writes nothing", async (_what, record) => {
    const ingesting = ingestRecords(database, [aNode("b/two"), record]);

    await expect(ingesting).rejects.toMatchObject({ code: "INPUT_INVALID" });
    expect(await graph()).toEqual([]);
  });

  it("writes records with more property names than a statement could hold", async () => {
    const records = Array.from({ length: 40 }, (_, index) =>
      aNode(
        `a/n${String(index).padStart(2, "0")}`,
        Object.fromEntries(Array.from({ length: 8 }, (__, at) => [`p${index}_${at}`, at])),
      ),
    );

    await ingestRecords(database, records);

    expect(await graph()).toEqual(records);
  });

  it("writes more than one transaction takes, one batch after the other, and tells how far it is", async () => {
    const nodes = Array.from({ length: 26_000 }, (_, index) => aNode(`a/n${String(index).padStart(5, "0")}`));
    const edges = nodes.slice(1).map(({ key }, index) => anEdge(key, nodes[index]?.key ?? ""));
    const told: number[] = [];

    const count = await ingestRecords(database, interleave(edges, nodes), {
      batch: 2_000,
      onProgress: ({ nodes, relationships }) => told.push(nodes + relationships),
    });

    expect(count).toEqual({ nodes: 26_000, relationships: 25_999 });
    expect(told.length).toBe(26);
    expect(told.at(-1)).toBe(51_999);
    const [row] = await database.read(
      "MATCH (a)-[r:DERIVED_FROM]->(b) WHERE a.id > b.id RETURN count(r) AS n",
    );
    expect(row).toEqual({ n: 25_999 });
  }, 120_000);

  it("stops when it is told to", async () => {
    const ingesting = ingestRecords(database, [aNode("a/one")], { signal: AbortSignal.abort() });

    await expect(ingesting).rejects.toMatchObject({ code: "CANCELLED" });
    expect(await graph()).toEqual([]);
  });
});

/** Edges first, as the worst order. */
async function* interleave(...lists: readonly (readonly GraphRecord[])[]): AsyncGenerator<GraphRecord> {
  for (const list of lists) yield* list;
}

const NAMES = ["a/one", "b/two", "c/three", "d/four"];
const value = fc.oneof(
  fc.string({ unit: "binary", maxLength: 8 }).filter((text) => !/[\0\ud800-\udfff]/.test(text)),
  fc.boolean(),
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => number + 0),
  fc.array(fc.string({ maxLength: 4 }), { maxLength: 3 }),
  fc.array(fc.integer(), { maxLength: 3 }),
  fc.array(fc.boolean(), { maxLength: 2 }),
);
const properties = fc.dictionary(
  fc.constantFrom("state", "likes", "score", "tasks", "ORDER", "match"),
  value,
);

const keyed = (label: "Dataset" | "Model" | "Document") => {
  const property = label === "Document" ? "sha256" : "id";
  return fc
    .record({ key: fc.constantFrom(...NAMES), extra: fc.subarray(["Benchmark", "Family"]), properties })
    .map((node): NodeRecord => ({
      kind: "node",
      label,
      key: node.key,
      labels: label === "Dataset" ? [...node.extra, "Dataset"].sort() : [label],
      properties: sorted({ ...node.properties, [property]: node.key }),
    }));
};

const TYPES = {
  DERIVED_FROM: "Dataset",
  MAY_DERIVE_FROM: "Dataset",
  NOT_DERIVED_FROM: "Dataset",
  MADE_WITH: "Model",
  DESCRIBED_BY: "Document",
} as const;

const aGraph = fc
  .record({
    nodes: fc.uniqueArray(fc.oneof(keyed("Dataset"), keyed("Model"), keyed("Document")), {
      selector: ({ label, key }) => `${label} ${key}`,
      minLength: 1,
      maxLength: 8,
    }),
    links: fc.array(
      fc.record({
        type: fc.constantFrom(...(Object.keys(TYPES) as (keyof typeof TYPES)[])),
        from: fc.constantFrom(...NAMES),
        to: fc.constantFrom(...NAMES),
        properties,
      }),
      { maxLength: 10 },
    ),
  })
  .map(({ nodes, links }) => {
    const there = new Set(nodes.map(({ label, key }) => `${label} ${key}`));
    const ends = new Map<string, RelationshipRecord>();
    for (const { type, from, to, properties } of links) {
      const label = TYPES[type];
      if (!there.has(`Dataset ${from}`) || !there.has(`${label} ${to}`)) continue;
      const kind = label === "Dataset" ? "derivation" : type;
      ends.set(`${kind} ${from} ${to}`, {
        kind: "relationship",
        type,
        from: { label: "Dataset", key: from },
        to: { label, key: to },
        properties: sorted(properties),
      });
    }
    return [...nodes, ...ends.values()];
  });

it("gives back the records that it was given, in any order, over an earlier graph of the same and twice", async () => {
  const order = fc.array(fc.nat(), { minLength: 20, maxLength: 20 });
  await fc.assert(
    fc.asyncProperty(aGraph, order, fc.boolean(), async (records, picks, again) => {
      const shuffled = records
        .map((record, index) => ({ record, pick: picks[index % picks.length] ?? 0 }))
        .sort((one, other) => one.pick - other.pick)
        .map(({ record }) => record);
      await empty();

      await ingestRecords(database, shuffled, { batch: 3 });
      if (again) await ingestRecords(database, shuffled.toReversed(), { batch: 2 });

      const found = await graph();
      expect(found.map(toText).sort()).toEqual(records.map(toText).sort());
    }),
    { numRuns: 60 },
  );
}, 120_000);

const toText = (record: GraphRecord): string => JSON.stringify(record);
