import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import type { EdgeChange } from "../../../schema/decision.ts";
import type { Derivation } from "../../../schema/edge.ts";
import { toEdgeId } from "../../../schema/edge-id.ts";
import { PatchLine } from "../../../schema/review-batch.ts";
import { ReviewId, type ReviewLog } from "../../../schema/review.ts";
import { createBenchmarkList } from "../../contamination/create-benchmark-list.ts";
import type { Database } from "../../database.ts";
import { addEdge } from "../edges/add-edge.ts";
import { decideEdge } from "../edges/decide-edge.ts";
import { createEdgePlaces } from "../edges/edge-places.ts";
import { createLineageStore, type LineageStore } from "../lineage.ts";
import { onEmptyGraph } from "../on-empty-graph.ts";
import { aCommit, aDerivation, aDocument, anEvidence, anId, aReviewer } from "../test-data.ts";
import { publishLineage } from "../published/publish-lineage.ts";
import { adoptDecisions } from "./adopt-decisions.ts";
import { exportReviews } from "./export-reviews.ts";
import { importReviews } from "./import-reviews.ts";
import { nameDataset } from "./name-dataset.ts";
import { readLog } from "./read-log.ts";
import { reviewBatch } from "./review-batch.ts";
import { undoReview } from "./undo-review.ts";

const NOW = new Date("2026-05-06T07:08:09.000Z");
const flagged: Partial<Derivation> = { status: "flagged", flags: ["low-confidence"] };

let database: Database;
let store: LineageStore;
onEmptyGraph((opened) => {
  database = opened;
  store = createLineageStore(opened, { now: () => NOW });
});

const settings = (by = "Ada") => ({
  ...aReviewer(by),
  list: createBenchmarkList([]),
  now: NOW,
  places: createEdgePlaces(),
});
const decide = (edge: Derivation, change: EdgeChange, by = "Ada") =>
  decideEdge(database, { ...settings(by), id: edge.id, change });
const reader = {
  run: (cypher: string, parameters?: Readonly<Record<string, unknown>>) => database.read(cypher, parameters),
};
const log = (query: Partial<Parameters<typeof readLog>[1]> = {}): Promise<ReviewLog> =>
  readLog(reader, { after: 0, limit: 500, ...query });
const logFaults = async () =>
  (await store.faults({ text: async () => "" })).filter(({ rule }) => rule === "decision-not-logged");
const edgeOf = async (from: string, to: string) => (await store.edge(toEdgeId("derivation", from, to)))?.edge;

describe("many edges at once", () => {
  const edges = ["one", "two", "three"].map((name) => aDerivation(`acme/${name}`, "acme/base", flagged));
  const request = { change: { verdict: "accepted" } as const, preview: false };
  beforeEach(async () => {
    for (const edge of edges) await store.commit(aCommit(edge.from, [edge]));
  });

  it("are shown before they are decided, and nothing of a preview is kept", async () => {
    const filter = { statuses: ["flagged" as const], text: "ACME/T" };

    const preview = await reviewBatch(database, {
      ...settings(),
      request: { ...request, filter, preview: true },
    });

    expect(preview).toMatchObject({ preview: true, count: 2, refused: [] });
    expect(preview.edges.map(({ from }) => from)).toEqual(["acme/three", "acme/two"]);
    expect(await log()).toEqual({ items: [], last: 0 });
    expect((await edgeOf("acme/two", "acme/base"))?.status).toBe("flagged");
  });

  it("are undone as one, and decided once however often they are asked for", async () => {
    const batch = ReviewId.parse(randomUUID());
    const asked = {
      ...request,
      batch,
      seconds: 9,
      edges: edges.map(({ id: edge }) => ({ edge, revision: 0 })),
    };
    const first = await reviewBatch(database, { ...settings(), request: asked });

    const again = await reviewBatch(database, { ...settings(), request: asked });
    const undone = await undoReview(database, { ...settings(), undoes: batch });

    expect(again).toEqual(first);
    expect((await log({ batch })).items.map(({ seconds, undone: is }) => [seconds, is])).toEqual([
      [3, true],
      [3, true],
      [3, true],
    ]);
    expect(undone.states).toHaveLength(3);
    for (const edge of edges) expect(await edgeOf(edge.from, edge.to)).toEqual(edge);
    expect(await logFaults()).toEqual([]);
  });

  it("stay as they were, all of them, when one was decided on meanwhile", async () => {
    const [first] = edges;
    if (first !== undefined) await decide(first, { verdict: "rejected", reason: "cited-only" }, "Grace");
    const asked = { ...request, edges: edges.map(({ id: edge }) => ({ edge, revision: 0 })) };

    const deciding = reviewBatch(database, { ...settings(), request: asked });

    await expect(deciding).rejects.toMatchObject({
      code: "CONFLICT",
      context: { refused: [{ edge: first?.id, reason: expect.stringContaining("rejected by Grace") }] },
    });
    expect((await log()).last).toBe(1);
    expect((await edgeOf("acme/two", "acme/base"))?.status).toBe("flagged");
  });
});

