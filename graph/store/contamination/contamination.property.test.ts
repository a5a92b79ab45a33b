import * as fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { Benchmark } from "../../../schema/benchmark.ts";
import type { Edge } from "../../../schema/edge.ts";
import { AppError } from "../../../schema/errors.ts";
import { SPLITS } from "../../../schema/vocabulary.ts";
import { createBenchmarkList } from "../../contamination/create-benchmark-list.ts";
import { findStatesPlainly } from "../../contamination/testing/find-states-plainly.ts";
import { toConfidence, toCost } from "../../contamination/step.ts";
import type { Database } from "../../database.ts";
import { openTestDatabase } from "../../testing/open-test-database.ts";
import { createEdgePlaces } from "../edges/edge-places.ts";
import { decideEdge } from "../edges/decide-edge.ts";
import { createLineageStore } from "../lineage.ts";
import { aClearing, aCommit, aDataset, aDerivation, anId, aReviewer, aTrace } from "../test-data.ts";
import { createTraceStore } from "../traces.ts";

let database: Database;
beforeAll(async () => {
  database = await openTestDatabase();
}, 60_000);
afterAll(() => database.close());

const aBenchmark = (id: string, fields: object) =>
  Benchmark.parse({ id, name: id, domain: "math", source: "https://hub.example", ...fields });
const LIST = createBenchmarkList([
  {
    list: "test",
    entries: [
      aBenchmark("bench/main", { ids: ["bench/copy"], splits: ["train", "test"] }),
      aBenchmark("bench/held-out", { splits: ["test"] }),
      aBenchmark("bench/validation", {
        splits: ["train", "validation", "test"],
        evaluated: ["validation"],
      }),
    ],
  },
]);
const FAMILY = "name:both";
const BENCHMARKS = LIST.entries.map((entry) => ({
  ...entry,
  node: entry.id,
  carriers: new Set<string>([entry.id, ...entry.ids]),
  families: new Set(entry.id === "bench/main" ? [FAMILY] : []),
}));

const NODES = ["p/a", "p/b", "p/c", "p/d", "p/e"];
const split = fc.option(fc.constantFrom(...SPLITS), { nil: undefined });
const edge = fc.record({
  to: fc.constantFrom(...NODES, "bench/main", "bench/copy", "bench/held-out", "bench/validation", FAMILY),
  status: fc.constantFrom("accepted", "accepted", "flagged", "rejected"),
  confidence: fc.constantFrom(0.5, 0.8, 1),
  split,
});
const clearing = fc.record({
  to: fc.constantFrom("bench/main", "bench/copy", "bench/held-out", "bench/validation"),
  status: fc.constantFrom("accepted", "flagged"),
  split,
});
const visit = fc.record({
  dataset: fc.constantFrom(...NODES, "bench/copy"),
  edges: fc.uniqueArray(edge, { selector: ({ to }) => to, maxLength: 4 }),
  clearings: fc.uniqueArray(clearing, { selector: ({ to }) => to, maxLength: 1 }),
});
type Visit = typeof visit extends fc.Arbitrary<infer One> ? One : never;

const splitOf = (one: { readonly split: Visit["edges"][number]["split"] }) =>
  one.split === undefined ? {} : { split: one.split };

const toEdges = ({ dataset, edges, clearings }: Visit): readonly Edge[] => [
  ...edges
    .filter(({ to }) => to !== dataset)
    .map((one) => {
      const { to, status, confidence } = one;
      return aDerivation(dataset, to, { status, confidence, ...splitOf(one) });
    }),
  ...clearings.map((one) => aClearing(dataset, one.to, { status: one.status, ...splitOf(one) })),
];

const toCommit = (one: Visit) => {
  const edges = toEdges(one);
  const namesFamily = edges.some(({ to }) => to === FAMILY);
  const commit = aCommit(one.dataset, edges);
  return {
    ...commit,
    neighbours: [
      ...commit.neighbours.filter(({ id }) => id !== FAMILY),
      ...(namesFamily ? [aDataset(FAMILY, { isFamily: true }), aDataset("bench/main")] : []),
    ],
    members: namesFamily ? [{ family: anId(FAMILY), dataset: anId("bench/main") }] : [],
  };
};

const FLAGS = `
MATCH (d:Dataset)-[c:CONTAMINATED_BY|MAY_BE_CONTAMINATED_BY]->(b:Dataset)
RETURN d.id AS dataset, b.benchmark AS benchmark, b.id AS node, type(c) AS type, properties(c) AS c`;

const storedFlags = async (): Promise<readonly string[]> => {
  const rows = await database.read(FLAGS);
  return rows
    .map(({ dataset, benchmark, type, c }) => {
      const flag = c as Readonly<Record<string, unknown>>;
      const kind =
        type !== "CONTAMINATED_BY" ? "possible" : flag["level"] === "cleared-by-claim" ? "cleared" : "open";
      const ways = [
        flag["path"],
        flag["ground"],
        flag["strongest"],
        flag["strongestGround"],
        flag["confidence"],
      ];
      return JSON.stringify([dataset, benchmark, kind, ...ways, flag["clearings"]]);
    })
    .sort();
};

