import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createBenchmarkList } from "../../graph/contamination/create-benchmark-list.ts";
import type { Database } from "../../graph/database.ts";
import { createDocumentStore, type DocumentStore } from "../../graph/store/documents.ts";
import { createLineageStore, type LineageStore } from "../../graph/store/lineage.ts";
import { onEmptyGraph } from "../../graph/store/on-empty-graph.ts";
import { aCommit, aDataset, aDerivation } from "../../graph/store/test-data.ts";
import { trackVersion } from "../../graph/track-version.ts";
import type { Derivation } from "../../schema/edge.ts";
import { QueueQuery } from "../../schema/queue-filter.ts";
import { TakeRequest } from "../../schema/review-queue.ts";
import { createReviews, type Reviewer, type Reviews } from "../reviews.ts";
import { openReviewQueue } from "./open-review-queue.ts";
import type { ReviewQueue } from "./review-queue.ts";

const NOW = new Date("2026-05-06T07:08:09.000Z");
const ada: Reviewer = { name: "Ada", role: "reviewer" };
const ben: Reviewer = { name: "Ben", role: "reviewer" };
const flagged: Partial<Derivation> = { status: "flagged", flags: ["low-confidence"], confidence: 0.5 };
const notes = aDerivation("harbour/notes", "harbour/exam", flagged);
const tides = aDerivation("harbour/notes", "pier/tides", {
  ...flagged,
  flags: ["name-ambiguous"],
  confidence: 0.6,
});
const leaf = aDerivation("quay/leaf", "pier/tides", flagged);
const sure = aDerivation("quay/leaf", "harbour/notes");

