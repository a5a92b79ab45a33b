import * as fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { Benchmark } from "../../../schema/benchmark.ts";
import { SPLITS } from "../../../schema/vocabulary.ts";
import { createBenchmarkList } from "../../contamination/create-benchmark-list.ts";
import type { Database } from "../../database.ts";
import { openTestDatabase } from "../../testing/open-test-database.ts";
import { createLineageStore } from "../lineage.ts";
import { aClearing, aCommit, aDerivation, aTrace } from "../test-data.ts";
import { createTraceStore } from "../traces.ts";
import { withdrawDataset } from "./withdraw-dataset.ts";

let database: Database;
beforeAll(async () => {
  database = await openTestDatabase();
}, 60_000);
afterAll(() => database.close());

const LIST = createBenchmarkList([
  {
    list: "test",
    entries: ["bench/main", "bench/held-out"].map((id) =>
      Benchmark.parse({
        id,
        name: id,
        domain: "math",
        source: "https://hub.example",
        splits: id === "bench/main" ? ["train", "test"] : ["test"],
        ids: id === "bench/main" ? ["bench/copy"] : [],
      }),
    ),
  },
]);

const NODES = ["p/a", "p/b", "p/c", "p/d", "p/e", "p/f"];
const split = fc.option(fc.constantFrom(...SPLITS), { nil: undefined });
const edge = fc.record({
  to: fc.constantFrom(...NODES, "bench/main", "bench/copy", "bench/held-out"),
  status: fc.constantFrom("accepted" as const, "accepted" as const, "flagged" as const),
  confidence: fc.constantFrom(0.5, 0.8, 1),
  split,
});
const visit = fc.record({
  edges: fc.uniqueArray(edge, { selector: ({ to }) => to, maxLength: 4 }),
  clears: fc.option(fc.constantFrom("bench/main", "bench/held-out"), { nil: undefined }),
});
/** One visit of every node, and which dataset is withdrawn; a benchmark's copy may be the one. */
const world = fc.record({
  visits: fc.tuple(...NODES.map(() => visit)),
  withdrawn: fc.constantFrom(...NODES, "bench/copy"),
});

const FLAGS = `
MATCH (d:Dataset)-[c:CONTAMINATED_BY|MAY_BE_CONTAMINATED_BY]->(b:Dataset)
RETURN d.id AS dataset, b.id AS benchmark, type(c) AS type, c.level AS level, c.path AS path, c.strongest AS strongest,
  c.clearings AS clearings`;

const WITHOUT = `
MATCH (d:Dataset {id: $id})-[r:DERIVED_FROM|MAY_DERIVE_FROM]-(:Dataset)
DELETE r`;

const flagLines = async (): Promise<readonly string[]> =>
  (await database.read(FLAGS))
    .map(({ dataset, benchmark, type, level, path, strongest, clearings }) =>
      JSON.stringify([dataset, benchmark, type, level, path, strongest, clearings]),
    )
    .sort();

const ofAny = (lines: readonly string[], datasets: ReadonlySet<string>): readonly string[] =>
  lines.filter((line) => datasets.has(String((JSON.parse(line) as unknown[])[0])));

const NUMBER_OF_RUNS = { embedded: 60, neo4j: 8 };

it("finds what a recompute finds on a graph from which the dataset's edges were taken", async () => {
  const store = createLineageStore(database, { benchmarks: LIST });
  await fc.assert(
    fc.asyncProperty(world, async ({ visits, withdrawn }) => {
      await database.write((transaction) => transaction.run("MATCH (n) DETACH DELETE n"));
      await createTraceStore(database).begin(aTrace({ roots: [] }));
      for (const [at, node] of NODES.entries()) {
        const { edges = [], clears } = visits[at] ?? {};
        const derivations = edges
          .filter(({ to }) => to !== node)
          .map(({ to, split: taken, ...rest }) =>
            aDerivation(node, to, { ...rest, ...(taken === undefined ? {} : { split: taken }) }),
          );
        await store.commit(
          aCommit(node, [...derivations, ...(clears === undefined ? [] : [aClearing(node, clears)])]),
        );
      }
      const before = await flagLines();

      const { left, descendants, fates } = await withdrawDataset(database, withdrawn);

      expect(await flagLines()).toEqual(before);
      await database.write((transaction) => transaction.run(WITHOUT, { id: withdrawn }));
      await store.recomputeContamination();
      const after = await flagLines();
      const below = new Set(descendants.map(({ id }) => id));
      const found = left.map(({ dataset, benchmark, type, properties }) => {
        const { level, path, strongest, clearings } = properties;
        return JSON.stringify([dataset, benchmark, type, level, path, strongest, clearings]);
      });
      expect(found.toSorted()).toEqual(ofAny(after, below));
      const others = new Set(NODES.filter((node) => node !== withdrawn && !below.has(node)));
      expect(ofAny(after, others)).toEqual(ofAny(before, others));
      for (const { dataset, benchmark, outcome } of fates) {
        const isLeft = after.some((line) =>
          line.startsWith(JSON.stringify([dataset, benchmark]).slice(0, -1)),
        );
        expect([dataset, benchmark, outcome === "vanishes"]).toEqual([dataset, benchmark, !isLeft]);
      }
    }),
    { numRuns: NUMBER_OF_RUNS[database.engine] },
  );
}, 300_000);
