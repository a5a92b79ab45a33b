import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Database } from "../../graph/database.ts";
import { createDocumentStore } from "../../graph/store/documents.ts";
import { createLineageStore } from "../../graph/store/lineage.ts";
import { aCommit, aDerivation, aDocument, anEvidence, aTrace } from "../../graph/store/test-data.ts";
import { createTraceStore } from "../../graph/store/traces.ts";
import { openTestDatabase } from "../../graph/testing/open-test-database.ts";
import { DatasetPage, EdgeDetail, LineageView } from "../../schema/api.ts";
import { DatasetId } from "../../schema/ids.ts";
import { createLineageReader } from "../create-lineage-reader.ts";
import { aServer } from "./test-server.ts";

const CARD = "# Logs\n\nThese rows were taken from harbour/charts, train split.\n";
const QUOTE = "taken from harbour/charts";
const card = aDocument(CARD, { url: "https://hub.example/harbour/logs" });
const start = CARD.indexOf(QUOTE);
const edge = aDerivation("harbour/logs", "harbour/charts", { split: "train" });
const doubted = aDerivation("harbour/charts", "harbour/tides", {
  status: "flagged",
  flags: ["low-confidence"],
});
const refused = aDerivation("harbour/logs", "harbour/exam", {
  status: "rejected",
  rejection: "evaluation-only",
});

let folder: string;
let database: Database;
let app: FastifyInstance;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "stemma-routes-"));
  database = await openTestDatabase();
  const documents = createDocumentStore({ folder });
  const store = createLineageStore(database);
  await createTraceStore(database).begin(aTrace({ roots: [DatasetId.parse("harbour/logs")] }));
  await documents.save({ document: card, text: CARD });
  const proof = (one: typeof edge) =>
    anEvidence(one, card, { quote: QUOTE, span: { start, end: start + QUOTE.length } });
  await store.commit(
    aCommit("harbour/logs", [edge, refused], {
      documents: [card],
      evidence: [proof(edge), proof(refused)],
      aliases: [{ key: "logs-old", datasetId: DatasetId.parse("harbour/logs"), reason: "legacy" }],
    }),
  );
  await store.commit(aCommit("harbour/charts", [doubted]));
  app = await aServer({ lineage: createLineageReader({ store, documents }) });
});
afterAll(async () => {
  await app.close();
  await database.close();
  await rm(folder, { recursive: true, force: true });
});

const get = (url: string, headers: Record<string, string> = {}) => app.inject({ url, headers });

describe("GET /api/datasets", () => {
  test("finds datasets by a part of their name", async () => {
    const page = DatasetPage.parse((await get("/api/datasets?q=chart")).json());

    expect(page.items.map((item) => item.id)).toEqual(["harbour/charts"]);
    expect(page.items[0]).toMatchObject({ sources: 1, uses: 1 });
  });

  test("pages with a cursor, without losing or repeating any", async () => {
    const ids: string[] = [];
    let cursor: string | undefined = "";
    while (cursor !== undefined) {
      const url = `/api/datasets?limit=3${cursor === "" ? "" : `&cursor=${encodeURIComponent(cursor)}`}`;
      const page: DatasetPage = DatasetPage.parse((await get(url)).json());
      ids.push(...page.items.map((item) => item.id));
      cursor = page.nextCursor;
    }

    expect(ids.toSorted()).toEqual(["harbour/charts", "harbour/exam", "harbour/logs", "harbour/tides"]);
  });

  test.each(["limit=0", "limit=201", "limit=x", "cursor=nonsense"])("refuses %s", async (query) => {
    const answer = await get(`/api/datasets?${query}`);

    expect(answer.statusCode).toBe(400);
    expect(answer.headers["content-type"]).toMatch("application/problem+json");
    expect(answer.json()).toMatchObject({ code: "INPUT_INVALID", status: 400 });
  });
});

describe("GET /api/datasets/:id", () => {
  test("answers an address that cannot be decoded like any other fault", async () => {
    const answer = await get("/api/datasets/%E0%A4%A");

    expect(answer.statusCode).toBe(400);
    expect(answer.headers["content-type"]).toMatch("application/problem+json");
    expect(answer.json()).toMatchObject({ code: "INPUT_INVALID", status: 400 });
  });

  test("takes a URL-encoded id", async () => {
    const answer = await get("/api/datasets/harbour%2Flogs");

    expect(answer.json()).toMatchObject({ id: "harbour/logs", rejected: 1, documents: [{ url: card.url }] });
  });

  test("leads from a former id to today's dataset", async () => {
    expect((await get("/api/datasets/logs-old")).json()).toMatchObject({ id: "harbour/logs" });
  });

  test("says what it does not know, and what to do", async () => {
    const answer = await get("/api/datasets/harbour%2Fnothing");

    expect(answer.statusCode).toBe(404);
    expect(answer.json()).toMatchObject({
      code: "NOT_FOUND",
      detail: expect.stringContaining("trace it first"),
    });
  });
});