const plainFlags = (edges: readonly Edge[]): readonly string[] => {
  const steps = edges.flatMap((one) =>
    one.kind !== "derivation" || one.status === "rejected"
      ? []
      : [{ ...one, cost: toCost(one.confidence), waiting: one.status === "flagged" }],
  );
  return BENCHMARKS.flatMap((benchmark) => {
    const clearings = new Map<string, string[]>();
    for (const one of edges) {
      if (one.kind !== "clearing" || one.status !== "accepted" || !benchmark.carriers.has(one.to)) continue;
      if (![undefined, "all", ...benchmark.evaluated].includes(one.split)) continue;
      clearings.set(one.from, [...(clearings.get(one.from) ?? []), one.id].sort());
    }
    return [...findStatesPlainly({ benchmark, steps, clearings })].map(([key, state]) => {
      const { kind, shortest, strongest, clearings: claims } = state;
      const dataset = key.split(" ")[0];
      const confidence = toConfidence(strongest.cost);
      const ways = [shortest.ids, shortest.ground, strongest.ids, strongest.ground, confidence];
      return JSON.stringify([dataset, benchmark.id, kind, ...ways, claims]);
    });
  }).sort();
};

const NUMBER_OF_RUNS = { embedded: 60, neo4j: 8 };

type Edges = Map<string, Edge>;

/** A visit replaces what it finds and drops what it does not, but for what a person decided. */
const afterVisit = (before: Edges, one: Visit): Edges => {
  const edges: Edges = new Map();
  for (const [id, edge] of before) {
    if (edge.from !== one.dataset || edge.decision !== undefined) edges.set(id, edge);
  }
  for (const edge of toEdges(one)) edges.set(edge.id, asDecidedBefore(edge, before.get(edge.id)));
  return edges;
};

const asDecidedBefore = (edge: Edge, before: Edge | undefined): Edge => {
  if (before?.decision === undefined) return edge;
  return { ...before, confidence: edge.confidence };
};

const change = fc.oneof(
  fc.record({ verdict: fc.constant("accepted" as const) }),
  fc.record({ verdict: fc.constant("rejected" as const), reason: fc.constant("cited-only" as const) }),
  fc.record({ verdict: fc.constant("edited" as const), split: fc.constantFrom(...SPLITS, null) }),
);
const decision = fc.record({ pick: fc.nat(), change });
type Decided = typeof decision extends fc.Arbitrary<infer One> ? One : never;

const NOW = new Date("2026-05-06T07:08:09.000Z");

const places = createEdgePlaces();

/** What a person's word makes of the edges; one that is refused makes nothing of them. */
const decideOn = async (before: Edges, { pick, change: wanted }: Decided): Promise<Edges> => {
  const edge = [...before.values()][pick % Math.max(before.size, 1)];
  if (edge === undefined) return before;
  const request = { id: edge.id, change: wanted, list: LIST, now: NOW, places, ...aReviewer() };
  const outcome = await decideEdge(database, request).catch((error: unknown) => error);
  if (isRefusal(outcome)) return before;
  expect(outcome).toMatchObject({ edge: edge.id });
  const status = wanted.verdict === "rejected" ? "rejected" : "accepted";
  const decided = { verdict: wanted.verdict, by: "Ada", at: NOW.toISOString() };
  const { split: old, ...rest } = edge.kind === "model-use" ? { ...edge, split: undefined } : edge;
  const kept = wanted.verdict === "edited" ? (wanted.split ?? undefined) : old;
  const after = { ...rest, status, decision: decided, ...(kept === undefined ? {} : { split: kept }) };
  return new Map([...before, [edge.id, after as Edge]]);
};

const isRefusal = (outcome: unknown): boolean =>
  outcome instanceof AppError && ["CONFLICT", "INPUT_INVALID"].includes(outcome.code);

const step = fc.oneof({ weight: 2, arbitrary: visit }, { weight: 1, arbitrary: decision });

it("keeps the flags what a plain search of all ways finds, after every visit and decision", async () => {
  const store = createLineageStore(database, { benchmarks: LIST });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 10 }), async (steps) => {
      await database.write((transaction) => transaction.run("MATCH (n) DETACH DELETE n"));
      await createTraceStore(database).begin(aTrace({ roots: [] }));
      let edges: Edges = new Map();

      for (const one of steps) {
        if ("dataset" in one) {
          await store.commit(toCommit(one));
          edges = afterVisit(edges, one);
        } else edges = await decideOn(edges, one);

        // The family has its member as soon as a visit names it, as the plain search takes for given: no edge led there before.
        expect(await storedFlags()).toEqual(plainFlags([...edges.values()]));
      }
      expect(await store.recomputeContamination()).toEqual({ added: 0, changed: 0, removed: 0 });
      const faults = await store.faults({ text: async () => "" });
      expect(faults.filter(({ rule }) => rule === "stale-flag" || rule === "level-without-path")).toEqual([]);
    }),
    { numRuns: NUMBER_OF_RUNS[database.engine] },
  );
}, 300_000);
