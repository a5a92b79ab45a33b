import { describe, expect, it } from "vitest";
import type { Database } from "../../database.ts";
import { createLineageStore } from "../lineage.ts";
import { onEmptyGraph } from "../on-empty-graph.ts";
import type { LineageStore } from "../lineage.ts";
import { toEdgeId } from "../../../schema/edge-id.ts";
import { createBenchmarkList } from "../../contamination/create-benchmark-list.ts";
import { addEdge } from "../edges/add-edge.ts";
import { createEdgePlaces } from "../edges/edge-places.ts";
import { decideEdge } from "../edges/decide-edge.ts";
import { publishLineage } from "./publish-lineage.ts";
import { readPublished } from "./read-published.ts";
import { aCommit, aDataset, aDerivation, aDocument, aReviewer, anId, aTrace } from "../test-data.ts";

let database: Database;
let store: LineageStore;
const NO_TEXTS = { text: async () => "" };

onEmptyGraph(
  (opened) => {
    database = opened;
    store = createLineageStore(opened);
  },
  aTrace({ roots: [] }),
);

const settings = {
  list: createBenchmarkList([]),
  now: new Date("2026-05-06T07:08:09.000Z"),
  ...aReviewer(),
  places: createEdgePlaces(),
};
const publish = (pair: string): Promise<unknown> => {
  const [from = "", to = ""] = pair.split(" <- ");
  return publishLineage(database, {
    publication: { citation: "arXiv:1234.56789" },
    datasets: [from, to].map((id) => ({ id: anId(id), domains: ["math"] })),
    edges: [
      {
        from: anId(from),
        to: anId(to),
        relation: "synthesis",
        confidence: 0.9,
        documentKinds: [],
        flags: [],
      },
    ],
  });
};

const claims = async (): Promise<readonly string[]> =>
  (await readPublished(database)).edges.map(
    ({ from, to, signals }) => `${from} <- ${to} ${signals.documents}`,
  );
const ids = async (): Promise<readonly unknown[]> =>
  (await database.read("MATCH (d:Dataset) RETURN d.id AS id ORDER BY id")).map(({ id }) => id);

describe("a dataset that a publication knows by another id", () => {
  it("is the one that a trace visits when only case differs, with its claims and facts", async () => {
    await publish("ACME/Mix <- b/seed");

    await store.commit(aCommit("acme/mix", []));

    expect(await ids()).toEqual(["acme/mix", "b/seed"]);
    expect(await claims()).toEqual(["acme/mix <- b/seed 0"]);
    expect(await store.dataset(anId("acme/mix"))).toMatchObject({ state: "traced", domains: ["math"] });
    expect(await store.faults(NO_TEXTS)).toEqual([]);
  });

  it("is the one that the Hub has renamed it to, as a source too", async () => {
    await publish("a/mix <- old/seed");

    await store.commit(
      aCommit("new/seed", [], {
        aliases: [{ key: "old/seed", datasetId: anId("new/seed"), reason: "renamed" }],
      }),
    );

    expect(await ids()).toEqual(["a/mix", "new/seed"]);
    expect(await claims()).toEqual(["a/mix <- new/seed 0"]);
  });

  it("is found as the neighbour of a visited one, whose evidence the claim then stands beside", async () => {
    await publish("a/mix <- B/Seed");

    await store.commit(aCommit("a/mix", [aDerivation("a/mix", "b/seed")]));

    expect(await ids()).toEqual(["a/mix", "b/seed"]);
    expect(await claims()).toEqual(["a/mix <- b/seed 1"]);
  });

  it("brings along what a person decided, which stands against the visit", async () => {
    await publish("ACME/Mix <- b/seed");
    const id = toEdgeId("derivation", "ACME/Mix", "b/seed");
    const change = { verdict: "rejected", reason: "evaluation-only", note: "only evaluated" } as const;
    await decideEdge(database, { ...settings, id, change });

    await store.commit(aCommit("acme/mix", [aDerivation("acme/mix", "b/seed")]));

    expect(await ids()).toEqual(["acme/mix", "b/seed"]);
    const [edge] = (await readPublished(database)).edges;
    expect(edge).toMatchObject({
      from: "acme/mix",
      status: "rejected",
      rejection: "evaluation-only",
      decision: { verdict: "rejected", by: "Ada", note: "only evaluated" },
    });
    expect((await store.faults(NO_TEXTS)).map(({ rule }) => rule)).toEqual(["span-not-in-document"]);
  });

  it("takes over the quotes of what a person added, and what was led elsewhere still says where", async () => {
    await publish("a/mix <- Old/Seed");
    const ends = { from: anId("a/mix"), to: anId("b/other"), relation: "inclusion" } as const;
    const text = "Rows of b/other.";
    const proof = { document: aDocument(text), quote: text, span: { start: 0, end: text.length } };
    const { edge: added } = await addEdge(database, { ...settings, addition: { ...ends, note: "x" }, proof });
    await decideEdge(database, {
      ...settings,
      id: toEdgeId("derivation", "a/mix", "Old/Seed"),
      change: { verdict: "rejected", reason: "not-supported" },
    });
    const change = { verdict: "edited", to: anId("Old/Third") } as const;
    await publish("c/mix <- Old/Third");
    await decideEdge(database, { ...settings, id: added, change });

    await store.commit(aCommit("old/third", []));

    const moved = toEdgeId("derivation", "a/mix", "old/third");
    expect(await store.edge(moved)).toMatchObject({
      edge: { to: "old/third", status: "accepted", decision: { replaces: added } },
      evidence: [{ quote: text, tracer: "person" }],
    });
    expect((await store.edge(added))?.edge.decision?.replacedBy).toBe(moved);
    expect(await ids()).not.toContain("Old/Third");
    expect(await store.faults({ text: async () => text })).toEqual([]);
  });

  it("is not believed where, under its own id, it would close a cycle", async () => {
    await publish("a/mix <- old/seed");
    await store.commit(aCommit("new/seed", [aDerivation("new/seed", "a/mix")]));

    await store.commit(
      aCommit("x/other", [], {
        aliases: [{ key: "old/seed", datasetId: anId("new/seed"), reason: "renamed" }],
      }),
    );

    expect((await readPublished(database)).edges).toMatchObject([
      { to: "new/seed", status: "flagged", flags: ["cycle"] },
    ]);
    expect((await store.faults(NO_TEXTS)).map(({ rule }) => rule)).not.toContain("cycle");
  });

  it("stays apart when a search of ours took its name for another", async () => {
    await publish("a/mix <- old/seed");

    await store.commit(
      aCommit("new/seed", [], {
        aliases: [{ key: "old/seed", datasetId: anId("new/seed"), reason: "resolved" }],
      }),
    );

    expect(await ids()).toEqual(["a/mix", "new/seed", "old/seed"]);
  });

  it("stays apart when a trace has visited both", async () => {
    await publish("a/mix <- old/seed");
    await store.commit(aCommit("old/seed", [], { dataset: aDataset("old/seed") }));

    await store.commit(
      aCommit("new/seed", [], {
        aliases: [{ key: "old/seed", datasetId: anId("new/seed"), reason: "renamed" }],
      }),
    );

    expect(await claims()).toEqual(["a/mix <- old/seed 0"]);
  });
});
