import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Benchmark } from "../../../schema/benchmark.ts";
import { AppError } from "../../../schema/errors.ts";
import { createBenchmarkList } from "../../contamination/create-benchmark-list.ts";
import type { Database } from "../../database.ts";
import { openTestDatabase } from "../../testing/open-test-database.ts";
import type { DocumentTexts } from "./find-faults.ts";
import { createLineageStore } from "../lineage.ts";
import type { LineageStore } from "../lineage.ts";
import { aCommit, aDataset, aDerivation, aDocument, anEvidence, aTrace, commitsOf } from "../test-data.ts";
import { createTraceStore } from "../traces.ts";

let database: Database;
let store: LineageStore;
const texts = new Map<string, string>();
const documents: DocumentTexts = {
  text: async (sha256) => {
    const text = texts.get(sha256);
    if (text === undefined) throw new AppError(`no document ${sha256}`, { code: "NOT_FOUND" });
    return text;
  },
};

beforeAll(async () => {
  database = await openTestDatabase();
  store = createLineageStore(database);
  await createTraceStore(database).begin(aTrace());
});
afterAll(() => database.close());

const BENCHMARK = { name: "Flag Bench", domain: "math", splits: ["test"], source: "https://hub.example" };
const run = (cypher: string) => database.write((transaction) => transaction.run(cypher));
const rulesAndSubjects = async () =>
  (await store.faults(documents)).map(({ rule, subject }) => [rule, subject] as const);
/** The tests' quotes are of documents that mostly are not there. */
const apartFromQuotes = (faults: readonly (readonly [string, string])[]) =>
  faults.filter(([rule]) => rule !== "document-missing" && rule !== "span-not-in-document");

describe("the check of the graph", () => {
  it("finds nothing wrong with what was committed with its documents", async () => {
    const edge = aDerivation("sound/set", "sound/source");
    const text = `0123456789built from sound/source.`;
    const card = aDocument(text);
    texts.set(card.sha256, text);

    await store.commit(
      aCommit("sound/set", [edge], { documents: [card], evidence: [anEvidence(edge, card)] }),
    );

    expect(await store.faults(documents)).toEqual([]);
  });

  it("finds a quote that is not where its evidence says, and one whose document is gone", async () => {
    const edge = aDerivation("shifted/set", "shifted/source");
    const text = "123456789built from shifted/source.";
    const card = aDocument(text);
    texts.set(card.sha256, text);
    await store.commit(
      aCommit("shifted/set", [edge], { documents: [card], evidence: [anEvidence(edge, card)] }),
    );
    await store.commit(aCommit("gone/set", [aDerivation("gone/set", "gone/source")]));

    const faults = await store.faults(documents);

    expect(faults.map(({ rule }) => rule)).toEqual(["span-not-in-document", "document-missing"]);
    expect(faults.map(({ detail }) => detail).join(" ")).toMatch(
      /not at 10 of .*quotes of it cannot be looked up: .*no document/,
    );
  });

  it("finds accepted edges that cannot be: to itself, against time, in a cycle", async () => {
    const self = aDerivation("self/set", "self/set");
    await store.commit(aCommit("self/set", [self]));
    const early = aDerivation("early/set", "late/set");
    await store.commit(
      aCommit("early/set", [early], {
        dataset: aDataset("early/set", { createdAt: "2023-01-01T00:00:00.000Z" }),
        neighbours: [aDataset("late/set", { state: "frontier", createdAt: "2024-01-01T00:00:00.000Z" })],
      }),
    );
    for (const commit of commitsOf({ "ring/a": ["ring/b"], "ring/b": ["ring/a"] }))
      await store.commit(commit);

    expect(apartFromQuotes(await rulesAndSubjects())).toEqual([
      ["newer-than-derived", early.id],
      ["self-edge", self.id],
      ["cycle", "ring/a"],
    ]);
  });

  it("finds what somebody did to the graph by hand", async () => {
    await run("MATCH (n:Dataset) DETACH DELETE n");
    await run("MATCH (n) WHERE n:Evidence OR n:Alias DETACH DELETE n");
    const edge = aDerivation("hand/set", "hand/source");
    await store.commit(
      aCommit("hand/set", [edge], {
        aliases: [{ key: "by hand", datasetId: edge.from, reason: "spelling" }],
      }),
    );
    await run("MATCH (e:Evidence) DETACH DELETE e");
    await run("MATCH (:Alias)-[r:REFERS_TO]->() DELETE r");
    await run(
      "CREATE (:Dataset {id: 'Hand/Set', name: 'Set', registry: 'huggingface', state: 'traced', isBenchmark: false, isFamily: false})",
    );
    await run("CREATE (:Dataset {id: 'broken/set', state: 'nonsense'})");

    expect((await rulesAndSubjects()).map((fault) => fault.join(" ")).sort()).toEqual([
      "dangling-alias by hand",
      "duplicate-dataset hand/set",
      `edge-without-evidence ${edge.id}`,
      "unreadable broken/set",
    ]);
  });

  it("finds flags that name no way, that no edge amounts to, and that are missing", async () => {
    await run("MATCH (n) WHERE n:Dataset OR n:Evidence OR n:Alias DETACH DELETE n");
    const list = createBenchmarkList([
      {
        list: "test",
        entries: [Benchmark.parse({ ...BENCHMARK, id: "flag/bench" })],
      },
    ]);
    const marking = createLineageStore(database, { benchmarks: list });
    for (const id of ["flag/a", "flag/b", "flag/c"]) {
      await marking.commit(aCommit(id, [aDerivation(id, "flag/bench")]));
    }
    const before = apartFromQuotes(await rulesAndSubjects());
    await run("MATCH (:Dataset {id: 'flag/a'})-[c:CONTAMINATED_BY]->() SET c.path = []");
    await run("MATCH (:Dataset {id: 'flag/b'})-[c:CONTAMINATED_BY]->() SET c.level = 'inherited'");
    await run("MATCH (:Dataset {id: 'flag/c'})-[c:CONTAMINATED_BY]->() DELETE c");

    const after = apartFromQuotes(await rulesAndSubjects());

    expect(before).toEqual([]);
    expect(after.map((one) => one.join(" ")).sort()).toEqual([
      "level-without-path flag/a",
      "stale-flag flag/b",
      "stale-flag flag/c",
    ]);
    expect(await marking.recomputeContamination()).toEqual({ added: 1, changed: 2, removed: 0 });
  });
});
