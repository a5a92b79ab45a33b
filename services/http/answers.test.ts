import type { FastifyInstance } from "fastify";
import { afterEach, describe, expect, test } from "vitest";
import { Problem, type TraceRequest } from "../../schema/api.ts";
import { DatasetId, TraceId } from "../../schema/ids.ts";
import { NO_LIMITS } from "./rate-limits.ts";
import { withoutToken } from "./request-log.ts";
import { aServer } from "./test-server.ts";

let app: FastifyInstance;
afterEach(() => app.close());

describe("every failure is a problem document", () => {
  test.each([
    ["an unknown address", { url: "/api/nothing" }, 404],
    ["a method that it has not", { method: "DELETE", url: "/api/health" }, 405],
    ["a form that it has not", { url: "/api/health", headers: { accept: "text/csv" } }, 406],
    [
      "a body that is no JSON",
      { method: "POST", url: "/api/traces", payload: "{", headers: { "content-type": "application/json" } },
      400,
    ],
    [
      "a body of another type",
      { method: "POST", url: "/api/traces", payload: "a", headers: { "content-type": "text/xml" } },
      415,
    ],
    [
      "a body that is too large",
      { method: "POST", url: "/api/traces", payload: { roots: ["x".repeat(300_000)] } },
      413,
    ],
    ["a body that is absent", { method: "POST", url: "/api/traces" }, 400],
    ["a parameter that it has not", { url: "/api/statistics?root=a/b" }, 400],
    ["a parameter where it has none", { url: "/api/health?verbose=true" }, 400],
    ["an unknown address with a parameter", { url: "/api/nothing?a=b" }, 404],
  ] as const)("%s", async (_, request, status) => {
    app = await aServer();

    const answer = await app.inject(request);

    const problem = Problem.parse(answer.json());
    expect(answer.statusCode).toBe(status);
    expect(answer.headers["content-type"]).toMatch("application/problem+json");
    expect(problem).toMatchObject({
      status,
      instance: `urn:stemma:request:${answer.headers["x-request-id"]}`,
    });
  });
});

describe("HEAD and OPTIONS", () => {
  test("HEAD answers as GET does, without a body", async () => {
    app = await aServer();

    const answer = await app.inject({ method: "HEAD", url: "/api/health" });

    expect(answer.statusCode).toBe(200);
    expect(answer.body).toBe("");
  });

  test("OPTIONS says what is possible, and lets no foreign page in", async () => {
    app = await aServer();

    const answer = await app.inject({
      method: "OPTIONS",
      url: "/api/traces",
      headers: { origin: "https://evil.example", "access-control-request-method": "POST" },
    });

    expect(answer.statusCode).toBe(204);
    expect(answer.headers.allow).toBe("GET, HEAD, OPTIONS, POST");
    expect(answer.headers).not.toHaveProperty("access-control-allow-origin");
  });
});

describe("what a client accepts", () => {
  test.each(["*/*", "application/json", "application/*;q=0.5", "text/html, */*;q=0.1"])(
    "%s is JSON",
    async (accept) => {
      app = await aServer();

      expect((await app.inject({ url: "/api/health", headers: { accept } })).statusCode).toBe(200);
    },
  );
});

const aServerThatCounts = async () => {
  const started: TraceRequest[] = [];
  const server = await aServer({
    tracing: {
      start: async (request: TraceRequest) => {
        started.push(request);
        if (request.roots[0] === "fail/once" && started.length === 1) throw new Error("lost");
        const id = TraceId.parse(`trace-000${started.length}`);
        const roots = request.roots.map((root) => DatasetId.parse(root));
        return {
          trace: { id, roots, state: "running", budget: {}, startedAt: "2026-11-24T08:00:00.000Z" },
          afterSeq: 0,
        };
      },
    } as never,
  });
  const post = (root: string, key: string) =>
    server.inject({
      method: "POST",
      url: "/api/traces",
      payload: { roots: [root] },
      headers: { "idempotency-key": key },
    });
  return { server, started, post };
};

