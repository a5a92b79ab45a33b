import * as fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { DatasetCommit } from "../../../schema/commit.ts";
import type { Derivation } from "../../../schema/edge.ts";
import type { Database } from "../../database.ts";
import { PROPERTY_ROUNDS } from "../../engines/engine-differences.ts";
import { openTestDatabase } from "../../testing/open-test-database.ts";
import { createLineageStore } from "../lineage.ts";
import { aCommit, aDataset, aDerivation, aDocument, aModelUse, anId, aTrace } from "../test-data.ts";
import { createTraceStore } from "../traces.ts";

let database: Database;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

const NAMES = ["p/a", "p/b", "p/c", "p/d", "p/e"];
/** Facts are the registry's, so everybody who states one states the same. */
const factsOf = (id: string) => ({ downloads: id.charCodeAt(2), licence: `licence of ${id}` });

const edgeTo = fc.record({
  to: fc.constantFrom(...NAMES),
  status: fc.constantFrom("accepted", "flagged", "rejected"),
});
const visit = fc.record({
  edges: fc.uniqueArray(edgeTo, { selector: ({ to }) => to, maxLength: 4 }),
  states: fc.array(fc.constantFrom("mentioned", "frontier", "terminal"), { minLength: 4, maxLength: 4 }),
  outcome: fc.constantFrom("traced", "not-found", "gated"),
  withFacts: fc.boolean(),
  alias: fc.constantFrom("renamed", "linked", "spelling"),
});

type Visit = typeof visit extends fc.Arbitrary<infer One> ? One : never;

const toDerivation = (id: string, { to, status }: Visit["edges"][number]): Derivation =>
  status === "rejected"
    ? aDerivation(id, to, { status, rejection: "cited-only" })
    : aDerivation(id, to, { status, flags: status === "flagged" ? ["low-confidence"] : [] });

const toCommit = (one: Visit, index: number): DatasetCommit => {
  const id = NAMES[index] ?? "p/none";
  const derivations = one.edges.filter(({ to }) => to !== id).map((edge) => toDerivation(id, edge));
  const facts = one.withFacts ? factsOf(id) : {};
  return aCommit(id, [...derivations, aModelUse(id, "maker/model", "judge")], {
    outcome: one.outcome,
    documents: [aDocument(`card of ${id}`), aDocument("shared text", { url: `https://hub.example/${id}` })],
    dataset: aDataset(id, { state: one.outcome, stateReason: `as seen on a visit of ${id}`, ...facts }),
    aliases: [{ key: "shared name", datasetId: anId(id), reason: one.alias }],
    neighbours: derivations.map(({ to }, at) =>
      aDataset(to, { state: one.states[at] ?? "mentioned", stateReason: `named by ${id}`, ...factsOf(to) }),
    ),
  });
};

/** The graph without what only tells in which order its visits came. */
const graphAfter = async (commits: readonly DatasetCommit[]): Promise<readonly string[]> => {
  await database.write((transaction) => transaction.run("MATCH (n) DETACH DELETE n"));
  await createTraceStore(database).begin(aTrace({ roots: [] }));
  const store = createLineageStore(database);
  for (const commit of commits) await store.commit(commit);
  const records: string[] = [];
  for await (const record of store.records()) {
    if (record.kind === "relationship" && record.type === "VISITED") continue;
    if (record.kind === "node" && record.label === "Trace") continue;
    records.push(JSON.stringify(record));
  }
  return records;
};

it("makes the same graph of the same visits in any order, however often each is repeated", async () => {
  const visits = fc.array(visit, { minLength: 2, maxLength: NAMES.length });
  const order = fc.array(fc.nat(), { minLength: 4, maxLength: 12 });
  await fc.assert(
    fc.asyncProperty(visits, order, async (all, picks) => {
      const commits = all.map(toCommit);
      const shuffled = [...picks.map((pick) => commits[pick % commits.length]), ...commits.toReversed()];

      const expected = await graphAfter(commits);
      const actual = await graphAfter(shuffled.filter((commit) => commit !== undefined));

      expect(actual).toEqual(expected);
    }),
    { numRuns: PROPERTY_ROUNDS[database.engine] },
  );
}, 60_000);
