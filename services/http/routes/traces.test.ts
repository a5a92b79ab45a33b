import type { FastifyInstance } from "fastify";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { TraceRequest } from "../../../schema/api.ts";
import { AppError } from "../../../schema/errors.ts";
import { DatasetId, TraceId } from "../../../schema/ids.ts";
import type { Trace } from "../../../schema/trace.ts";
import type { TracingService } from "../../tracing.ts";
import { aServer } from "../test-server.ts";

let app: FastifyInstance;
let started: TraceRequest[];

const aTrace = (number: number, request: TraceRequest): Trace => ({
  id: TraceId.parse(`trace-${String(number).padStart(4, "0")}`),
  roots: request.roots.map((root) => DatasetId.parse(root)),
  state: "running",
  budget: request.budget,
  startedAt: "2026-11-24T08:00:00.000Z",
});

const tracing: Pick<TracingService, "start" | "find" | "cancel" | "list" | "changes"> = {
  start: async (request) => {
    started.push(request);
    return { trace: aTrace(started.length, request), afterSeq: 0 };
  },
  find: async (id) => {
    throw new AppError(`there is no trace ${id}`, { code: "NOT_FOUND" });
  },
  cancel: async () => ({ ...aTrace(1, { roots: ["a/b"], budget: {}, refresh: false }), state: "stopped" }),
  changes: async (id) => ({
    trace: id,
    against: [],
    compared: 0,
    firstReadings: 2,
    unchanged: 0,
    changes: [],
  }),
  list: async () => [aTrace(1, { roots: ["a/b"], budget: {}, refresh: false })],
};

beforeEach(async () => {
  started = [];
  app = await aServer({ tracing: tracing as TracingService });
});
afterEach(() => app.close());

const post = (payload: object, key?: string) =>
  app.inject({
    method: "POST",
    url: "/api/traces",
    payload,
    headers: key === undefined ? {} : { "idempotency-key": key },
  });

describe("POST /api/traces", () => {
  test("starts a trace and says where it is", async () => {
    const answer = await post({ roots: ["a/b"], budget: { depth: 2 } });

    expect(answer.statusCode).toBe(201);
    expect(answer.headers.location).toBe("/api/traces/trace-0001");
    expect(answer.json()).toMatchObject({ id: "trace-0001", state: "running", budget: { depth: 2 } });
    expect(started).toEqual([{ roots: ["a/b"], budget: { depth: 2 }, refresh: false }]);
  });

  test("starts one trace for a request that comes twice under one key", async () => {
    const answers = await Promise.all([post({ roots: ["a/b"] }, "k"), post({ roots: ["a/b"] }, "k")]);

    expect(answers.map((answer) => answer.json().id)).toEqual(["trace-0001", "trace-0001"]);
    expect(started).toHaveLength(1);
  });

  test("refuses another request under a used key", async () => {
    await post({ roots: ["a/b"] }, "k");

    const answer = await post({ roots: ["c/d"] }, "k");

    expect(answer.statusCode).toBe(409);
    expect(answer.json()).toMatchObject({ code: "CONFLICT" });
  });

  test.each([
    ["no roots", { roots: [] }],
    ["a negative depth", { roots: ["a/b"], budget: { depth: -1 } }],
    ["no body", {}],
  ])("refuses %s", async (_, body) => {
    expect((await post(body)).statusCode).toBe(400);
  });

  test("refuses a form, which a foreign page could send", async () => {
    const headers = { "content-type": "application/x-www-form-urlencoded" };
    const answer = await app.inject({ method: "POST", url: "/api/traces", payload: "roots=a/b", headers });

    expect(answer.statusCode).toBe(415);
    expect(answer.headers["content-type"]).toMatch("application/problem+json");
  });
});

test("GET /api/traces lists them", async () => {
  expect((await app.inject("/api/traces")).json()).toMatchObject({ items: [{ id: "trace-0001" }] });
});

test("GET /api/traces/:id does not know every id", async () => {
  expect((await app.inject("/api/traces/trace-9999")).statusCode).toBe(404);
});

test("POST /api/traces/:id/cancel answers the trace as it stopped, with or without a body", async () => {
  const url = "/api/traces/trace-0001/cancel";
  const bare = await app.inject({ method: "POST", url });
  const withBody = await app.inject({ method: "POST", url, payload: {} });

  expect(bare.json()).toMatchObject({ state: "stopped" });
  expect(withBody.statusCode).toBe(200);
});

test("GET /api/traces/:id/changes tells what a trace found otherwise", async () => {
  const answer = await app.inject({ url: "/api/traces/trace-0001/changes" });

  expect(answer.json()).toEqual({
    trace: "trace-0001",
    against: [],
    compared: 0,
    firstReadings: 2,
    unchanged: 0,
    changes: [],
  });
});
