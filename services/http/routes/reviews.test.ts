import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createBenchmarkList } from "../../../graph/contamination/create-benchmark-list.ts";
import type { Database } from "../../../graph/database.ts";
import { createDocumentStore, type DocumentStore } from "../../../graph/store/documents.ts";
import { createLineageStore, type LineageStore } from "../../../graph/store/lineage.ts";
import { onEmptyGraph } from "../../../graph/store/on-empty-graph.ts";
import { aCommit, aDerivation } from "../../../graph/store/test-data.ts";
import type { Derivation } from "../../../schema/edge.ts";
import { createReviews } from "../../reviews.ts";
import { aServer } from "../test-server.ts";

const NOW = new Date("2026-05-06T07:08:09.000Z");
const flagged: Partial<Derivation> = { status: "flagged", flags: ["low-confidence"] };
const doubt = aDerivation("harbour/notes", "harbour/exam", flagged);
const other = aDerivation("harbour/notes", "harbour/tides", flagged);

let folder: string;
let documents: DocumentStore;
let database: Database;
let store: LineageStore;
let app: FastifyInstance;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "stemma-reviews-"));
  documents = createDocumentStore({ folder });
});
onEmptyGraph((opened) => {
  database = opened;
  store = createLineageStore(opened, { now: () => NOW });
});
beforeEach(async () => {
  await store.commit(aCommit("harbour/notes", [doubt, other]));
  const list = createBenchmarkList([]);
  const reviews = createReviews({ database, store, documents, list, now: () => NOW, newId: randomUUID });
  app = await aServer({ reviews });
});
afterAll(async () => {
  await app.close();
  await rm(folder, { recursive: true, force: true });
});

const post = async (url: string, payload?: object) =>
  app.inject({ method: "POST", url: `/api/reviews${url}`, ...(payload === undefined ? {} : { payload }) });
const rejection = { kind: "decided", edge: doubt.id, change: { verdict: "rejected", reason: "wrong-id" } };

describe("POST /api/reviews", () => {
  it("decides on an edge and writes what it was and is", async () => {
    const answer = await post("", { ...rejection, seconds: 4.2, revision: 0 });

    expect(answer.statusCode).toBe(201);
    expect(answer.json()).toMatchObject({
      sequence: 1,
      by: "local",
      role: "operator",
      seconds: 4.2,
      states: [{ edge: doubt.id, before: { status: "flagged" }, after: { status: "rejected" } }],
    });
    expect((await store.edge(doubt.id))?.edge).toMatchObject({ status: "rejected", rejection: "wrong-id" });
  });

  it("answers a repeated event as the first time and writes nothing", async () => {
    const event = randomUUID();
    const first = await post("", { ...rejection, event });

    const again = await post("", { ...rejection, event });
    const otherwise = await post("", { ...rejection, event, change: { verdict: "accepted" } });

    expect(again.json()).toEqual(first.json());
    expect(otherwise.json()).toMatchObject({ status: 409, code: "CONFLICT" });
    expect((await app.inject("/api/reviews")).json()).toMatchObject({ last: 1 });
  });

  it("tells who was quicker when an edge is no longer at the revision that was seen", async () => {
    await post("", { ...rejection, revision: 0 });

    const late = await post("", {
      kind: "decided",
      edge: doubt.id,
      change: { verdict: "accepted" },
      revision: 0,
    });

    expect(late.json()).toMatchObject({ status: 409, code: "CONFLICT" });
    expect(late.json().detail).toContain(`rejected by local at ${NOW.toISOString()} (#1)`);
  });

  it("keeps skips, proposals and blind reviews in the log without touching the edge", async () => {
    await post("", { kind: "skipped", edge: doubt.id, note: "not my field" });
    await post("", { kind: "proposed", edge: doubt.id, change: { verdict: "accepted" } });
    await post("", { ...rejection, blind: true });

    const log = (await app.inject(`/api/reviews?edge=${doubt.id}`)).json();

    expect(log.items.map(({ action, states }: never) => [action["kind"], states])).toEqual([
      ["skipped", []],
      ["proposed", []],
      ["decided", []],
    ]);
    expect((await store.edge(doubt.id))?.edge).toMatchObject({ status: "flagged" });
    expect((await post("", { ...rejection, revision: 0 })).statusCode).toBe(201);
  });
});

