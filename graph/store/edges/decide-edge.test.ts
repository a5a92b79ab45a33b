import { describe, expect, it } from "vitest";
import { Benchmark } from "../../../schema/benchmark.ts";
import type { EdgeChange } from "../../../schema/decision.ts";
import type { Derivation } from "../../../schema/edge.ts";
import { toEdgeId } from "../../../schema/edge-id.ts";
import { EdgeId } from "../../../schema/ids.ts";
import { createBenchmarkList } from "../../contamination/create-benchmark-list.ts";
import type { Database } from "../../database.ts";
import { addEdge } from "./add-edge.ts";
import { listFlags } from "../contamination/contamination.ts";
import { createEdgePlaces } from "./edge-places.ts";
import { decideEdge } from "./decide-edge.ts";
import { publishLineage } from "../published/publish-lineage.ts";
import { createLineageStore } from "../lineage.ts";
import { onEmptyGraph } from "../on-empty-graph.ts";
import type { LineageStore } from "../lineage.ts";
import { aClearing, aCommit, aDerivation, aDocument, aReviewer, aTrace, anId } from "../test-data.ts";

const NOW = new Date("2026-05-06T07:08:09.000Z");
const LIST = createBenchmarkList([
  {
    list: "test",
    entries: [
      Benchmark.parse({
        id: "bench/held-out",
        name: "Held out",
        domain: "math",
        splits: ["test"],
        source: "https://hub.example",
      }),
    ],
  },
]);

let database: Database;
let store: LineageStore;
onEmptyGraph(
  (opened) => {
    database = opened;
    store = createLineageStore(opened, { benchmarks: LIST, now: () => NOW });
  },
  aTrace({ roots: [] }),
);

const flagged: Partial<Derivation> = { status: "flagged", flags: ["low-confidence"] };
const settings = { ...aReviewer(), list: LIST, now: NOW, places: createEdgePlaces() };
const decide = (id: EdgeId, change: EdgeChange) => decideEdge(database, { ...settings, id, change });
const flags = async () =>
  (await listFlags(database, { limit: 100 })).items.map(({ dataset, level, distance }) => [
    dataset,
    level,
    distance,
  ]);

/** acme/mix is built from acme/base, which waits to be called built from the benchmark. */
const base = aDerivation("acme/base", "bench/held-out", flagged);
const commitChain = async (): Promise<void> => {
  await store.commit(aCommit("acme/base", [base]));
  await store.commit(aCommit("acme/mix", [aDerivation("acme/mix", "acme/base")]));
};