const named = (from: string): Derivation => aDerivation(from, "name:tide-tables", flagged);
const commitNamed = (edge: Derivation) => {
  const card = aDocument(`card of ${edge.from}`);
  const evidence = [anEvidence(edge, card, { nameAsWritten: "Tide Tables" })];
  return store.commit(aCommit(edge.from, [edge], { evidence }));
};
const nameIt = () =>
  nameDataset(database, {
    ...settings(),
    name: "Tide Tables",
    to: anId("harbour/tides"),
    scope: "flagged",
    note: "their card says so",
  });

describe("a name that is said to mean a dataset", () => {
  it("leads every edge that waits for it, with its evidence, and is known to later traces", async () => {
    await commitNamed(named("acme/one"));
    await commitNamed(named("acme/two"));

    const event = await nameIt();

    expect(event.states).toHaveLength(4);
    expect(event.names).toMatchObject([{ key: "tide tables", before: null, after: { reason: "decided" } }]);
    const moved = await store.edge(toEdgeId("derivation", "acme/one", "harbour/tides"));
    expect(moved?.edge).toMatchObject({ status: "flagged", signals: { resolvedBy: "alias" } });
    expect(moved?.evidence.map(({ nameAsWritten }) => nameAsWritten)).toEqual(["Tide Tables"]);
    expect(await edgeOf("acme/one", "name:tide-tables")).toBeUndefined();
    expect((await store.aliases(["tide tables"])).get("tide tables")).toBe("harbour/tides");
    await store.commit(
      aCommit("acme/three", [], {
        aliases: [{ key: "Tide Tables", datasetId: anId("acme/three"), reason: "renamed" }],
      }),
    );
    expect((await store.aliases(["tide tables"])).get("tide tables")).toBe("harbour/tides");
  });

  it("means nothing again, everywhere, when it is undone", async () => {
    const edge = named("acme/one");
    await commitNamed(edge);
    const before = await store.edge(edge.id);
    const event = await nameIt();

    await undoReview(database, { ...settings(), undoes: event.id });

    expect(await store.edge(edge.id)).toEqual(before);
    expect(await edgeOf("acme/one", "harbour/tides")).toBeUndefined();
    expect((await store.aliases(["tide tables"])).size).toBe(0);
    const faults = await store.faults({ text: async () => "0123456789built from name:tide-tables" });
    expect(faults).toEqual([]);
  });
});

describe("a later document", () => {
  const edge = aDerivation("acme/set", "acme/base", flagged);
  const card = aDocument("card of acme/set");
  const paper = aDocument("It was not built from acme/base.", { kind: "paper" });
  const visit = (fields: Partial<Derivation>, evidence: ReturnType<typeof anEvidence>[]) =>
    store.commit(
      aCommit("acme/set", [{ ...edge, ...fields }], {
        documents: [card, ...(evidence.some(({ document }) => document === paper.sha256) ? [paper] : [])],
        evidence,
      }),
    );
  const own = anEvidence(edge, card);
  const denial = anEvidence(edge, paper, { quote: "not built from acme/base", stance: "contradicted" });

  it("that contradicts a decision is noted beside it, once, until somebody decides again", async () => {
    await visit({}, [own]);
    await decide(edge, { verdict: "accepted" });

    await visit({}, [own]);
    const quiet = await edgeOf("acme/set", "acme/base");
    await visit({}, [own, denial]);
    await visit({}, [own, denial]);
    const asked = await edgeOf("acme/set", "acme/base");
    await decide(edge, { verdict: "accepted" });
    await visit({}, [own, denial]);
    const settled = await edgeOf("acme/set", "acme/base");

    expect(quiet?.contradicted).toBeUndefined();
    expect(asked).toMatchObject({
      status: "accepted",
      contradicted: { documents: [paper.sha256], since: NOW.toISOString() },
    });
    expect(settled?.contradicted).toBeUndefined();
  });

  it("asks again of a rejected edge only when it supports the edge in other words", async () => {
    await visit({}, [own]);
    await decide(edge, { verdict: "rejected", reason: "evaluation-only" });
    const copy = aDocument("another card with the same sentence");

    await store.commit(
      aCommit("acme/set", [edge], { documents: [copy], evidence: [anEvidence(edge, copy)] }),
    );
    const same = await edgeOf("acme/set", "acme/base");
    const fresh = anEvidence(edge, paper, { quote: "every row is of acme/base" });
    await store.commit(aCommit("acme/set", [edge], { documents: [paper], evidence: [fresh] }));

    expect(same?.contradicted).toBeUndefined();
    expect(await edgeOf("acme/set", "acme/base")).toMatchObject({
      status: "rejected",
      contradicted: { documents: [paper.sha256] },
    });
  });
});