describe("POST /api/reviews/:id/undo", () => {
  it("gives the edge back what it was, and an undone undoing brings the decision back", async () => {
    const before = await store.edge(doubt.id);
    const decided = (await post("", rejection)).json();
    const after = await store.edge(doubt.id);

    const undone = await post(`/${decided.id}/undo`);
    const between = await store.edge(doubt.id);
    const redone = await post(`/${undone.json().id}/undo`, { note: "it was right" });

    expect([undone.statusCode, redone.statusCode]).toEqual([201, 201]);
    expect(between).toEqual(before);
    expect(await store.edge(doubt.id)).toEqual(after);
    const { items } = (await app.inject("/api/reviews?limit=2&after=0")).json();
    expect(items.map(({ undone: is }: never) => is)).toEqual([false, true]);
  });

  it("says which later decision stands in the way, and what is undone already", async () => {
    const first = (await post("", rejection)).json();
    const second = (await post("", { ...rejection, change: { verdict: "accepted" } })).json();

    const early = (await post(`/${first.id}/undo`)).json();
    const once = await post(`/${second.id}/undo`);
    const twice = (await post(`/${second.id}/undo`)).json();

    expect(early).toMatchObject({ status: 409, code: "CONFLICT" });
    expect(early.detail).toContain("accepted by local");
    expect(once.statusCode).toBe(201);
    expect(twice).toMatchObject({ status: 409, code: "CONFLICT" });
    expect((await post(`/${first.id}/undo`)).statusCode).toBe(201);
    expect((await post(`/${randomUUID()}/undo`)).json()).toMatchObject({ status: 404 });
  });
});

describe("what else the log takes", () => {
  it("shows a bulk decision before it is made, and makes it", async () => {
    const asked = { change: { verdict: "accepted" }, filter: { from: "harbour/notes" } };

    const preview = (await post("/bulk", { ...asked, preview: true })).json();
    const done = (await post("/bulk", asked)).json();
    const none = (await post("/bulk", { change: { verdict: "accepted" } })).json();

    expect(preview).toMatchObject({
      preview: true,
      count: 2,
      edges: [{ to: "harbour/exam" }, { to: "harbour/tides" }],
    });
    expect(done).toMatchObject({ preview: false, count: 2, batch: expect.any(String) });
    expect(none).toMatchObject({ status: 400 });
    expect((await app.inject(`/api/reviews?batch=${done.batch}`)).json().items).toHaveLength(2);
  });

  it("leads a name to a dataset and tells it in the edge's history", async () => {
    const named = aDerivation("harbour/log", "name:tide-tables", flagged);
    await store.commit(aCommit("harbour/log", [named]));

    const answer = await post("", { kind: "alias", name: "Tide tables", to: "harbour/tides" });

    expect(answer.json()).toMatchObject({ action: { scope: "flagged" }, names: [{ key: "tide tables" }] });
    expect(answer.json().states).toHaveLength(2);
  });

  it("goes out as a file that the same graph knows", async () => {
    await post("", rejection);
    const file = await app.inject("/api/reviews/export");

    const answer = await app.inject({
      method: "POST",
      url: "/api/reviews/import?preview=true",
      headers: { "content-type": "application/x-ndjson" },
      payload: file.body,
    });
    const broken = await app.inject({
      method: "POST",
      url: "/api/reviews/import",
      headers: { "content-type": "application/x-ndjson" },
      payload: `${file.body}{"id":1}\n`,
    });

    expect(
      file.body
        .trim()
        .split("\n")
        .map((line) => JSON.parse(line).ends),
    ).toEqual([[{ edge: doubt.id, kind: "derivation", from: "harbour/notes", to: "harbour/exam" }]]);
    expect(answer.json()).toMatchObject({ preview: true, applied: 0, known: 1 });
    expect(broken.json()).toMatchObject({ status: 400, detail: expect.stringContaining("line 2") });
  });
});

describe("roles", () => {
  it("let a viewer propose and nothing else", async () => {
    const list = createBenchmarkList([]);
    const reviews = createReviews({ database, store, documents, list, now: () => NOW, newId: randomUUID });
    const viewer = { name: "vera", role: "viewer" } as const;
    const change = { verdict: "accepted" } as const;

    const proposed = await reviews.review({ kind: "proposed", edge: doubt.id, change }, viewer);
    const deciding = reviews.review({ kind: "decided", edge: doubt.id, change }, viewer);

    expect(proposed).toMatchObject({ by: "vera", role: "viewer", states: [] });
    await expect(deciding).rejects.toMatchObject({ code: "FORBIDDEN", context: { neededRole: "reviewer" } });
  });
});
