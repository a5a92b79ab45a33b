import * as fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { Benchmark } from "../../../schema/benchmark.ts";
import type { Derivation, Edge } from "../../../schema/edge.ts";
import { EdgeFilter } from "../../../schema/review-batch.ts";
import type { ReviewEvent } from "../../../schema/review.ts";
import { createBenchmarkList } from "../../contamination/create-benchmark-list.ts";
import type { Database } from "../../database.ts";
import { PROPERTY_ROUNDS } from "../../engines/engine-differences.ts";
import { openTestDatabase } from "../../testing/open-test-database.ts";
import { toEdge as parseEdge } from "../../rows.ts";
import { addEdge } from "../edges/add-edge.ts";
import { decideEdge } from "../edges/decide-edge.ts";
import { createEdgePlaces } from "../edges/edge-places.ts";
import { createLineageStore } from "../lineage.ts";
import {
  aCommit,
  aDataset,
  aDerivation,
  anEvidence,
  anId,
  aDocument,
  aReviewer,
  aTrace,
} from "../test-data.ts";
import { createTraceStore } from "../traces.ts";
import { decisionsOf } from "./decisions-of.ts";
import { nameDataset } from "./name-dataset.ts";
import { readLog } from "./read-log.ts";
import { replayReviews } from "./replay-reviews.ts";
import { isRefusal, reviewBatch } from "./review-batch.ts";
import { undoReview } from "./undo-review.ts";

let database: Database;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

const LIST = createBenchmarkList([
  {
    list: "test",
    entries: [
      Benchmark.parse({
        id: "q/exam",
        name: "Exam",
        domain: "math",
        splits: ["train", "test"],
        source: "https://hub.example",
      }),
    ],
  },
]);
const NAMES = ["q/a", "q/b", "q/c", "q/d", "q/exam"];
const UNRESOLVED = "name:tide-tables";

const edgeTo = fc.record({
  to: fc.constantFrom(...NAMES, UNRESOLVED),
  status: fc.constantFrom("accepted", "flagged", "rejected"),
});
const visits = fc.tuple(
  ...["q/a", "q/b", "q/c", "q/d"].map((id) =>
    fc.uniqueArray(edgeTo, { selector: ({ to }) => to, maxLength: 4 }).map((edges) => ({ id, edges })),
  ),
);
type Visits = typeof visits extends fc.Arbitrary<infer All> ? All : never;

const verdict = fc.constantFrom("accepted" as const, "rejected" as const, "edited" as const);
const pick = fc.nat(1_000);
const step = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ kind: fc.constant("decide" as const), pick, verdict, to: fc.option(pick) }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("bulk" as const), verdict, decided: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("name" as const), to: pick }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("add" as const), from: pick, to: pick }) },
  { weight: 5, arbitrary: fc.record({ kind: fc.constant("undo" as const), pick }) },
);
type Step = typeof step extends fc.Arbitrary<infer One> ? One : never;

const CARD = (id: string) => aDocument(`card of ${id}`);

const toEdge = (id: string, { to, status }: Visits[number]["edges"][number]): Derivation =>
  aDerivation(id, to, {
    status,
    ...(status === "flagged" ? { flags: ["low-confidence" as const] } : {}),
    ...(status === "rejected" ? { rejection: "cited-only" as const } : {}),
  });

/** Visits go from the first dataset to the last, so that what they accept runs in no circle. */
const toCommits = (all: Visits) =>
  all.map(({ id, edges: wanted }) => {
    const edges = wanted
      .filter(({ to, status }) => to !== id && (status !== "accepted" || to > id))
      .map((edge) => toEdge(id, edge));
    const evidence = edges.map((edge) =>
      anEvidence(edge, CARD(id), { nameAsWritten: edge.to === UNRESOLVED ? "Tide Tables" : edge.to }),
    );
    return aCommit(id, edges, {
      evidence,
      dataset: aDataset(id, { tracedAt: "2026-03-04T05:06:07.000Z" }),
    });
  });

const at = <Item>(items: readonly Item[], place: number): Item | undefined =>
  items.length === 0 ? undefined : items[place % items.length];

const now = () => new Date("2026-05-06T07:08:09.000Z");

const startOver = async (all: Visits) => {
  await database.write((transaction) => transaction.run("MATCH (n) DETACH DELETE n"));
  await createTraceStore(database).begin(aTrace({ roots: [] }));
  const store = createLineageStore(database, { benchmarks: LIST, now });
  await database.write((transaction) =>
    transaction.run("MERGE (d:Dataset {id: 'q/exam'}) SET d += $properties", {
      properties: { ...aDataset("q/exam", { state: "terminal" }), visited: false },
    }),
  );
  for (const commit of toCommits(all)) await store.commit(commit);
  await store.applyBenchmarks();
  return store;
};

const changeOf = (which: "accepted" | "rejected" | "edited") =>
  which === "rejected" ? ({ verdict: which, reason: "wrong-id" } as const) : ({ verdict: which } as const);