describe("the log", () => {
  const edge = aDerivation("acme/set", "acme/base", flagged);

  it("takes in once what was decided before there was one, and cannot say what was before", async () => {
    const decision = { verdict: "rejected", by: "Ida", at: "2025-01-02T03:04:05.000Z" } as const;
    const old = { ...edge, status: "rejected", rejection: "own-subset", decision } as const;
    await store.commit(aCommit("acme/set", [old]));
    expect(await logFaults()).toMatchObject([{ subject: edge.id }]);

    const taken = [
      await adoptDecisions(database, { now: NOW, newId: randomUUID }),
      await adoptDecisions(database, { now: NOW, newId: randomUUID }),
    ];

    expect(taken).toEqual([1, 0]);
    expect(await logFaults()).toEqual([]);
    const { items } = await log({ edge: edge.id });
    expect(items).toMatchObject([
      {
        by: "Ida",
        at: decision.at,
        imported: { by: "stemma" },
        action: { change: { reason: "own-subset" } },
      },
    ]);
    const [event] = items;
    const undoing = undoReview(database, {
      ...settings(),
      undoes: event?.id ?? ReviewId.parse(randomUUID()),
    });
    await expect(undoing).rejects.toMatchObject({ code: "CONFLICT" });
  });

  it("says that a decision went along with a dataset that has another id", async () => {
    const ends = { from: anId("acme/set"), to: anId("Acme/Base") };
    const claim = { ...ends, relation: "fusion", confidence: 0.95, documentKinds: [], flags: [] } as const;
    const publication = { citation: "arXiv:1234.56789" };
    const datasets = [{ id: ends.from }, { id: ends.to }];
    await publishLineage(database, { publication, datasets, edges: [claim] });
    await decide(aDerivation(ends.from, ends.to), { verdict: "rejected", reason: "cited-only" });

    await store.commit(aCommit("acme/base", []));

    const { items } = await log();
    expect(items.map(({ by, action }) => [by, action.kind])).toEqual([
      ["Ada", "decided"],
      ["stemma", "renamed"],
    ]);
    expect((await edgeOf("acme/set", "acme/base"))?.decision).toMatchObject({ by: "Ada" });
    expect(await logFaults()).toEqual([]);
  });

  it("is taken in by another graph as far as it applies, once", async () => {
    const other = aDerivation("acme/set", "acme/gone", flagged);
    const third = aDerivation("acme/set", "acme/third", flagged);
    await store.commit(aCommit("acme/set", [edge, other, third]));
    await decide(edge, { verdict: "edited", relation: "synthesis", note: "as written" });
    await decide(other, { verdict: "accepted" });
    await decide(third, { verdict: "accepted" });
    const added = await addEdge(database, {
      ...settings(),
      addition: { from: anId("acme/set"), to: anId("acme/new"), relation: "fusion", note: "they told us" },
    });
    await undoReview(database, { ...settings(), undoes: added.event.id });
    const lines: PatchLine[] = [];
    const places = createEdgePlaces();
    for await (const line of exportReviews(reader, { after: 0 }, places))
      lines.push(PatchLine.parse(JSON.parse(line)));
    await database.write((transaction) => transaction.run("MATCH (n) WHERE NOT n:Trace DETACH DELETE n"));
    await store.commit(aCommit("acme/set", [edge, third]));
    await decide(third, { verdict: "rejected", reason: "cited-only" }, "Grace");
    const request = { ...settings("Olga"), lines };

    const preview = await importReviews(database, { ...request, preview: true });
    const first = await importReviews(database, { ...request, preview: false });
    const again = await importReviews(database, { ...request, preview: false });

    expect(first).toEqual({ ...preview, preview: false });
    expect(first).toMatchObject({
      applied: 3,
      known: 0,
      unknown: [{ reason: `there is no edge ${other.id}` }],
    });
    expect(first.conflicts).toMatchObject([{ reason: expect.stringContaining("rejected by Grace") }]);
    expect(again).toMatchObject({ applied: 0, known: 3 });
    expect(await edgeOf("acme/set", "acme/base")).toMatchObject({
      status: "accepted",
      relation: "synthesis",
      decision: { by: "Ada", note: "as written" },
    });
    expect(await edgeOf("acme/set", "acme/new")).toBeUndefined();
    expect((await log({ edge: edge.id })).items).toMatchObject([{ by: "Ada", imported: { by: "Olga" } }]);
    expect(await logFaults()).toEqual([]);
  });
});