let folder: string;
let documents: DocumentStore;
let database: Database;
let store: LineageStore;
let reviews: Reviews;
let queue: ReviewQueue;
let isDrawn: boolean;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "stemma-queue-"));
  documents = createDocumentStore({ folder });
});
onEmptyGraph((opened) => {
  database = trackVersion(opened);
  store = createLineageStore(database, { now: () => NOW });
  const list = createBenchmarkList([]);
  reviews = createReviews({ database, store, documents, list, now: () => NOW, newId: randomUUID });
  isDrawn = false;
  queue = openReviewQueue({
    database: database as Database & { version(): Promise<string> },
    aside: opened,
    store,
    now: () => NOW,
    newId: randomUUID,
    draws: { isAudited: () => isDrawn, isSeconded: () => isDrawn },
  });
});
beforeEach(async () => {
  await store.commit(aCommit("harbour/notes", [notes, tides]));
  await store.commit(aCommit("quay/leaf", [leaf, sure]));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const list = async (by = ada, query: Partial<QueueQuery> = {}) => {
  const page = await queue.list({ ...QueueQuery.parse({}), ...query }, by);
  return page.items.map(({ edge }) => edge.id);
};
const take = (by: Reviewer, request: object = {}) => queue.take(TakeRequest.parse(request), by);
const decide = (edge: Derivation, by = ada, more: object = {}) =>
  reviews.review({ kind: "decided", edge: edge.id, change: { verdict: "accepted" }, ...more }, by);

describe("the queue", () => {
  it("lists what is flagged, with what hangs below it first", async () => {
    const page = await queue.list(QueueQuery.parse({}), ada);

    expect(page.items.map(({ edge }) => edge.id)).toEqual([tides.id, notes.id, leaf.id]);
    expect(page).toMatchObject({ total: 3, reasons: { flagged: 3, audit: 0, second: 0 } });
    expect(page.items[0]).toMatchObject({
      why: ["flagged"],
      from: { name: "notes", state: "traced" },
      value: { datasets: 2, flags: 0 },
      revision: 0,
      blind: false,
    });
  });

  it("has the new order after a decision, an undoing, and a commit of a trace", async () => {
    await list();
    const event = await decide(leaf);
    expect(await list()).toEqual([tides.id, notes.id]);

    await reviews.undo(event.id, {}, ada);
    expect(await list()).toEqual([tides.id, notes.id, leaf.id]);

    await decide(sure, ada, { change: { verdict: "rejected", reason: "cited-only" } });
    const [first] = (await queue.list(QueueQuery.parse({}), ada)).items;
    expect(first?.value.datasets).toBe(1);

    const more = aDerivation("quay/more", "quay/leaf", flagged);
    await store.commit(aCommit("quay/more", [more]));
    expect(await list()).toContain(more.id);
  });

  it("is the same when it follows the log and when it is read anew", async () => {
    await list();
    await decide(leaf);
    await reviews.review({ kind: "skipped", edge: notes.id }, ada);
    const { items: followed } = await queue.list(QueueQuery.parse({}), ada);
    const anew = openReviewQueue({ database, aside: database, store, now: () => NOW, newId: randomUUID });

    expect(
      (await anew.list(QueueQuery.parse({}), ada)).items.map(({ edge, value }) => [edge, value]),
    ).toEqual(followed.map(({ edge, value }) => [edge, value]));
  });

  it("filters by what edges have", async () => {
    expect(await list(ada, { flags: ["name-ambiguous"] })).toEqual([tides.id]);
    expect(await list(ada, { owner: "quay" })).toEqual([leaf.id]);
    expect(await list(ada, { dataset: "pier/tides" })).toEqual([tides.id, leaf.id]);
    expect(await list(ada, { least: 0.55 })).toEqual([tides.id]);
    expect(await list(ada, { why: ["audit"] })).toEqual([]);
    expect(await list(ada, { limit: 1, skip: 1 })).toEqual([notes.id]);
  });

  it("asks a proposal until somebody decides, and tells who would have what", async () => {
    const change = { verdict: "rejected", reason: "own-subset" } as const;
    await reviews.review({ kind: "proposed", edge: sure.id, change }, { name: "Vera", role: "viewer" });

    const page = await queue.list({ ...QueueQuery.parse({}), why: ["proposed"] }, ada);
    expect(page.items).toMatchObject([{ edge: { id: sure.id }, proposals: [{ by: "Vera", change }] }]);
    expect(await list(ada, { reviewer: "Vera" })).toEqual([sure.id]);

    const event = await decide(sure);
    expect(await list(ada, { why: ["proposed"] })).toEqual([]);
    await reviews.undo(event.id, {}, ada);
    expect(await list(ada, { why: ["proposed"] })).toEqual([sure.id]);
  });

  it("draws accepted edges for the audit", async () => {
    isDrawn = true;

    expect(await list(ada, { why: ["audit"] })).toEqual([sure.id]);
  });
});

describe("a second look", () => {
  it("is everybody's but that of who decided, and shows nothing of the decision", async () => {
    isDrawn = true;
    await decide(notes, ada, {
      change: { verdict: "rejected", reason: "cited-only", note: "a table of tests" },
    });

    expect(await list(ada, { why: ["second"] })).toEqual([]);
    expect(await list(ben, { why: ["second"] })).toEqual([notes.id]);
    const detail = await queue.item(notes.id, undefined, ben);
    expect(detail.item).toMatchObject({ blind: true, edge: { status: "flagged" }, why: ["second"] });
    expect(JSON.stringify(detail)).not.toMatch(/Ada|cited-only|table of tests|decision/);
    expect(detail.history).toBe(0);
    expect((await queue.item(notes.id, undefined, ada)).item.edge.decision?.by).toBe("Ada");
  });

  it("is over once another person had it", async () => {
    isDrawn = true;
    await decide(notes, ada);

    await decide(notes, ben, { blind: true });

    expect(await list({ name: "Cy", role: "reviewer" }, { why: ["second"] })).toEqual([]);
  });
});

describe("taking", () => {
  it("never gives two who take at once the same edge", async () => {
    const people = Array.from({ length: 5 }, (_, index): Reviewer => ({
      name: `p${index}`,
      role: "reviewer",
    }));

    const answers = await Promise.all(people.map((by) => take(by)));

    const edges = answers.flatMap(({ taken }) => taken?.item.edge.id ?? []);
    expect(edges).toHaveLength(3);
    expect(new Set(edges).size).toBe(3);
  });

  it("gives what is next with its quote, and says who holds a named edge", async () => {
    const { taken, total } = await take(ada);

    expect(total).toBe(3);
    expect(taken).toMatchObject({
      item: { edge: { id: tides.id }, held: { by: "Ada", mine: true } },
      evidence: [{ quote: "built from pier/tides", span: { start: 10 } }],
      candidates: [{ id: "pier/tides", current: true }],
    });
    await expect(take(ben, { edge: tides.id })).rejects.toMatchObject({
      code: "CONFLICT",
      message: /Ada until/,
    });
    expect((await take(ben)).taken?.item.edge.id).toBe(notes.id);
    expect((await queue.list(QueueQuery.parse({}), ben)).items[0]?.held).toMatchObject({
      by: "Ada",
      mine: false,
    });
  });

  it("goes on to the next when one is done, and to nothing at the end", async () => {
    await take(ada);
    await decide(tides);

    const { taken } = await take(ada, { release: tides.id });
    expect(taken?.item.edge.id).toBe(notes.id);
    await decide(notes);
    await decide(leaf);
    expect(await take(ada, { release: notes.id })).toEqual({ total: 0 });
  });

  it("puts what the asker skipped last, for them alone", async () => {
    await reviews.review({ kind: "skipped", edge: tides.id }, ada);

    expect(await list(ada)).toEqual([notes.id, leaf.id, tides.id]);
    expect(await list(ben)).toEqual([tides.id, notes.id, leaf.id]);
    expect((await take(ada)).taken?.item.edge.id).toBe(notes.id);

    await reviews.review({ kind: "skipped", edge: notes.id }, ada);
    await reviews.review({ kind: "skipped", edge: tides.id }, ada);
    expect(await list(ada)).toEqual([leaf.id, notes.id, tides.id]);
  });

  it("gives people what is assigned to them first, and to nobody else", async () => {
    const request = { to: "Ben", filter: { owner: "quay" }, preview: false };
    expect(await queue.assign({ ...request, preview: true }, ada)).toEqual({ count: 1, preview: true });
    expect(await list(ben, { assigned: "me" })).toEqual([]);
    await queue.assign(request, ada);

    expect((await take(ben)).taken?.item).toMatchObject({
      edge: { id: leaf.id },
      assigned: { to: "Ben", by: "Ada" },
    });
    await queue.release({ edge: leaf.id }, ben);
    const forAda = [
      await take(ada),
      await take(ada, { client: randomUUID() }),
      await take(ada, { client: randomUUID() }),
    ];
    expect(forAda.flatMap(({ taken }) => taken?.item.edge.id ?? [])).toEqual([tides.id, notes.id]);
  });
});

describe("candidates", () => {
  it("are scored by name, owner, downloads and dates", async () => {
    const right = aDataset("pier/tide-tables", { downloads: 90_000, createdAt: "2024-01-01T00:00:00.000Z" });
    await store.commit(aCommit("pier/tide-tables", [], { dataset: right }));

    const { candidates } = await queue.item(tides.id, undefined, ada);

    expect(candidates.map(({ id }) => id)).toEqual(["pier/tides", "pier/tide-tables"]);
    expect(candidates[1]?.features).toMatchObject({ downloads: 90_000, owner: "named", isBenchmark: false });
    expect(candidates[0]?.score).toBeGreaterThan(candidates[1]?.score ?? 1);
  });
});
