import { EventEmitter, once } from "node:events";
import { request as httpRequest } from "node:http";
import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Database } from "../../../graph/database.ts";
import { openEmbedded } from "../../../graph/engines/embedded/open-embedded.ts";
import { createLineageStore } from "../../../graph/store/lineage.ts";
import { CypherRequest, QueryId } from "../../../schema/cypher.ts";
import { type CypherConsole, createCypherConsole } from "../../use-cases/run-cypher.ts";
import { aServer } from "../test-server.ts";

/** Runs until someone stops it. */
const ENDLESS = "UNWIND range(1, 1000000000000) AS i WITH i WHERE i % 7 = 8 RETURN count(i) AS n";
const PATIENCE_MS = 60_000;

let database: Database;
let cypher: CypherConsole;
let app: FastifyInstance;

beforeAll(async () => {
  database = await openEmbedded();
  await database.write((transaction) =>
    transaction.run(
      "CREATE (:Dataset {id: 'acme/a', note: '=1+1'})-[:DERIVED_FROM]->(:Dataset {id: 'acme/b'})",
    ),
  );
  cypher = createCypherConsole(database, createLineageStore(database));
  app = await aServer({ cypher });
}, PATIENCE_MS);
afterAll(async () => {
  await app.close();
  await database.close();
});

const post = (url: string, payload: object) => app.inject({ method: "POST", url, payload });

describe("POST /api/cypher", () => {
  it("answers with columns, rows that keep their kinds, and counters", async () => {
    const query = "MATCH (d:Dataset) WHERE d.id = $id RETURN d, 1 AS one";

    const response = await post("/api/cypher", { query, parameters: { id: "acme/a" } });

    expect(response.statusCode).toBe(200);
    expect(response.json()).toMatchObject({
      columns: ["d", "one"],
      rows: [[{ kind: "node", labels: ["Dataset"], properties: { id: "acme/a" } }, 1]],
      truncated: false,
      counters: { rows: 1, engine: "embedded" },
    });
  });

  it("cuts at maxRows and says so", async () => {
    const response = await post("/api/cypher", { query: "UNWIND range(1, 9) AS i RETURN i", maxRows: 2 });

    expect(response.json()).toMatchObject({ rows: [[1], [2]], truncated: true });
  });

  it("gives CSV that no spreadsheet runs as a formula", async () => {
    const query =
      "MATCH (d:Dataset {id: 'acme/a'}) RETURN d.id AS id, d.note AS note, -1 AS less, 'a \"b\", c' AS text";

    const response = await post("/api/cypher", { query, format: "csv" });

    expect(response.headers["content-type"]).toBe("text/csv; charset=utf-8; header=present");
    expect(response.headers["x-truncated"]).toBe("false");
    expect(response.body).toBe(`id,note,less,text\r\nacme/a,'=1+1,-1,"a ""b"", c"\r\n`);
  });

  it("gives JSON Lines, an object a row", async () => {
    const response = await post("/api/cypher", { query: "UNWIND [1, 2] AS i RETURN i", format: "jsonl" });

    expect(response.body).toBe('{"i":1}\n{"i":2}\n');
  });

  it("says where a text is wrong, and what both engines run", async () => {
    const response = await post("/api/cypher", { query: "MATCH (n:A|B) RETURN n" });

    expect(response.statusCode).toBe(400);
    expect(response.json()).toMatchObject({
      code: "QUERY_INVALID",
      position: { line: 1, column: 11, excerpt: "MATCH (n:A|B) RETURN n\n          ^" },
      hint: expect.stringContaining("WHERE n:A OR n:B"),
    });
  });

  it("refuses less than a second, in which nothing but a restart of the engine would happen", async () => {
    const response = await post("/api/cypher", { query: "RETURN 1 AS one", timeoutMs: 999 });

    expect(response.statusCode).toBe(400);
    expect(response.json()).toMatchObject({ code: "INPUT_INVALID" });
  });

  it.each([
    ["CREATE (:Dataset)", 403, "QUERY_NOT_READ_ONLY"],
    ["RETURN range(1, 1000000000) AS l", 422, "RESULT_TOO_LARGE"],
    ["", 400, "INPUT_INVALID"],
  ])("refuses %s", async (query, status, code) => {
    const response = await post("/api/cypher", { query });

    expect(response.statusCode).toBe(status);
    expect(response.json()).toMatchObject({ code });
  });

  it("stops a query when its time is over, and answers others meanwhile", async () => {
    const slow = post("/api/cypher", { query: ENDLESS, timeoutMs: 1_000 });
    const quick = await post("/api/cypher", { query: "RETURN 1 AS one" });

    expect(quick.json()).toMatchObject({ rows: [[1]] });
    expect((await slow).json()).toMatchObject({ status: 504, code: "QUERY_TIMEOUT" });
  });
});

const settled = async (act: () => Promise<boolean>): Promise<void> => {
  while (!(await act())) await new Promise((resolve) => setTimeout(resolve, 20));
};