describe("an idempotency key", () => {
  test("gives a repeat the same answer, and says so", async () => {
    const { server, started, post } = await aServerThatCounts();
    app = server;

    const first = await post("a/b", "k");
    const second = await post("a/b", "k");

    expect([second.statusCode, second.body, second.headers.location]).toEqual([
      201,
      first.body,
      first.headers.location,
    ]);
    expect(first.headers).not.toHaveProperty("idempotent-replayed");
    expect(second.headers["idempotent-replayed"]).toBe("true");
    expect(started).toHaveLength(1);
  });

  test("forgets a write that failed", async () => {
    const { server, started, post } = await aServerThatCounts();
    app = server;

    expect((await post("fail/once", "k")).statusCode).toBe(500);
    expect((await post("fail/once", "k")).statusCode).toBe(201);
    expect(started).toHaveLength(2);
  });

  test("forgets the oldest answers when all together are too large to keep", async () => {
    let done = 0;
    app = await aServer({
      tracing: {
        start: async () => {
          done += 1;
          // An answer of some 6 million characters: three of them are more than is kept.
          const roots = Array.from({ length: 60_000 }, (_, index) =>
            DatasetId.parse(`${"a".repeat(90)}/${String(index)}`),
          );
          const id = TraceId.parse("trace-0001");
          return {
            trace: { id, roots, state: "running", budget: {}, startedAt: "2026-11-24T08:00:00.000Z" },
            afterSeq: 0,
          };
        },
      } as never,
    });
    const post = (key: string) =>
      app.inject({
        method: "POST",
        url: "/api/traces",
        payload: { roots: ["a/b"] },
        headers: { "idempotency-key": key },
      });
    for (const key of ["one", "two", "three"]) expect((await post(key)).statusCode).toBe(201);

    const newest = await post("three");
    const oldest = await post("one");

    expect(newest.headers["idempotent-replayed"]).toBe("true");
    expect(oldest.headers).not.toHaveProperty("idempotent-replayed");
    expect(done).toBe(4);
  });

  test("is no matter to a question, which is answered anew with all its headers", async () => {
    let asked = 0;
    const runSaved = async () => {
      asked += 1;
      const counters = { rows: 1, elapsedMs: 1, engine: "embedded" };
      return { id: "query-0001", columns: ["n"], rows: [[asked]], truncated: true, counters };
    };
    app = await aServer({ cypher: { runSaved } as never });
    const ask = () =>
      app.inject({
        method: "POST",
        url: "/api/cypher/saved/hubs",
        payload: { format: "csv" },
        headers: { "idempotency-key": "k" },
      });

    await ask();
    const again = await ask();

    expect(asked).toBe(2);
    expect(again.headers).not.toHaveProperty("idempotent-replayed");
    expect(again.headers["x-truncated"]).toBe("true");
  });

  test("has to be something that can be told apart", async () => {
    const { server, post } = await aServerThatCounts();
    app = server;

    expect((await post("a/b", "two words")).statusCode).toBe(400);
  });
});

describe("rates", () => {
  test("are told with each answer, and end in a 429 that says when to go on", async () => {
    app = await aServer({ limits: { ...NO_LIMITS, read: 2 } });

    const answers = [];
    for (let time = 0; time < 3; time += 1) answers.push(await app.inject("/api/health"));

    expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 200, 429]);
    expect(answers[1]?.headers).toMatchObject({ "ratelimit-limit": "2", "ratelimit-remaining": "0" });
    expect(answers[2]?.json()).toMatchObject({ code: "RATE_LIMITED" });
    expect(Number(answers[2]?.headers["retry-after"])).toBeGreaterThan(0);
  });

  test("count what costs more apart from what costs less", async () => {
    app = await aServer({ limits: { ...NO_LIMITS, heavy: 1 } });
    const trace = { method: "POST", url: "/api/traces", payload: { roots: [] } } as const;

    await app.inject(trace);

    expect((await app.inject(trace)).statusCode).toBe(429);
    expect((await app.inject("/api/health")).statusCode).toBe(200);
  });
});

describe("a request's id", () => {
  test("is a proxy's own where it gives a plain one, else ours", async () => {
    app = await aServer();
    const idOf = async (given: string) =>
      (await app.inject({ url: "/api/health", headers: { "x-request-id": given } })).headers["x-request-id"];

    expect(await idOf("proxy-0001.a")).toBe("proxy-0001.a");
    expect(await idOf('with spaces and "quotes"')).toMatch(/^[0-9a-f-]{36}$/);
  });
});

test("the log has addresses without the tokens in them", () => {
  expect(withoutToken("/?dataset=a%2Fb&token=stemma_1_2&x=1")).toBe("/?dataset=a%2Fb&token=...&x=1");
});
