import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createBenchmarkList } from "../../../graph/contamination/create-benchmark-list.ts";
import type { Database } from "../../../graph/database.ts";
import { createDocumentStore } from "../../../graph/store/documents.ts";
import { createLineageStore } from "../../../graph/store/lineage.ts";
import { aCommit, aDerivation, aDocument, aTrace } from "../../../graph/store/test-data.ts";
import { createTraceStore } from "../../../graph/store/traces.ts";
import { openTestDatabase } from "../../../graph/testing/open-test-database.ts";
import { Benchmark } from "../../../schema/benchmark.ts";
import { createContaminationReader } from "../../contamination.ts";
import { createEdgeDecisions } from "../../decisions.ts";
import { createReviews } from "../../reviews.ts";
import { aServer } from "../test-server.ts";

const LIST = createBenchmarkList([
  {
    list: "test",
    entries: [
      Benchmark.parse({
        id: "harbour/exam",
        name: "Harbour Exam",
        domain: "general",
        splits: ["train", "test"],
        source: "https://hub.example/harbour/exam",
      }),
    ],
  },
]);
const NOW = new Date("2026-05-06T07:08:09.000Z");
const TEXT = "Rows of harbour/exam were copied.";
const note = aDocument(TEXT);
const leak = aDerivation("harbour/logs", "harbour/exam", { split: "test", confidence: 0.8 });
const doubt = aDerivation("harbour/notes", "harbour/exam", { status: "flagged", flags: ["low-confidence"] });

let folder: string;
let database: Database;
let app: FastifyInstance;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "stemma-contamination-"));
  database = await openTestDatabase();
  const store = createLineageStore(database, { benchmarks: LIST, now: () => NOW });
  await createTraceStore(database).begin(aTrace({ roots: [] }));
  await store.commit(aCommit("harbour/logs", [leak]));
  await store.commit(aCommit("harbour/mix", [aDerivation("harbour/mix", "harbour/logs")]));
  await store.commit(aCommit("harbour/notes", [doubt]));
  const documents = createDocumentStore({ folder });
  await documents.save({ document: note, text: TEXT });
  const reviews = createReviews({
    database,
    store,
    documents,
    list: LIST,
    now: () => NOW,
    newId: randomUUID,
  });
  app = await aServer({
    contamination: createContaminationReader({ database, store, list: LIST }),
    decisions: createEdgeDecisions({ reviews, store }),
  });
}, 60_000);
afterAll(async () => {
  await app.close();
  await database.close();
  await rm(folder, { recursive: true, force: true });
});

const get = async (url: string) => {
  const { statusCode, json } = await app.inject({ url });
  return { statusCode, body: json() };
};
const levels = (body: { readonly items: readonly { readonly dataset: string; readonly level: string }[] }) =>
  body.items.map(({ dataset, level }) => [dataset, level]);

