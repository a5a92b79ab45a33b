import { describe, expect, it } from "vitest";
import { Benchmark } from "../../../schema/benchmark.ts";
import { createBenchmarkList } from "../../contamination/create-benchmark-list.ts";
import type { Database } from "../../database.ts";
import { createLineageStore } from "../lineage.ts";
import { onEmptyGraph } from "../on-empty-graph.ts";
import { aCommit, aDataset, aDerivation, anId } from "../test-data.ts";
import { readBenchmarks } from "./read-benchmarks.ts";

let database: Database;
onEmptyGraph((opened) => {
  database = opened;
});

const aBenchmark = (splits: Benchmark["splits"]): Benchmark =>
  Benchmark.parse({
    id: "bench/main",
    name: "Main",
    domain: "math",
    ids: ["bench/copy", "bench/other"],
    splits,
    source: "https://hub.example",
  });
const SHIPPED = { list: "shipped", entries: [aBenchmark(["train", "test"])] };
const OWN = { list: "own", entries: [aBenchmark(["test"])] };

const storeOf = (...sources: Parameters<typeof createBenchmarkList>[0]) =>
  createLineageStore(database, { benchmarks: createBenchmarkList(sources) });

const flags = async (): Promise<readonly string[]> => {
  const rows = await database.read(
    "MATCH (d:Dataset)-[c:CONTAMINATED_BY]->(b:Benchmark) RETURN d.id AS dataset, c.level AS level, b.id AS benchmark",
  );
  return rows.map(({ dataset, level, benchmark }) => `${dataset} ${level} ${benchmark}`).sort();
};

const marks = async (): Promise<readonly string[]> => {
  const rows = await database.read(
    "MATCH (b:Benchmark) WHERE b.benchmark IS NOT NULL RETURN b.id AS id, b.listedBy AS list, b.splits AS splits",
  );
  return rows.map(({ id, list, splits }) => `${id} ${list} ${String(splits)}`).sort();
};

const alias = (key: string, id: string, reason: "renamed" | "spelling") => ({
  key,
  datasetId: anId(id),
  reason,
});

describe("a benchmark that two lists describe otherwise", () => {
  it.each(["bench/copy", "bench/other"])("has the splits of its own node, also behind %s", async (first) => {
    const mark = { benchmark: "bench/main", evaluated: ["test"] };
    const rows = [
      { id: first, properties: { ...mark, splits: ["train", "test"] } },
      { id: "bench/main", properties: { ...mark, splits: ["test"] } },
    ];
    for (const row of rows) {
      await database.write((transaction) =>
        transaction.run("CREATE (d:Dataset:Benchmark {id: $id}) SET d += $properties", row),
      );
    }

    const benchmarks = await readBenchmarks({ run: (cypher) => database.read(cypher) });

    expect(benchmarks.get("bench/main")?.splits).toEqual(["test"]);
  });

  it("stays what the list says that was not read, under every id", async () => {
    await storeOf(SHIPPED, OWN).commit(
      aCommit("p/a", [aDerivation("p/a", "bench/main", { split: "train" })]),
    );

    await storeOf(SHIPPED).commit(aCommit("p/b", [aDerivation("p/b", "bench/copy", { split: "train" })]));

    expect(await marks()).toEqual(["bench/copy own test", "bench/main own test"]);
    expect(await flags()).toEqual(["p/a declared bench/main", "p/b declared bench/main"]);
    expect(await storeOf(SHIPPED).applyBenchmarks()).toBeUndefined();
    expect(await storeOf(SHIPPED, OWN).applyBenchmarks()).toBeUndefined();
  });
});

describe("a family's new member", () => {
  const family = aDataset("name:family", { isFamily: true });
  const naming = (dataset: string, id: string) =>
    aCommit(dataset, [aDerivation(dataset, "name:family")], {
      neighbours: [family, aDataset(id, { state: "frontier" })],
      members: [{ family: anId("name:family"), dataset: anId(id) }],
    });

  it("counts when another program's list marked it", async () => {
    await storeOf(SHIPPED).commit(aCommit("bench/main"));
    const other = storeOf();
    await other.commit(aCommit("p/a", [aDerivation("p/a", "name:family")], { neighbours: [family] }));

    await other.commit(naming("p/b", "bench/main"));

    expect(await flags()).toEqual(["p/a suspected bench/main", "p/b suspected bench/main"]);
  });

  it("counts when another spelling of it is on the list", async () => {
    const store = storeOf(SHIPPED);
    const renamed = { aliases: [alias("bench/main", "new/main", "renamed")] };
    await store.commit(aCommit("new/main", [], renamed));
    await store.commit(aCommit("p/a", [aDerivation("p/a", "name:family")], { neighbours: [family] }));

    await store.commit(naming("p/b", "new/main"));

    expect(await flags()).toEqual(["p/a suspected new/main", "p/b suspected new/main"]);
  });
});

it("marks an id that is written with other letters, and leaves it marked", async () => {
  const store = storeOf(SHIPPED);

  await store.commit(aCommit("p/a", [aDerivation("p/a", "Bench/Copy")]));

  expect(await marks()).toEqual(["Bench/Copy shipped train,test"]);
  expect(await store.applyBenchmarks()).toBeUndefined();
});

it("is a fault when it is missing, or has nothing that makes it one", async () => {
  const store = storeOf(SHIPPED);
  const faults = async () => {
    const all = await store.faults({ text: async () => "" });
    return all.filter(({ rule }) => rule === "stale-mark").map(({ subject }) => subject);
  };
  await store.commit(aCommit("p/a", [aDerivation("p/a", "bench/main")]));
  expect(await faults()).toEqual([]);
  await database.write((transaction) =>
    transaction.run(`
MATCH (b:Dataset {id: 'bench/main'})-[]-(d:Dataset {id: 'p/a'})
SET d:Benchmark
SET d.benchmark = b.benchmark
REMOVE b.benchmark`),
  );

  expect(await faults()).toEqual(["bench/main", "p/a"]);
});

describe("a spelling that is on the list", () => {
  const wrong = aCommit("p/a", [aDerivation("p/a", "x/wrong")], {
    aliases: [alias("bench/copy", "x/wrong", "spelling")],
  });
  const real = aCommit("x/real", [], { aliases: [alias("bench/copy", "x/real", "renamed")] });

  it("marks what it means, and not what a weaker word says it means", async () => {
    const store = storeOf(SHIPPED);
    await store.commit(real);

    await store.commit(wrong);

    expect(await marks()).toEqual(["x/real shipped train,test"]);
    expect(await flags()).toEqual([]);
    expect(await store.applyBenchmarks()).toBeUndefined();
  });

  it("takes the mark along when it turns out to mean another dataset", async () => {
    const store = storeOf(SHIPPED);
    await store.commit(wrong);
    expect(await flags()).toEqual(["p/a suspected x/wrong"]);

    await store.commit(real);

    expect(await marks()).toEqual(["x/real shipped train,test"]);
    expect(await flags()).toEqual([]);
    expect(await store.recomputeContamination()).toEqual({ added: 0, changed: 0, removed: 0 });
  });
});
