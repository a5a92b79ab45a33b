import type { FastifyInstance } from "fastify";
import { afterEach, expect, test } from "vitest";
import { aServer } from "./test-server.ts";

const PROXY = "10.0.0.1";
let app: FastifyInstance;
afterEach(() => app.close());

/** The status of a wrong token that comes in the name of an address. */
const guess = async (remoteAddress: string, client: string): Promise<number> => {
  const headers = { authorization: "Bearer wrong", "x-forwarded-for": client };
  return (await app.inject({ url: "/api/session", remoteAddress, headers })).statusCode;
};

const guessUntilTold = async (remoteAddress: string, client: string): Promise<void> => {
  for (let count = 0; count < 20; count += 1) await guess(remoteAddress, client);
};

test("behind a trusted proxy wrong tokens count for the client that sent them", async () => {
  app = await aServer({ token: "a-token-of-some-length", trustProxy: ["10.0.0.0/8"] });
  await guessUntilTold(PROXY, "192.0.2.1");

  expect(await guess(PROXY, "192.0.2.1")).toBe(429);
  expect(await guess(PROXY, "192.0.2.2")).toBe(401);
});

test("who is no trusted proxy cannot take another address", async () => {
  app = await aServer({ token: "a-token-of-some-length", trustProxy: ["10.0.0.0/8"] });
  await guessUntilTold("203.0.113.9", "192.0.2.1");

  expect(await guess("203.0.113.9", "192.0.2.2")).toBe(429);
});

test("without a trusted proxy the address that connects counts", async () => {
  app = await aServer({ token: "a-token-of-some-length" });
  await guessUntilTold(PROXY, "192.0.2.1");

  expect(await guess(PROXY, "192.0.2.2")).toBe(429);
});