describe("deciding on an edge", () => {
  it("tells what waits for a person apart from what is contaminated, and accepting makes it so downstream", async () => {
    await commitChain();
    const before = await flags();

    const decided = await decide(base.id, { verdict: "accepted", note: "the card says so" });

    expect(before).toEqual([
      ["acme/base", "possible", 1],
      ["acme/mix", "possible", 2],
    ]);
    expect(decided).toMatchObject({ edge: base.id, contamination: { added: 2, changed: 0, removed: 2 } });
    expect(await flags()).toEqual([
      ["acme/base", "declared", 1],
      ["acme/mix", "inherited", 2],
    ]);
  });

  it("finds an edge that is no longer where it was seen", async () => {
    await commitChain();
    const places = createEdgePlaces();
    places.note([{ id: base.id, from: anId("acme/mix") }]);

    const { edge } = await decideEdge(database, {
      ...settings,
      id: base.id,
      change: { verdict: "accepted" },
      places,
    });

    expect(edge).toBe(base.id);
    expect((await store.edge(base.id))?.edge.status).toBe("accepted");
  });

  it("keeps the edge's id, evidence and reason with the decision on it", async () => {
    await commitChain();
    const before = await store.edge(base.id);

    await decide(base.id, { verdict: "rejected", reason: "evaluation-only" });

    const after = await store.edge(base.id);
    expect(after?.evidence).toEqual(before?.evidence);
    expect(after?.edge).toMatchObject({
      id: base.id,
      status: "rejected",
      rejection: "evaluation-only",
      decision: { verdict: "rejected", by: "Ada", at: NOW.toISOString() },
    });
    expect(await flags()).toEqual([]);
  });

  it("is not undone by a trace that finds the edge again, nor by one that does not", async () => {
    await commitChain();
    await decide(base.id, { verdict: "edited", relation: "synthesis", split: "test" });
    const stronger = aDerivation("acme/base", "bench/held-out", { confidence: 0.4, status: "rejected" });

    await store.commit(aCommit("acme/base", [stronger]));
    const found = await store.edge(base.id);
    await store.commit(aCommit("acme/base", []));
    const lost = await store.edge(base.id);

    expect(found?.edge).toMatchObject({
      status: "accepted",
      relation: "synthesis",
      split: "test",
      confidence: 0.4,
    });
    expect(lost).toEqual(found);
    const faults = await store.faults({ text: async () => "0123456789built from bench/held-out" });
    expect(faults.filter(({ rule }) => rule !== "span-not-in-document")).toEqual([]);
  });

  it("takes the evidence along when an edit leads the edge to another source", async () => {
    await commitChain();

    const { edge: moved } = await decide(base.id, { verdict: "edited", to: anId("other/set") });
    await store.commit(aCommit("acme/base", [aDerivation("acme/base", "bench/held-out")]));

    const detail = await store.edge(moved);
    expect(moved).toBe(toEdgeId("derivation", "acme/base", "other/set"));
    expect(detail?.edge).toMatchObject({
      to: "other/set",
      status: "accepted",
      decision: { replaces: base.id },
    });
    expect(detail?.evidence.map(({ quote }) => quote)).toEqual(["built from bench/held-out"]);
    expect((await store.edge(base.id))?.edge).toMatchObject({
      status: "rejected",
      decision: { replacedBy: moved },
    });
    expect((await store.dataset(anId("other/set")))?.state).toBe("frontier");
    expect(await flags()).toEqual([]);
  });

  it("stays where it is when an edit names its source in another case", async () => {
    await commitChain();

    const decided = await decide(base.id, { verdict: "edited", to: anId("Bench/Held-Out"), split: "test" });

    expect(decided.edge).toBe(base.id);
    expect((await store.edge(base.id))?.edge).toMatchObject({ to: "bench/held-out", split: "test" });
  });

  it("leads no edge over one that somebody decided on", async () => {
    const other = aDerivation("acme/base", "other/set");
    await store.commit(aCommit("acme/base", [base, other]));
    await decideEdge(database, {
      ...settings,
      by: "Grace",
      id: other.id,
      change: { verdict: "rejected", reason: "evaluation-only" },
    });
    const before = (await store.edge(other.id))?.edge;

    const leading = decide(base.id, { verdict: "edited", to: anId("other/set") });

    await expect(leading).rejects.toMatchObject({ code: "CONFLICT", context: { edge: other.id } });
    expect((await store.edge(other.id))?.edge).toEqual(before);
  });

  it("leaves a publication's word with the edge that it was given of", async () => {
    const published = { relation: "fusion", confidence: 0.95, documentKinds: [], flags: [] } as const;
    const ends = { from: anId("acme/told"), to: anId("acme/base") };
    const publication = { citation: "arXiv:1234.56789" };
    const datasets = [{ id: ends.from }, { id: ends.to }];
    await publishLineage(database, { publication, datasets, edges: [{ ...ends, ...published }] });
    const told = toEdgeId("derivation", ends.from, ends.to);

    const { edge: moved } = await decide(told, { verdict: "edited", to: anId("other/set") });

    expect((await store.edge(told))?.edge).toMatchObject({ status: "rejected", origin: publication });
    const after = (await store.edge(moved))?.edge;
    expect(after).toMatchObject({ status: "accepted", relation: "fusion", confidence: 1 });
    expect(after).not.toHaveProperty("origin");
    expect(await store.faults({ text: async () => "" })).toEqual([]);
  });

  it("keeps the evidence that an edit led along when a trace finds the edge there too", async () => {
    await commitChain();
    const { edge: moved } = await decide(base.id, { verdict: "edited", to: anId("other/set") });

    await store.commit(aCommit("acme/base", [aDerivation("acme/base", "other/set")]));

    const quotes = (await store.edge(moved))?.evidence.map(({ quote }) => quote);
    expect(quotes?.sort()).toEqual(["built from bench/held-out", "built from other/set"]);
  });

  it("lets a person turn a clearing claim down", async () => {
    const claim = aClearing("acme/clean", "bench/held-out");
    await store.commit(aCommit("acme/clean", [aDerivation("acme/clean", "bench/held-out"), claim]));
    const before = await flags();

    await decide(claim.id, { verdict: "rejected", reason: "not-supported" });

    expect(before).toEqual([["acme/clean", "cleared-by-claim", 1]]);
    expect(await flags()).toEqual([["acme/clean", "declared", 1]]);
  });

  it("accepts no edge that closes a cycle", async () => {
    await commitChain();
    const back = aDerivation("acme/base", "acme/mix", flagged);
    await store.commit(aCommit("acme/base", [base, back]));

    await expect(decide(back.id, { verdict: "accepted" })).rejects.toMatchObject({ code: "CONFLICT" });
  });

  it("knows no edge that is not there, and edits derivations only", async () => {
    const claim = aClearing("acme/clean", "bench/held-out");
    await store.commit(aCommit("acme/clean", [claim]));

    await expect(decide(EdgeId.parse("0".repeat(24)), { verdict: "accepted" })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    await expect(decide(claim.id, { verdict: "edited", split: "test" })).rejects.toMatchObject({
      code: "INPUT_INVALID",
    });
  });
});

describe("adding an edge", () => {
  const addition = {
    from: anId("acme/new"),
    to: anId("bench/held-out"),
    relation: "inclusion",
    note: "its author told us",
  } as const;

  it("makes the nodes that are missing, marks the benchmark, and needs no quote beside a note", async () => {
    const { edge, contamination } = await addEdge(database, { ...settings, addition });

    expect(contamination).toEqual({ added: 1, changed: 0, removed: 0 });
    expect(await flags()).toEqual([["acme/new", "declared", 1]]);
    expect((await store.edge(edge))?.edge).toMatchObject({
      status: "accepted",
      decision: { verdict: "added", note: "its author told us" },
    });
    expect(await store.faults({ text: async () => "" })).toEqual([]);
  });

  it("leads to a dataset that is there by any of its names, and in any case", async () => {
    const renamed = { key: "old/exam", datasetId: anId("bench/held-out"), reason: "renamed" } as const;
    await store.commit(aCommit("bench/held-out", [], { aliases: [renamed] }));

    for (const [index, to] of ["Bench/Held-Out", "Old/Exam"].entries()) {
      const added = { ...addition, from: anId(`acme/new-${index}`), to: anId(to) };

      const { edge } = await addEdge(database, { ...settings, addition: added });

      expect((await store.edge(edge))?.edge.to).toBe("bench/held-out");
    }
    expect((await flags()).map(([dataset]) => dataset)).toEqual(["acme/new-0", "acme/new-1"]);
    expect(await store.faults({ text: async () => "" })).toEqual([]);
  });

  it("never leads from a dataset to itself in another case", async () => {
    await commitChain();
    const self = { ...addition, from: anId("acme/new"), to: anId("Acme/New") };
    const known = { ...addition, from: anId("ACME/mix"), to: anId("acme/Mix") };

    for (const one of [self, known]) {
      const adding = addEdge(database, { ...settings, addition: one });

      await expect(adding).rejects.toMatchObject({ code: "INPUT_INVALID" });
    }
  });

  it("stays sound without evidence whatever is decided on it later", async () => {
    const { edge } = await addEdge(database, { ...settings, addition });
    const later: readonly EdgeChange[] = [
      { verdict: "rejected", reason: "not-supported" },
      { verdict: "accepted" },
      { verdict: "edited", split: "test" },
      { verdict: "edited", to: anId("other/set") },
    ];

    for (const change of later) {
      await decide(edge, change);

      expect(await store.faults({ text: async () => "" })).toEqual([]);
    }
  });

  it("keeps the quote where it stands, and survives a trace that does not find the edge", async () => {
    const text = "Some of it is from bench/held-out.";
    const proof = { document: aDocument(text), quote: "from bench/held-out", span: { start: 14, end: 33 } };
    const { edge } = await addEdge(database, { ...settings, addition, proof });

    await store.commit(aCommit("acme/new", []));

    const detail = await store.edge(edge);
    expect(detail?.evidence).toMatchObject([{ quote: "from bench/held-out", tracer: "person" }]);
    expect(await store.faults({ text: async () => text })).toEqual([]);
  });

  it("keeps the quote, and how sure the person is, when traces find the edge and are less sure", async () => {
    const text = "Some of it is from bench/held-out.";
    const proof = { document: aDocument(text), quote: "from bench/held-out", span: { start: 14, end: 33 } };
    const { edge } = await addEdge(database, { ...settings, addition, proof });
    const weak = { ...flagged, confidence: 0.2 };
    const visit = () => store.commit(aCommit("acme/new", [aDerivation("acme/new", "bench/held-out", weak)]));

    await visit();
    await decide(edge, { verdict: "edited", split: "test" });
    await visit();

    const detail = await store.edge(edge);
    expect(detail?.evidence.map(({ tracer }) => tracer).sort()).toEqual(["person", "rules"]);
    expect(detail?.edge).toMatchObject({ status: "accepted", confidence: 1, split: "test" });
    expect(detail?.edge.signals.tracers).toEqual(["rules", "person"]);
  });

  it("is as sure as before of what a note alone says when traces find it and are less sure", async () => {
    const { edge } = await addEdge(database, { ...settings, addition });
    const found = aDerivation("acme/new", "bench/held-out", { confidence: 0.2 });

    await store.commit(aCommit("acme/new", [found]));
    await decide(edge, { verdict: "accepted" });
    await store.commit(aCommit("acme/new", [found]));

    expect((await store.edge(edge))?.edge.confidence).toBe(1);
  });

  it("refuses an edge that is there already", async () => {
    await commitChain();
    const again = { ...addition, from: anId("acme/base") };

    const adding = addEdge(database, { ...settings, addition: again });

    await expect(adding).rejects.toMatchObject({ code: "CONFLICT", context: { edge: expect.any(String) } });
  });
});
