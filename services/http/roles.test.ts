import type { FastifyInstance } from "fastify";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Role } from "../../schema/roles.ts";
import type { Doorkeeper } from "../auth/doorkeeper.ts";
import { aServer } from "./test-server.ts";

/** Tokens that are called like their roles. */
const doorkeeper: Doorkeeper = {
  isOpen: async () => false,
  admit: async (offered) =>
    ["viewer", "reviewer", "operator"].includes(offered)
      ? { kind: "admitted", session: { role: offered as Role, name: offered, tokenId: offered } }
      : offered === "guess"
        ? { kind: "wait", seconds: 7 }
        : { kind: "refused" },
};

let app: FastifyInstance;
beforeEach(async () => {
  app = await aServer({ doorkeeper });
});
afterEach(() => app.close());

const ask = (method: "GET" | "POST" | "PUT", url: string, token: string) =>
  app.inject({
    method,
    url,
    headers: { authorization: `Bearer ${token}` },
    ...(method === "POST" ? { payload: { roots: [] } } : {}),
  });

describe("a role", () => {
  test.each(["viewer", "reviewer", "operator"])("%s may read", async (role) => {
    expect((await ask("GET", "/api/health", role)).statusCode).toBe(200);
  });

  test("that is too small is told which one is needed", async () => {
    const answer = await ask("POST", "/api/traces", "reviewer");

    expect(answer.statusCode).toBe(403);
    expect(answer.json()).toMatchObject({ code: "FORBIDDEN", neededRole: "operator" });
  });

  test("that suffices gets to the request itself", async () => {
    expect((await ask("POST", "/api/traces", "operator")).json()).toMatchObject({ code: "INPUT_INVALID" });
  });

  test("is shown to who has it", async () => {
    expect((await ask("GET", "/api/session", "reviewer")).json()).toEqual({
      name: "reviewer",
      role: "reviewer",
      tokenNeeded: true,
    });
  });
});

test("a wrong token is another matter than a small role", async () => {
  expect((await ask("POST", "/api/traces", "nothing")).statusCode).toBe(401);
});

test("too many wrong tokens are told when to come back, also at the page's door", async () => {
  const api = await ask("GET", "/api/health", "guess");
  const page = await app.inject({ url: "/?token=guess" });

  for (const answer of [api, page]) {
    expect(answer.statusCode).toBe(429);
    expect(answer.headers["retry-after"]).toBe("7");
    expect(answer.headers["content-type"]).toMatch("application/problem+json");
  }
});

test("the cookie of a signed-in browser carries the token's role", async () => {
  const opened = await app.inject({ url: "/?token=viewer", headers: { "x-forwarded-proto": "https" } });
  const cookie = String(opened.headers["set-cookie"]);

  const session = await app.inject({ url: "/api/session", headers: { cookie: cookie.split(";")[0] ?? "" } });

  expect(cookie).toMatch(/HttpOnly; SameSite=Strict; Secure$/);
  expect(session.json()).toMatchObject({ role: "viewer" });
});

test("an unknown method asks for no more than reading does", async () => {
  const answer = await ask("PUT", "/api/health", "viewer");

  expect(answer.statusCode).toBe(405);
  expect(answer.headers.allow).toBe("GET, HEAD, OPTIONS");
});
