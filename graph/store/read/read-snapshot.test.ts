import { afterAll, beforeAll, expect, test } from "vitest";
import { GraphSnapshot, type SnapshotQuery } from "../../../schema/api.ts";
import type { Database } from "../../database.ts";
import { openTestDatabase } from "../../testing/open-test-database.ts";
import { createLineageStore } from "../lineage.ts";
import { readSnapshot } from "./read-snapshot.ts";
import { aCommit, aDataset, aDerivation, aTrace } from "../test-data.ts";
import { createTraceStore } from "../traces.ts";

let database: Database;

beforeAll(async () => {
  database = await openTestDatabase();
  await createTraceStore(database).begin(aTrace({ roots: [] }));
  const flagged = aDerivation("acme/logs", "acme/tides", {
    status: "flagged",
    flags: ["low-confidence"],
    relation: "synthesis",
    confidence: 0.41234,
  });
  const rejected = aDerivation("acme/logs", "acme/exam", {
    status: "rejected",
    rejection: "evaluation-only",
  });
  const commit = aCommit("acme/logs", [aDerivation("acme/logs", "acme/charts"), flagged, rejected]);
  await createLineageStore(database).commit({
    ...commit,
    dataset: aDataset("acme/logs", { downloads: 7, domains: ["code"] }),
    neighbours: [
      aDataset("acme/charts", { domains: ["code"], isBenchmark: true, state: "frontier" }),
      aDataset("acme/tides", { state: "frontier" }),
      aDataset("acme/exam", { state: "mentioned" }),
    ],
  });
});
afterAll(() => database.close());

const read = async (query: Partial<SnapshotQuery> = {}): Promise<GraphSnapshot> =>
  GraphSnapshot.parse(await readSnapshot(database, { limit: 20_000, ...query }));

test("a snapshot has every dataset and every accepted and flagged edge, in columns", async () => {
  const { nodes, edges, words, total, truncated } = await read();

  expect(nodes.id).toEqual(["acme/charts", "acme/logs", "acme/tides"]);
  expect(nodes.state.map((state) => words.states[state])).toEqual(["frontier", "traced", "frontier"]);
  expect(nodes).toMatchObject({
    kind: [1, 0, 0],
    downloads: [null, 7, null],
    sources: [0, 2, 0],
    uses: [1, 0, 1],
  });
  const drawn = edges.id.map((_, edge) => [
    nodes.id[edges.from[edge] ?? -1],
    nodes.id[edges.to[edge] ?? -1],
    words.relations[edges.relation[edge] ?? -1],
    words.statuses[edges.status[edge] ?? -1],
    edges.confidence[edge],
  ]);
  expect(drawn).toHaveLength(2);
  expect(drawn).toContainEqual(["acme/logs", "acme/charts", "inclusion", "accepted", 0.9]);
  expect(drawn).toContainEqual(["acme/logs", "acme/tides", "synthesis", "flagged", 0.412]);
  expect({ total, truncated }).toEqual({ total: { datasets: 3, edges: 2 }, truncated: false });
});

test("a limit keeps the datasets with the most edges, and says that there are more", async () => {
  const { nodes, edges, total, truncated } = await read({ limit: 2 });

  expect(nodes.id).toEqual(["acme/charts", "acme/logs"]);
  expect(nodes.sources).toEqual([0, 2]);
  expect(edges.id).toHaveLength(1);
  expect({ total, truncated }).toEqual({ total: { datasets: 3, edges: 2 }, truncated: true });
});

test("a domain leaves the others out", async () => {
  const { nodes, total, truncated } = await read({ domain: "code" });

  expect(nodes.id).toEqual(["acme/charts", "acme/logs"]);
  expect({ total, truncated }).toEqual({ total: { datasets: 2, edges: 1 }, truncated: false });
});
