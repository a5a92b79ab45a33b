import { EventEmitter, once } from "node:events";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { request as httpRequest } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import type { Database } from "../../../graph/database.ts";
import { createDocumentStore } from "../../../graph/store/documents.ts";
import { createLineageStore } from "../../../graph/store/lineage.ts";
import { aCommit, aDerivation, aTrace } from "../../../graph/store/test-data.ts";
import { createTraceStore } from "../../../graph/store/traces.ts";
import { openTestDatabase } from "../../../graph/testing/open-test-database.ts";
import { ExchangeFormats, ImportReport } from "../../../schema/exchange.ts";
import { createExchange } from "../../create-exchange.ts";
import { aServer } from "../test-server.ts";

const NOW = new Date("2026-03-04T05:06:07.000Z");

let folder: string;
let uploads: string;
let database: Database;
let app: FastifyInstance;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "stemma-exchange-"));
  uploads = await mkdtemp(join(folder, "uploads-"));
  database = await openTestDatabase();
  const documents = createDocumentStore({ folder: join(folder, "documents") });
  const store = createLineageStore(database);
  const exchange = createExchange({ database, documents, store, now: () => NOW });
  app = await aServer({ exchange, uploadFolder: uploads });
});
afterAll(async () => {
  await app.close();
  await database.close();
  await rm(folder, { recursive: true });
});

beforeEach(async () => {
  await database.write((transaction) => transaction.run("MATCH (n) DETACH DELETE n"));
  await createTraceStore(database).begin(aTrace({ roots: [] }));
  const store = createLineageStore(database);
  await store.commit(aCommit("acme/mix", [aDerivation("acme/mix", "acme/base")]));
  await store.commit(aCommit("acme/other", [aDerivation("acme/other", "acme/far")]));
});

const get = (url: string, headers: Readonly<Record<string, string>> = {}) => app.inject({ url, headers });
const send = (query: string, payload: string | Buffer, type = "application/octet-stream") =>
  app.inject({
    method: "POST",
    url: `/api/exchange/import${query}`,
    payload,
    headers: { "content-type": type },
  });

const problem = (status: number, detail: RegExp) => ({
  status,
  detail: expect.stringMatching(detail) as unknown,
});

/** What is received is taken away when the answer is sent, a moment after it. */
const expectNothingLeft = (): Promise<void> =>
  vi.waitFor(async () => expect(await readdir(uploads)).toEqual([]));