describe("a query that is no longer wanted", () => {
  it(
    "is cancelled by its id",
    async () => {
      const running = post("/api/cypher", { query: ENDLESS, id: "query-0001" });

      await settled(async () => {
        const response = await app.inject({ method: "DELETE", url: "/api/cypher/query-0001" });
        return response.statusCode === 204;
      });

      expect((await running).json()).toMatchObject({ code: "CANCELLED" });
      expect((await app.inject({ method: "DELETE", url: "/api/cypher/query-0001" })).statusCode).toBe(404);
    },
    PATIENCE_MS,
  );

  it("ends when its client goes away", async () => {
    const started = new EventEmitter();
    const run: CypherConsole["run"] = (request, signal) => {
      started.emit("started", signal);
      return cypher.run(request, signal);
    };
    const own = await aServer({ cypher: { ...cypher, run } });
    const address = await own.listen({ host: "127.0.0.1", port: 0 });
    const request = httpRequest(`${address}/api/cypher`, {
      method: "POST",
      headers: { "content-type": "application/json" },
    });
    request.on("error", () => undefined);
    request.end(JSON.stringify({ query: ENDLESS, timeoutMs: 60_000 }));
    const [signal] = (await once(started, "started")) as [AbortSignal];

    request.destroy();
    await once(signal, "abort");

    expect(signal.reason).toMatchObject({ message: "the client went away" });
    await own.close();
  });

  it(
    "waits for its turn no longer than its time",
    async () => {
      const ids = ["query-long-1", "query-long-2"];
      const long = ids.map((id) =>
        cypher.run(CypherRequest.parse({ query: ENDLESS, id, timeoutMs: 60_000 })),
      );

      const turned = await post("/api/cypher", { query: "RETURN 1 AS x", timeoutMs: 1_000 });
      for (const id of ids) cypher.cancel(QueryId.parse(id));
      await Promise.allSettled(long);

      expect(turned.statusCode).toBe(429);
      expect((await post("/api/cypher", { query: "RETURN 1 AS x" })).statusCode).toBe(200);
    },
    PATIENCE_MS,
  );
});

describe("saved queries", () => {
  it("are listed with their parameters", async () => {
    const response = await app.inject("/api/cypher/saved");

    const names = response.json<{ items: { name: string }[] }>().items.map(({ name }) => name);
    expect(names).toContain("leak-paths");
  });

  it("run by name, with defaults", async () => {
    const response = await post("/api/cypher/saved/hubs", { parameters: { limit: 1 } });

    expect(response.json()).toMatchObject({
      columns: ["dataset", "uses", "benchmark"],
      rows: [["acme/b", 1, false]],
    });
  });

  it("run without a body", async () => {
    const response = await app.inject({ method: "POST", url: "/api/cypher/saved/relations" });

    expect(response.json()).toMatchObject({ columns: ["relation", "accepted", "flagged", "rejected"] });
  });

  it("say everything that is wrong with their parameters", async () => {
    const response = await post("/api/cypher/saved/leak-paths", { parameters: { dataset: "a b", depth: 3 } });

    expect(response.statusCode).toBe(400);
    expect(response.json<{ detail: string }>().detail).toMatch(
      /no parameter depth.*dataset is not a dataset's id.*give benchmark, such as/,
    );
  });

  it.each([
    ["contamination-of-dataset", { dataset: "nope/nope" }],
    ["reach-of-benchmark", { benchmark: "nope/nope" }],
  ])("%s finds nobody where the graph does not know who is meant", async (name, parameters) => {
    const response = await post(`/api/cypher/saved/${name}`, { parameters });

    expect(response.statusCode).toBe(404);
    expect(response.json<{ detail: string }>().detail).toContain("the graph does not know nope/nope");
  });

  it("follow a former id to today's", async () => {
    await database.write((transaction) =>
      transaction.run(
        `CREATE (:Alias {key: 'acme/old-name', reason: 'renamed'})-[:REFERS_TO]->(d:Dataset {id: 'acme/kit',
           name: 'kit', registry: 'huggingface', state: 'traced', isBenchmark: false, isFamily: false})
         CREATE (d)-[:CONTAMINATED_BY {level: 'declared', distance: 1, path: []}]->(:Dataset {id: 'acme/quiz'})`,
      ),
    );

    const response = await post("/api/cypher/saved/contamination-of-dataset", {
      parameters: { dataset: "acme/old-name" },
    });

    expect(response.json()).toMatchObject({ rows: [["acme/quiz", "declared", null, 1, null, []]] });
  });

  it.each([1, 2_000, 9_999])(
    "take no time-out of %i ms, with which a reader could stop the engine",
    async (timeoutMs) => {
      const response = await post("/api/cypher/saved/lineage-statistics", { timeoutMs });

      expect(response.statusCode).toBe(400);
      expect(response.json()).toMatchObject({ code: "INPUT_INVALID" });
    },
  );

  it("run on when their client goes away, so that nobody stops the engine by hanging up", async () => {
    const started = new EventEmitter();
    const runSaved: CypherConsole["runSaved"] = (name, request, signal) => {
      started.emit("started", signal);
      return cypher.runSaved(name, request, signal);
    };
    const own = await aServer({ cypher: { ...cypher, runSaved } });
    const address = await own.listen({ host: "127.0.0.1", port: 0 });
    const asked = once(started, "started");
    const request = httpRequest(`${address}/api/cypher/saved/relations`, { method: "POST" });
    request.on("error", () => undefined);
    request.end();

    const [signal] = await asked;

    expect(signal).toBeUndefined();
    request.destroy();
    await own.close();
  });

  it("are not found under an unknown name", async () => {
    expect((await post("/api/cypher/saved/nothing", {})).statusCode).toBe(404);
  });
});

describe("with a token", () => {
  it("only an operator runs own texts", async () => {
    const guarded = await aServer({ cypher, token: "a-token-of-some-length" });
    const ask = (url: string, headers = {}) =>
      guarded.inject({ method: "POST", url, headers, payload: { query: "RETURN 1 AS x" } });

    expect((await ask("/api/cypher")).statusCode).toBe(401);
    expect((await ask("/api/cypher", { authorization: "Bearer a-token-of-some-length" })).statusCode).toBe(
      200,
    );
    await guarded.close();
  });
});
