import { afterAll, beforeAll, expect, test } from "vitest";
import { GraphSnapshot, type SnapshotQuery } from "../../schema/api.ts";
import { GraphOverview, type OverviewQuery } from "../../schema/graph-overview.ts";
import type { Database } from "../database.ts";
import { openTestDatabase } from "../testing/open-test-database.ts";
import { createLineageStore } from "../store/lineage.ts";
import { createGraphPictures } from "./create-graph-pictures.ts";
import { aCommit, aDataset, aDerivation, aTrace } from "../store/test-data.ts";
import { createTraceStore } from "../store/traces.ts";
import { type GraphVersion, trackVersion } from "../track-version.ts";

let database: Database & GraphVersion;

const FLAG = `
MATCH (d:Dataset {id: $dataset}), (b:Dataset {id: $benchmark})
CREATE (d)-[:CONTAMINATED_BY {level: $level}]->(b)`;

beforeAll(async () => {
  database = trackVersion(await openTestDatabase());
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
    dataset: aDataset("acme/logs", {
      downloads: 7,
      domains: ["code"],
      licence: "mit",
      createdAt: "2024-03-02T23:00:00.000Z",
    }),
    neighbours: [
      aDataset("acme/charts", { domains: ["code"], isBenchmark: true, state: "frontier" }),
      aDataset("acme/tides", { state: "frontier", hubMonth: "2023-11" }),
      aDataset("acme/exam", { state: "mentioned" }),
    ],
  });
  const flags = [
    { dataset: "acme/logs", benchmark: "acme/charts", level: "inherited" },
    { dataset: "acme/logs", benchmark: "acme/tides", level: "declared" },
  ];
  for (const flag of flags) await database.write((transaction) => transaction.run(FLAG, flag));
});
afterAll(() => database.close());

const read = async (query: Partial<SnapshotQuery> = {}): Promise<GraphSnapshot> =>
  GraphSnapshot.parse(await createGraphPictures(database).snapshot({ limit: 20_000, ...query }));
const overview = async (query: Partial<OverviewQuery> = {}): Promise<GraphOverview> =>
  GraphOverview.parse(await createGraphPictures(database).overview({ limit: 24, skip: 0, ...query }));

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

test("a snapshot says of each dataset its domains, strongest flag, licence, first day and place", async () => {
  const { nodes, words } = await read();

  const placeOf = (id: string) => nodes.id.findIndex((one) => one === id);
  const logs = placeOf("acme/logs");
  expect(nodes.domains[logs]).toBe(2 ** words.domains.indexOf("code"));
  expect(nodes.domains[placeOf("acme/tides")]).toBe(0);
  expect(nodes.level.map((level) => words.levels[level])).toEqual(["none", "declared", "none"]);
  expect(nodes.licence.map((licence) => licence !== null && words.licences[licence])).toEqual([
    false,
    "mit",
    false,
  ]);
  expect(nodes.created.map((day) => day !== null && toDate(day))).toEqual([
    false,
    "2024-03-02",
    "2023-11-01",
  ]);
  expect(nodes.x[logs]).toBeLessThan(nodes.x[placeOf("acme/charts")] ?? 0);
});

test("a group of the overview can be asked for alone, and an owner too", async () => {
  expect((await read({ within: "unknown" })).nodes.id).toEqual(["acme/tides"]);
  expect((await read({ within: "code", owner: "acme" })).nodes.id).toEqual(["acme/charts", "acme/logs"]);
  expect((await read({ owner: "nobody" })).nodes.id).toEqual([]);
});

test("an overview groups by domain, and says what runs between the groups", async () => {
  const { level, total, groups, edges } = await overview();

  expect({ level, total }).toEqual({ level: "domain", total: { datasets: 3, edges: 2, owners: 1 } });
  expect(groups.map(({ x: _x, y: _y, ...group }) => group)).toEqual([
    {
      kind: "domain",
      name: "code",
      datasets: 2,
      benchmarks: 1,
      owners: 1,
      levels: { declared: 1, none: 1 },
      innerEdges: 1,
      outerSources: 0,
      outerUses: 0,
    },
    {
      kind: "domain",
      name: "unknown",
      datasets: 1,
      benchmarks: 0,
      owners: 1,
      levels: { none: 1 },
      innerEdges: 0,
      outerSources: 0,
      outerUses: 0,
    },
  ]);
  expect(edges).toEqual([{ from: 0, to: 1, accepted: 0, flagged: 1 }]);
  expect(groups[0]?.x).toBeLessThan(groups[1]?.x ?? 0);
});

test("an overview within a domain groups by owner, and counts what leads out of it", async () => {
  const { level, groups } = await overview({ within: "code" });

  expect(level).toBe("owner");
  expect(groups).toMatchObject([
    { kind: "owner", name: "acme", datasets: 2, innerEdges: 1, outerSources: 1 },
  ]);
});

test("an overview of an owner has no groups, and says how much there is", async () => {
  expect(await overview({ within: "code", owner: "acme" })).toEqual({
    level: "dataset",
    total: { datasets: 2, edges: 1, owners: 1 },
    groups: [],
    edges: [],
  });
});

test("pictures follow what is written", async () => {
  const pictures = createGraphPictures(database);
  const before = await pictures.overview({ limit: 24, skip: 0 });

  await createLineageStore(database).commit(aCommit("acme/tides", [aDerivation("acme/tides", "acme/moon")]));
  const after = await pictures.overview({ limit: 24, skip: 0 });

  expect(after.total.edges).toBe(before.total.edges + 1);
});

const DAY_MS = 86_400_000;
const toDate = (day: number): string => new Date(day * DAY_MS).toISOString().slice(0, 10);