describe("GET /api/exchange/export", () => {
  it("sends the whole graph as a file of its format", async () => {
    const { statusCode, headers, body } = await get("/api/exchange/export?format=gexf");

    expect(statusCode).toBe(200);
    expect(headers["content-type"]).toBe("application/gexf+xml; charset=utf-8");
    expect(headers["content-disposition"]).toBe('attachment; filename="stemma-graph.gexf"');
    expect(body).toContain('<nodes count="4">');
  });

  it("sends one dataset's surroundings", async () => {
    const url = "/api/exchange/export?format=csv&dataset=acme%2Fbase&direction=downstream&depth=1";
    const { headers, body } = await get(url);

    expect(headers["content-disposition"]).toBe('attachment; filename="acme_base.csv"');
    expect(body).toContain("acme/mix");
    expect(body).not.toContain("acme/other");
  });

  it.each([
    ["an unknown format", "?format=doc", problem(400, /there is no format doc; choose one of jsonl, csv/)],
    ["an unknown dataset", "?format=gexf&dataset=no%2Fbody", problem(404, /does not know no\/body/)],
    [
      "a part in a format of the whole",
      "?format=jsonl&dataset=acme%2Fmix",
      problem(400, /jsonl holds the whole graph/),
    ],
    [
      "texts in a format without",
      "?format=gexf&withDocuments=true",
      problem(400, /no place for the documents' texts/),
    ],
    ["another word for yes", "?format=gexf&withDocuments=yes", problem(400, /withDocuments/)],
    ["an address that nothing can follow", "?format=gexf&baseUrl=here", problem(400, /baseUrl/)],
    ["a depth beyond", "?format=gexf&depth=31", problem(400, /depth/)],
  ])("refuses %s", async (_what, query, answer) => {
    const { json } = await get(`/api/exchange/export${query}`);

    expect(json()).toMatchObject(answer);
  });

  it("is there for whoever takes its content type alone", async () => {
    const url = "/api/exchange/export?format=csv";

    expect((await get(url, { accept: "text/csv" })).statusCode).toBe(200);
    expect((await get(url, { accept: "image/png" })).statusCode).toBe(406);
  });
});

describe("GET /api/exchange/formats", () => {
  it("names every format and what it takes", async () => {
    const formats = ExchangeFormats.parse((await get("/api/exchange/formats")).json());

    expect(formats.exports.map(({ name }) => name)).toEqual(
      expect.arrayContaining(["jsonl", "csv", "gexf", "graphml", "prov-json"]),
    );
    expect(formats.imports.map(({ name }) => name)).toEqual(["jsonl", "csv", "oda-lineage"]);
    expect(new Set(formats.exports.map(({ name }) => name)).size).toBe(formats.exports.length);
  });
});

describe("POST /api/exchange/import", () => {
  it("reads back what was sent out", async () => {
    const file = (await get("/api/exchange/export?format=jsonl")).body;
    await database.write((transaction) => transaction.run("MATCH (n) DETACH DELETE n"));

    const answer = await send("", file, "application/x-ndjson");

    expect(answer.statusCode).toBe(200);
    expect(ImportReport.parse(answer.json())).toMatchObject({
      format: "jsonl",
      dryRun: false,
      counts: { nodes: 9, relationships: 8, texts: 0 },
    });
    expect((await get("/api/exchange/export?format=jsonl")).body).toBe(file);
    await expectNothingLeft();
  });

  it("takes a table, and says what would change", async () => {
    const table = "from,to,relation\nacme/mix,acme/new,fusion\n";

    const answer = await send("?dryRun=true", table, "text/csv");

    expect(answer.json()).toMatchObject({
      format: "csv",
      dryRun: true,
      changes: [{ change: "proposed", subject: "acme/mix -> acme/new", detail: "new, fusion" }],
    });
    expect(await database.read("MATCH (d:Dataset {id: 'acme/new'}) RETURN d.id AS id")).toEqual([]);
  });

  it("does a repeated write once", async () => {
    const table = "from,to,relation\nacme/mix,acme/new,fusion\n";
    const request = {
      method: "POST",
      url: "/api/exchange/import",
      payload: table,
      headers: { "content-type": "text/csv", "idempotency-key": "one" },
    } as const;
    await app.inject(request);

    const again = await app.inject(request);

    expect(again.headers["idempotent-replayed"]).toBe("true");
    expect(again.json()).toMatchObject({ counts: { "new proposals": 1 } });
  });

  it.each([
    ["a graph into one that is not empty", ["?format=jsonl", '{"kind":"header"}'], problem(409, /not empty/)],
    ["what looks like nothing", ["", "hello"], problem(400, /looks like none of the formats/)],
    ["an unknown format", ["?format=xls", "hello"], problem(400, /there is no format xls/)],
    ["a format of folders", ["?format=oda-lineage", "hello"], problem(400, /reads a folder/)],
    ["a table with faults", ["?format=csv", "from,to\na,b"], problem(400, /line 2, relation/)],
    ["nothing", ["", ""], problem(400, /./)],
  ] as const)("refuses %s", async (_what, [query, payload], answer) => {
    const { json } = await send(query, payload);

    expect(json()).toMatchObject(answer);
    await expectNothingLeft();
  });

  it.each(["application/json", "multipart/form-data; boundary=x", "text/plain"])(
    "refuses a body of the type %s",
    async (type) => {
      expect((await send("", "{}", type)).statusCode).toBe(415);
    },
  );

  it("keeps no file whose sender has left before the answer", async () => {
    const started = new EventEmitter();
    const reading = {
      formats: async () => ({ exports: [], imports: [] }),
      import: async () => {
        started.emit("started", await readdir(uploads));
        await once(started, "left");
        throw new Error("what it was sent for is lost");
      },
    };
    const own = await aServer({ exchange: reading as never, uploadFolder: uploads });
    const address = await own.listen({ host: "127.0.0.1", port: 0 });
    // The service itself has noticed that its client is gone.
    own.server.once("connection", (socket) => socket.once("close", () => started.emit("left")));
    const reads = once(started, "started");
    const request = httpRequest(`${address}/api/exchange/import`, {
      method: "POST",
      headers: { "content-type": "text/csv" },
    });
    request.on("error", () => undefined);
    request.end("from,to,relation\n");
    const [whileRead] = await reads;

    request.destroy();

    expect(whileRead).toHaveLength(1);
    await expectNothingLeft();
    await own.close();
  });

  it("refuses a request without a body", async () => {
    const answer = await app.inject({ method: "POST", url: "/api/exchange/import" });

    expect(answer.statusCode).toBe(400);
    expect(answer.json<{ detail: string }>().detail).toContain("send the file");
  });
});