describe("the contamination routes", () => {
  it("lists flags a page at a time, in an order of their own", async () => {
    const first = await get("/api/contamination?limit=2");
    const second = await get(`/api/contamination?limit=2&cursor=${first.body.nextCursor}`);

    expect(levels(first.body)).toEqual([
      ["harbour/logs", "declared"],
      ["harbour/mix", "inherited"],
    ]);
    expect(levels(second.body)).toEqual([["harbour/notes", "possible"]]);
    expect(second.body.nextCursor).toBeUndefined();
  });

  it("keeps to a dataset, a benchmark by any of its names, and levels", async () => {
    const query = "dataset=harbour%2Fmix&benchmark=harbour%20exam&level=inherited,declared";

    expect(levels((await get(`/api/contamination?${query}`)).body)).toEqual([["harbour/mix", "inherited"]]);
    expect(levels((await get("/api/contamination?level=declared")).body)).toEqual([
      ["harbour/logs", "declared"],
    ]);
  });

  it("gives a dataset's flags with the edges along their ways and what proves them", async () => {
    const { body } = await get("/api/datasets/harbour%2Fmix/contamination");

    expect(body).toMatchObject({ state: "traced", publishedOnly: false });
    expect(body.items).toMatchObject([
      {
        benchmark: "harbour/exam",
        level: "inherited",
        strongestGround: "declared",
        split: "test",
        distance: 2,
        confidence: 0.72,
        path: [expect.any(String), leak.id],
      },
    ]);
    expect(body.edges.map((one: { edge: { to: string } }) => one.edge.to)).toEqual([
      "harbour/logs",
      "harbour/exam",
    ]);
    expect(body.edges[1].evidence).toMatchObject([{ quote: "built from harbour/exam" }]);
  });

  it("tells how far each benchmark reaches", async () => {
    expect((await get("/api/benchmarks")).body.items).toEqual([
      {
        id: "harbour/exam",
        node: "harbour/exam",
        name: "Harbour Exam",
        domain: "general",
        levels: { declared: 1, inherited: 1, possible: 1 },
      },
    ]);
  });

  it("ranks datasets by their worst level, and counts every level whatever is asked for", async () => {
    const all = (await get("/api/contamination/datasets")).body;
    const some = (await get("/api/contamination/datasets?level=inherited,possible&order=name")).body;

    expect(all.items.map(({ id }: { id: string }) => id)).toEqual([
      "harbour/logs",
      "harbour/mix",
      "harbour/notes",
    ]);
    expect(all.items[1]).toEqual({
      id: "harbour/mix",
      state: "traced",
      domains: [],
      level: "inherited",
      distance: 2,
      confidence: 0.72,
      cells: [
        {
          benchmark: "harbour/exam",
          level: "inherited",
          distance: 2,
          confidence: 0.72,
          ground: "declared",
          split: "test",
        },
      ],
    });
    expect(some.items.map(({ id }: { id: string }) => id)).toEqual(["harbour/mix", "harbour/notes"]);
    expect(some).toMatchObject({ total: 2, totals: { declared: 1, inherited: 1, possible: 1 } });
    expect(some.benchmarks).toEqual([{ node: "harbour/exam", datasets: 2 }]);
  });

  it("gives the ranking a page at a time, in any order, to one question only", async () => {
    const first = (await get("/api/contamination/datasets?order=distance&limit=1")).body;
    const rest = (await get(`/api/contamination/datasets?order=distance&cursor=${first.nextCursor}`)).body;
    const other = await get(`/api/contamination/datasets?order=name&cursor=${first.nextCursor}`);

    expect([...first.items, ...rest.items].map(({ id }: { id: string }) => id)).toEqual([
      "harbour/logs",
      "harbour/notes",
      "harbour/mix",
    ]);
    expect(rest.nextCursor).toBeUndefined();
    expect(other.statusCode).toBe(400);
  });

  it("tells what a dataset's withdrawal would change, and changes nothing", async () => {
    const { body } = await get("/api/datasets/harbour%2Flogs/withdrawal");

    expect(body).toMatchObject({
      dataset: "harbour/logs",
      descendants: [{ id: "harbour/mix", distance: 1, reach: "only", isWaiting: false, state: "traced" }],
      flags: [
        { dataset: "harbour/mix", benchmark: "harbour/exam", outcome: "vanishes", before: "inherited" },
      ],
      totals: { descendants: 1, direct: 1, only: 1, flags: { vanishes: 1, changes: 0, stays: 0 } },
      truncated: false,
    });
    expect(levels((await get("/api/contamination?dataset=harbour%2Fmix")).body)).toEqual([
      ["harbour/mix", "inherited"],
    ]);
  });

  it.each([
    ["the withdrawal of an unknown dataset", "/api/datasets/nobody%2Fset/withdrawal", 404],
    ["a ranking against what is no benchmark", "/api/contamination/datasets?benchmark=harbour%2Flogs", 404],
    ["a domain that is none", "/api/contamination/datasets?domain=cooking", 400],
    ["an unknown dataset", "/api/datasets/nobody%2Fset/contamination", 404],
    ["what is no benchmark", "/api/contamination?benchmark=harbour%2Flogs", 404],
    ["a level that is none", "/api/contamination?level=terrible", 400],
    ["a cursor that is none", "/api/contamination?cursor=nonsense", 400],
  ])("answers %s with a problem", async (_what, url, status) => {
    expect((await get(url)).statusCode).toBe(status);
  });
});

describe("the routes that decide on edges", () => {
  it("let a person accept an edge, and tell what changed downstream", async () => {
    const { statusCode, json } = await app.inject({
      method: "PATCH",
      url: `/api/edges/${doubt.id}`,
      payload: { verdict: "accepted", note: "I asked the author" },
    });

    expect(statusCode).toBe(200);
    expect(json()).toMatchObject({
      edge: {
        status: "accepted",
        decision: { verdict: "accepted", by: "local", note: "I asked the author" },
      },
      contamination: { added: 1, changed: 0, removed: 1 },
    });
    expect(levels((await get("/api/contamination?dataset=harbour%2Fnotes")).body)).toEqual([
      ["harbour/notes", "suspected"],
    ]);
  });

  it("add an edge with a quote that stands in its document", async () => {
    const payload = {
      from: "harbour/copy",
      to: "harbour/exam",
      relation: "inclusion",
      quote: { document: note.sha256, text: "Rows of harbour/exam were copied" },
    };

    const { statusCode, headers, json } = await app.inject({ method: "POST", url: "/api/edges", payload });

    expect(statusCode).toBe(201);
    expect(headers["location"]).toBe(`/api/edges/${json().edge.id}`);
    expect(json().evidence).toMatchObject([{ tracer: "person", span: { start: 0, end: 32 } }]);
  });

  it.each([
    ["a quote that its document lacks", { quote: { document: note.sha256, text: "never said" } }, 400],
    ["a document that was never read", { quote: { document: "0".repeat(64), text: "said" } }, 404],
    ["neither quote nor note", {}, 400],
    ["an edge to itself", { to: "harbour/new", note: "so" }, 400],
    ["an edge that is there", { from: "harbour/logs", note: "so" }, 409],
  ])("refuse %s", async (_what, fields, status) => {
    const payload = { from: "harbour/new", to: "harbour/exam", relation: "inclusion", ...fields };

    const { statusCode } = await app.inject({ method: "POST", url: "/api/edges", payload });

    expect(statusCode).toBe(status);
  });

  it("answer an edge that is not there with a problem", async () => {
    const payload = { verdict: "rejected", reason: "cited-only" };

    const { statusCode } = await app.inject({
      method: "PATCH",
      url: `/api/edges/${"0".repeat(24)}`,
      payload,
    });

    expect(statusCode).toBe(404);
  });
});