const act = async (one: Step, edges: readonly Edge[], log: readonly ReviewEvent[]): Promise<unknown> => {
  const settings = { ...aReviewer(), list: LIST, now: now(), places: createEdgePlaces() };
  switch (one.kind) {
    case "decide": {
      const edge = at(edges, one.pick);
      if (edge === undefined) return undefined;
      const to = one.to === null ? undefined : anId(at(NAMES, one.to) ?? "q/a");
      const change =
        one.verdict === "edited" && to !== undefined
          ? ({ verdict: "edited", to } as const)
          : changeOf(one.verdict);
      return decideEdge(database, { ...settings, id: edge.id, change });
    }
    case "bulk": {
      const filter = EdgeFilter.parse({ statuses: ["flagged", "rejected"], decided: one.decided });
      const request = { change: changeOf(one.verdict), filter, preview: false };
      return reviewBatch(database, { ...settings, request });
    }
    case "name":
      return nameDataset(database, {
        ...settings,
        name: "tide tables",
        to: anId(at(NAMES, one.to) ?? "q/a"),
        scope: "flagged",
      });
    case "add": {
      const [from, to] = [anId(at(NAMES, one.from) ?? "q/a"), anId(at(NAMES, one.to) ?? "q/a")];
      return addEdge(database, {
        ...settings,
        addition: { from, to, relation: "inclusion", note: "so they say" },
      });
    }
    case "undo": {
      const event = at(log, one.pick);
      if (event === undefined) return undefined;
      return undoReview(database, { ...settings, undoes: event.batch ?? event.id });
    }
  }
};

const readEdges = async (): Promise<readonly Edge[]> => {
  const rows = await database.read(
    "MATCH (a:Dataset)-[r]->(b:Dataset) WHERE r.signals IS NOT NULL RETURN type(r) AS type, a.id AS from, b.id AS to, properties(r) AS properties",
  );
  return rows.map(parseEdge).sort((one, other) => (one.id < other.id ? -1 : 1));
};

const readFlags = async (): Promise<readonly string[]> => {
  const rows = await database.read(
    "MATCH (d:Dataset)-[r:CONTAMINATED_BY|MAY_BE_CONTAMINATED_BY]->(b:Dataset) RETURN d.id AS d, b.id AS b, r.level AS level, r.path AS path",
  );
  return rows.map((row) => JSON.stringify(row)).sort();
};

const readEvidence = async (): Promise<readonly string[]> => {
  const rows = await database.read("MATCH (e:Evidence) RETURN e.id AS id");
  return rows.map((row) => String(row["id"])).sort();
};

const wholeLog = async (): Promise<readonly ReviewEvent[]> => {
  const reader = {
    run: (cypher: string, parameters?: Readonly<Record<string, unknown>>) =>
      database.read(cypher, parameters),
  };
  const { items } = await readLog(reader, { after: 0, limit: 500 });
  return items.map(({ undone: _undone, ...event }) => event);
};

it("leaves the graph that a replay of the log makes of a fresh copy, whatever is decided and undone", async () => {
  await fc.assert(
    fc.asyncProperty(visits, fc.array(step, { minLength: 1, maxLength: 12 }), async (all, steps) => {
      const store = await startOver(all);
      for (const one of steps) {
        const [edges, log] = [await readEdges(), await wholeLog()];
        const outcome = await act(one, edges, log).catch((error: unknown) => error);
        if (outcome instanceof Error && !isRefusal(outcome)) throw outcome;
      }
      const [edges, evidence, flags, log] = [
        await readEdges(),
        await readEvidence(),
        await readFlags(),
        await wholeLog(),
      ];
      const recomputed = await store.recomputeContamination();
      const faults = await store.faults({ text: async (sha256) => `0123456789${sha256}` });
      for (const commit of toCommits(all)) await store.commit(commit);
      const retraced = await readEdges();
      const fresh = await startOver(all);
      await replayReviews(database, log);
      await fresh.applyBenchmarks();
      await fresh.recomputeContamination();

      expect(log.map(({ sequence }) => sequence)).toEqual(log.map((_, index) => index + 1));
      expect(recomputed).toEqual({ added: 0, changed: 0, removed: 0 });
      expect(faults.filter(({ rule }) => rule !== "span-not-in-document")).toEqual([]);
      expect(await readEdges()).toEqual(edges);
      expect(await readEvidence()).toEqual(evidence);
      expect(await readFlags()).toEqual(flags);
      const decided = new Map(
        edges.flatMap(({ id, decision }) => (decision === undefined ? [] : [[id, decision] as const])),
      );
      expect(new Map([...decisionsOf(log)].sort())).toEqual(new Map([...decided].sort()));
      const kept = new Map(retraced.map((edge) => [edge.id, edge]));
      for (const [id, decision] of decided) expect(kept.get(id)?.decision).toEqual(decision);
    }),
    { numRuns: PROPERTY_ROUNDS[database.engine] },
  );
}, 300_000);
