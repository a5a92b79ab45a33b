import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Database } from "../database.ts";
import { openTestDatabase } from "../testing/open-test-database.ts";
import { createLineageStore } from "../store/lineage.ts";
import { aClearing, aCommit, aDataset, aDerivation, aModelUse, anId, aTrace } from "../store/test-data.ts";
import { createTraceStore } from "../store/traces.ts";
import type { ExchangeGraph, ExchangeRequest } from "./exchange-graph.ts";
import { readExchangeGraph } from "./read-exchange-graph.ts";

let database: Database;
beforeAll(async () => {
  database = await openTestDatabase();
  await createTraceStore(database).begin(aTrace({ roots: [anId("acme/mix")] }));
  const store = createLineageStore(database);
  const cited = aDerivation("acme/mix", "acme/cited", { status: "rejected", rejection: "cited-only" });
  const mix = [
    aDerivation("acme/mix", "acme/maths"),
    aDerivation("acme/mix", "acme/doubtful", { status: "flagged", flags: ["low-confidence"] }),
    aModelUse("acme/mix", "acme/writer", "generator"),
    aClearing("acme/mix", "acme/exam"),
    cited,
  ];
  await store.commit(
    aCommit("acme/mix", mix, {
      neighbours: mix
        .filter(({ kind }) => kind !== "model-use")
        .map(({ to }) =>
          aDataset(to, {
            state: to === cited.to ? "mentioned" : "frontier",
            isBenchmark: to === "acme/exam",
          }),
        ),
      aliases: [{ key: "the mix", datasetId: anId("acme/mix"), reason: "spelling" }],
    }),
  );
  await store.commit(aCommit("acme/maths", [aDerivation("acme/maths", "acme/seed")]));
  await store.commit(aCommit("acme/remix", [aDerivation("acme/remix", "acme/mix")]));
});
afterAll(() => database.close());

const read = async (request: Partial<ExchangeRequest>): Promise<ExchangeGraph> => {
  const graph = await readExchangeGraph(database, { statuses: ["accepted", "flagged"], ...request });
  if (graph === undefined) throw new Error("no graph");
  return graph;
};
const around = (id: string, direction: "upstream" | "downstream" | "both", depth = 30) => ({
  around: { dataset: anId(id), direction, depth },
});
const names = (graph: ExchangeGraph): readonly string[] => graph.datasets.map(({ name }) => name);

const levels = (graph: ExchangeGraph): readonly string[] =>
  graph.contaminations.map(({ dataset, level }) => `${dataset} ${level}`);

describe("the graph that formats are written from", () => {
  it("is whole, in the order of the ids, without what only a rejected edge names", async () => {
    const graph = await read({});

    expect(names(graph)).toEqual(["doubtful", "exam", "maths", "mix", "remix", "seed"]);
    expect(graph.root).toBeUndefined();
    expect(graph.derivations.map(({ from, to }) => `${from} ${to}`)).toEqual([
      "acme/maths acme/seed",
      "acme/mix acme/doubtful",
      "acme/mix acme/maths",
      "acme/remix acme/mix",
    ]);
    expect(graph.models).toEqual([{ id: "acme/writer" }]);
    expect(graph.clearings.map(({ to }) => to)).toEqual(["acme/exam"]);
    expect(graph.aliases.map(({ key }) => key)).toEqual(["the mix"]);
    expect(graph.traces.map(({ id }) => id)).toEqual(["trace-0001"]);
  });

  it("has rejected candidates when they are asked for", async () => {
    const graph = await read({ statuses: ["accepted", "flagged", "rejected"] });

    expect(names(graph)).toContain("cited");
    expect(graph.derivations).toHaveLength(5);
  });

  it("has the ancestors of one dataset, and the benchmark that it was cleaned of", async () => {
    const graph = await read(around("acme/mix", "upstream"));

    expect(graph.root).toBe("acme/mix");
    expect(names(graph)).toEqual(["doubtful", "exam", "maths", "mix", "seed"]);
  });

  it("tells what the datasets can have seen, when the way is there", async () => {
    const mark = "MATCH (d:Dataset {id: 'acme/seed'}) SET d:Benchmark, d += $mark";
    const benchmark = { benchmark: "acme/seed", isBenchmark: true, splits: ["test"], evaluated: ["test"] };
    await database.write((transaction) => transaction.run(mark, { mark: benchmark }));
    await createLineageStore(database).recomputeContamination();

    expect(levels(await read({}))).toEqual([
      "acme/maths declared",
      "acme/mix inherited",
      "acme/remix inherited",
    ]);
    expect(levels(await read(around("acme/mix", "downstream")))).toEqual([]);
  });

  it("stops at the depth, and follows the statuses that were asked for", async () => {
    expect(names(await read(around("acme/mix", "upstream", 1)))).toEqual([
      "doubtful",
      "exam",
      "maths",
      "mix",
    ]);
    expect(names(await read({ ...around("acme/mix", "upstream"), statuses: ["accepted"] }))).toEqual([
      "exam",
      "maths",
      "mix",
      "seed",
    ]);
  });

  it("has descendants, and both directions at once", async () => {
    expect(names(await read(around("acme/seed", "downstream")))).toEqual([
      "exam",
      "maths",
      "mix",
      "remix",
      "seed",
    ]);
    expect(names(await read(around("acme/maths", "both")))).toEqual([
      "exam",
      "maths",
      "mix",
      "remix",
      "seed",
    ]);
  });

  it("lets no edge, evidence or description stand without its ends", async () => {
    const graph = await read(around("acme/mix", "both", 1));
    const datasets = new Set(graph.datasets.map(({ id }) => id));
    const models = new Set(graph.models.map(({ id }) => id));
    const documents = new Set(graph.documents.map(({ sha256 }) => sha256));
    const edges = [...graph.derivations, ...graph.modelUses, ...graph.clearings];
    const ids = new Set(edges.map(({ id }) => id));

    for (const edge of edges) {
      expect(datasets).toContain(edge.from);
      expect(edge.kind === "model-use" ? models.has(edge.to) : datasets.has(edge.to)).toBe(true);
    }
    expect(graph.evidence).toHaveLength(edges.length);
    for (const { edgeId, document } of graph.evidence) {
      expect(ids).toContain(edgeId);
      expect(documents).toContain(document);
    }
    for (const { dataset, document } of graph.descriptions) {
      expect(datasets).toContain(dataset);
      expect(documents).toContain(document.sha256);
    }
  });

  it("is undefined for a dataset that the graph lacks", async () => {
    const request = { ...around("nobody/nothing", "upstream"), statuses: ["accepted"] as const };

    expect(await readExchangeGraph(database, request)).toBeUndefined();
  });
});
