import * as fc from "fast-check";
import type { DatasetCommit } from "../../../schema/commit.ts";
import type { Edge } from "../../../schema/edge.ts";
import type { Database } from "../../database.ts";
import { createLineageStore } from "../../store/lineage.ts";
import { readGraph } from "../../store/read/read-graph.ts";
import {
  aClearing,
  aCommit,
  aDataset,
  aDerivation,
  aDocument,
  aModelUse,
  anId,
  aTrace,
} from "../../store/test-data.ts";
import { createTraceStore } from "../../store/traces.ts";
import { isDerived } from "./derived.ts";

const NAMES = ["r/a", "r/b", "r/c", "name:d", "github:e/f"];

/** Texts of any kind: quotes, newlines, control and astral characters among them. */
const text = fc.string({ unit: "binary", maxLength: 12 });

const edge = fc.record({
  to: fc.constantFrom(...NAMES),
  kind: fc.constantFrom("accepted", "flagged", "rejected", "model-use", "clearing", "proposal"),
  confidence: fc.double({ min: 0, max: 1, noNaN: true }),
  subset: fc.option(text, { nil: undefined }),
});

const visit = fc.record({
  edges: fc.uniqueArray(edge, { selector: ({ to, kind }) => `${to} ${kind}`, maxLength: 5 }),
  summary: fc.option(text, { nil: undefined }),
  languages: fc.array(text, { maxLength: 2 }),
  downloads: fc.nat(),
  isBenchmark: fc.boolean(),
  alias: fc.string({ minLength: 1, maxLength: 8 }),
});
type Visit = typeof visit extends fc.Arbitrary<infer One> ? One : never;

/** What visits of up to five datasets leave behind. */
export const someVisits = fc.array(visit, { minLength: 1, maxLength: NAMES.length });

const toEdge = (from: string, { to, kind, confidence, subset }: Visit["edges"][number]): Edge => {
  const fields = { confidence, ...(subset === undefined ? {} : { subset }) };
  switch (kind) {
    case "model-use":
      return { ...aModelUse(from, `maker/${anId(to)}`, "judge"), confidence };
    case "clearing":
      return aClearing(from, to, { confidence, split: "test" });
    case "rejected":
      return aDerivation(from, to, { ...fields, status: "rejected", rejection: "cited-only" });
    case "flagged":
      return aDerivation(from, to, { ...fields, status: "flagged", flags: ["low-confidence"] });
    case "proposal": {
      const origin = { kind: "proposal", at: "2026-05-06T07:08:09.000Z", note: subset ?? "no note" } as const;
      return aDerivation(from, to, { ...fields, origin: { ...origin, note: origin.note || "none" } });
    }
    default:
      return aDerivation(from, to, fields);
  }
};

const toCommit = (one: Visit, index: number): DatasetCommit => {
  const id = NAMES[index] ?? "r/none";
  const edges = one.edges.map((edge) => toEdge(id, edge));
  const isSecond = (edge: Edge, at: number): boolean =>
    edges.slice(0, at).some(({ id: other }) => other === edge.id);
  return aCommit(
    id,
    edges.filter((edge, at) => edge.to !== id && !isSecond(edge, at)),
    {
      documents: [aDocument(`card of ${id}`), aDocument("shared", { url: `https://hub.example/${id}` })],
      dataset: aDataset(id, {
        isBenchmark: one.isBenchmark,
        downloads: one.downloads,
        languages: one.languages,
        ...(one.summary === undefined ? {} : { summary: one.summary }),
      }),
      aliases: [{ key: one.alias, datasetId: anId(id), reason: "spelling" }],
    },
  );
};

/** Empties the graph, then writes the visits as a trace does. */
export const fillGraph = async (database: Database, visits: readonly Visit[]): Promise<void> => {
  await emptyGraph(database);
  await createTraceStore(database).begin(aTrace({ roots: [anId("r/a"), anId("r/waits")] }));
  const store = createLineageStore(database);
  for (const commit of visits.map(toCommit)) await store.commit(commit);
};

export const emptyGraph = (database: Database): Promise<unknown> =>
  database.write((transaction) => transaction.run("MATCH (n) DETACH DELETE n"));

/** All that the graph holds, without what it computes from the rest. */
export const recordsOf = async (database: Database): Promise<readonly string[]> => {
  const records: string[] = [];
  for await (const record of readGraph(database))
    if (!isDerived(record)) records.push(JSON.stringify(record));
  return records;
};
