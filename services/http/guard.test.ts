import type { FastifyInstance } from "fastify";
import { afterEach, describe, expect, test } from "vitest";
import { aServer } from "./test-server.ts";

const TOKEN = "a-token-of-some-length";
let app: FastifyInstance;
afterEach(() => app.close());

const statusOf = async (url: string, headers: Record<string, string>): Promise<number> =>
  (await app.inject({ url, headers })).statusCode;

describe("without a token", () => {
  test.each(["localhost", "localhost:4870", "127.0.0.1:4870", "127.8.9.10", "[::1]:4870"])(
    "the service answers to the loopback name %s",
    async (host) => {
      app = await aServer();

      expect(await statusOf("/api/health", { host })).toBe(200);
    },
  );

  test.each(["evil.example", "127.0.0.1.evil.example", "localhost.evil.example:4870", "10.0.0.1"])(
    "the service refuses the name %j, wherever it points",
    async (host) => {
      app = await aServer();

      expect(await statusOf("/api/health", { host })).toBe(403);
      expect(await statusOf("/", { host, accept: "text/html" })).toBe(403);
    },
  );
});

describe("with a token", () => {
  test("the API asks for it, as a bearer header", async () => {
    app = await aServer({ token: TOKEN });

    const refused = await app.inject({ url: "/api/health", headers: { host: "stemma.example" } });

    expect(refused.statusCode).toBe(401);
    expect(refused.json()).toMatchObject({ code: "UNAUTHENTICATED" });
    expect(refused.headers["www-authenticate"]).toMatch(/^Bearer/);
    expect(await statusOf("/api/health", { authorization: `Bearer ${TOKEN}` })).toBe(200);
    expect(await statusOf("/api/health", { authorization: `Bearer ${TOKEN}x` })).toBe(401);
  });

  test("opening the page with it once signs the browser in, and takes it out of the address", async () => {
    app = await aServer({ token: TOKEN });

    const opened = await app.inject({ url: `/?dataset=a%2Fb&token=${TOKEN}` });
    const cookie = String(opened.headers["set-cookie"]);

    expect(opened.statusCode).toBe(303);
    expect(opened.headers.location).toBe("/?dataset=a%2Fb");
    expect(cookie).toMatch(/HttpOnly; SameSite=Strict/);
    expect(await statusOf("/api/health", { cookie: cookie.split(";")[0] ?? "" })).toBe(200);
  });

  test("opening the page with a wrong one signs nobody in", async () => {
    app = await aServer({ token: TOKEN });

    const opened = await app.inject({ url: "/?token=wrong", headers: { accept: "text/html" } });

    expect(opened.headers["set-cookie"]).toBeUndefined();
  });

  test("the API is guarded however its path is written", async () => {
    app = await aServer({ token: TOKEN });

    for (const url of [
      "/api",
      "/api/",
      "/%61pi/health",
      "//api/health",
      "/api/../api/health",
      "/API/health",
    ]) {
      const answer = await app.inject({ url });
      expect([401, 404], url).toContain(answer.statusCode);
    }
  });
});

describe("a page of another origin", () => {
  const foreign = { origin: "https://evil.example", host: "localhost:4870" };

  test("may not write", async () => {
    app = await aServer();

    const answer = await app.inject({
      method: "POST",
      url: "/api/traces/trace-0001/cancel",
      headers: foreign,
    });

    expect(answer.statusCode).toBe(403);
    expect(answer.json()).toMatchObject({ code: "FORBIDDEN" });
  });

  test("may not open the event socket", async () => {
    app = await aServer();
    await app.ready();

    await expect(app.injectWS("/api/events", { headers: foreign })).rejects.toThrow(/403/);
  });

  test("may not write from a sandbox either, whose origin is null", async () => {
    app = await aServer();

    const answer = await app.inject({
      method: "POST",
      url: "/api/traces",
      headers: { origin: "null", host: "localhost" },
      payload: { roots: ["a/b"] },
    });

    expect(answer.statusCode).toBe(403);
  });
});