describe("GET /api/datasets/:id/lineage", () => {
  const url = "/api/datasets/harbour%2Flogs/lineage";

  test("draws what is upstream, each edge between two of its nodes", async () => {
    const view = LineageView.parse((await get(url)).json());

    expect(view.nodes.map(({ id, level }) => [id, level])).toEqual(
      expect.arrayContaining([
        ["harbour/logs", 0],
        ["harbour/charts", 1],
        ["harbour/tides", 2],
      ]),
    );
    expect(view.edges.map((one) => one.id).toSorted()).toEqual([edge.id, doubted.id].toSorted());
  });

  test("follows only the statuses asked for", async () => {
    const view = LineageView.parse((await get(`${url}?status=accepted`)).json());

    expect(view.nodes.map((node) => node.id).toSorted()).toEqual(["harbour/charts", "harbour/logs"]);
  });

  test("answers 304 without a body to who has it already", async () => {
    const first = await get(url);

    const second = await get(url, { "if-none-match": String(first.headers.etag) });

    expect(first.headers.etag).toMatch(/^W\/".+"$/);
    expect(second.statusCode).toBe(304);
    expect(second.body).toBe("");
  });

  test("refuses a status that does not exist", async () => {
    expect((await get(`${url}?status=maybe`)).statusCode).toBe(400);
  });
});

test("GET /api/datasets/:id/rejected lists what is named and is no source, with the reason", async () => {
  const answer = await get("/api/datasets/harbour%2Flogs/rejected");

  expect(answer.json()).toMatchObject({ items: [{ to: "harbour/exam", rejection: "evaluation-only" }] });
});

test("GET /api/edges/:id gives the quote as it stands in its document", async () => {
  const detail = EdgeDetail.parse((await get(`/api/edges/${edge.id}`)).json());

  const [proof] = detail.evidence;
  expect(proof?.url).toBe(card.url);
  expect(CARD.slice(proof?.span.start, proof?.span.end)).toBe(proof?.quote);
});

test("GET /api/edges/:id refuses an id that is none, and does not know one that is", async () => {
  expect((await get("/api/edges/xyz")).statusCode).toBe(400);
  expect((await get("/api/edges/0123456789abcdef01234567")).statusCode).toBe(404);
});

test("GET /api/documents/:sha256 gives the frozen text and the edges that it proves", async () => {
  const answer = await get(`/api/documents/${card.sha256}`);

  expect(answer.json()).toMatchObject({ text: CARD, document: { sha256: card.sha256 } });
  expect(answer.json().supports.map((one: { edge: { id: string } }) => one.edge.id)).toContain(edge.id);
});

test("GET /api/paths shows every step from a dataset up to a source", async () => {
  const answer = await get("/api/paths?from=harbour%2Flogs&to=harbour%2Ftides");

  expect(answer.json()).toMatchObject({
    paths: [{ nodes: ["harbour/logs", "harbour/charts", "harbour/tides"], edges: [edge.id, doubted.id] }],
    hasMore: false,
  });
});

test("large answers are compressed for who can read that", async () => {
  const answer = await get("/api/openapi.json", { "accept-encoding": "gzip" });

  expect(answer.headers["content-encoding"]).toBe("gzip");
});

test("the OpenAPI document names every resource", async () => {
  const paths = Object.keys((await get("/api/openapi.json")).json().paths);

  expect(paths).toEqual(
    expect.arrayContaining([
      "/api/health",
      "/api/datasets",
      "/api/datasets/{id}",
      "/api/datasets/{id}/lineage",
      "/api/datasets/{id}/rejected",
      "/api/edges/{id}",
      "/api/edges/{id}/history",
      "/api/documents/{sha256}",
      "/api/paths",
      "/api/traces",
      "/api/traces/{id}",
      "/api/traces/{id}/cancel",
    ]),
  );
});

test("the page of the API needs no script", async () => {
  const page = await get("/api");

  expect(page.headers["content-type"]).toMatch("text/html");
  expect(page.body).not.toMatch(/<script/i);
  expect(page.body).toContain("/api/datasets/{id}/lineage");
});

test("every answer forbids sniffing, referrers and foreign content", async () => {
  for (const url of ["/api/health", "/api/nothing", "/"]) {
    const { headers } = await get(url, { accept: "text/html" });
    expect(headers["x-content-type-options"], url).toBe("nosniff");
    expect(headers["referrer-policy"], url).toBe("no-referrer");
    expect(headers["content-security-policy"], url).toMatch(/^default-src 'none'/);
  }
});
