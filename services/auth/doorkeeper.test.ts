import { beforeEach, describe, expect, test } from "vitest";
import type { TokenRecord } from "./access-token.ts";
import { createDoorkeeper, type Doorkeeper } from "./doorkeeper.ts";

const CONFIGURED = "a-token-of-some-length";
const RANDOM = "a random token";
const record: TokenRecord = {
  id: "0123456789ab",
  name: "reading-room",
  role: "viewer",
  hash: "0".repeat(64),
  createdAt: "2026-11-24T08:00:00.000Z",
};

let at: number;
let doorkeeper: Doorkeeper;

const aDoorkeeper = (configuredToken?: string): Doorkeeper =>
  createDoorkeeper({
    tokens: { find: async (text) => (text === RANDOM ? record : undefined), hasAny: async () => false },
    onLoopback: true,
    now: () => new Date(at),
    ...(configuredToken === undefined ? {} : { configuredToken }),
  });

beforeEach(() => {
  at = 0;
  doorkeeper = aDoorkeeper(CONFIGURED);
});

describe("the door", () => {
  test("is open only while no token is configured and none was made", async () => {
    const withTokens = createDoorkeeper({
      tokens: { find: async () => undefined, hasAny: async () => true },
      onLoopback: true,
      now: () => new Date(at),
    });

    expect(await aDoorkeeper().isOpen()).toBe(true);
    expect(await doorkeeper.isOpen()).toBe(false);
    expect(await withTokens.isOpen()).toBe(false);
  });

  test("is never open on an address that other machines reach", async () => {
    const elsewhere = createDoorkeeper({
      tokens: { find: async () => undefined, hasAny: async () => false },
      onLoopback: false,
      now: () => new Date(at),
    });

    expect(await elsewhere.isOpen()).toBe(false);
  });

  test("stays shut when the tokens that it saw are gone", async () => {
    let hasAny = true;
    const bereft = createDoorkeeper({
      tokens: { find: async () => undefined, hasAny: async () => hasAny },
      onLoopback: true,
      now: () => new Date(at),
    });

    const before = await bereft.isOpen();
    hasAny = false;

    expect([before, await bereft.isOpen()]).toEqual([false, false]);
  });

  test("lets the configured token in as an operator, a made one as what it is", async () => {
    expect(await doorkeeper.admit(CONFIGURED, "10.0.0.1")).toMatchObject({ session: { role: "operator" } });
    expect(await doorkeeper.admit(RANDOM, "10.0.0.1")).toEqual({
      kind: "admitted",
      session: { role: "viewer", name: "reading-room", tokenId: "0123456789ab" },
    });
  });

  test("tells an address that guessed too often to wait, for a minute", async () => {
    const kinds = new Set<string>();
    for (let guess = 0; guess < 30; guess += 1)
      kinds.add((await doorkeeper.admit(`guess ${guess}`, "10.0.0.1")).kind);

    const another = await doorkeeper.admit("one more", "10.0.0.1");
    const elsewhere = await doorkeeper.admit("one more", "10.0.0.2");
    at = 60_000;
    const afterwards = await doorkeeper.admit("one more", "10.0.0.1");

    expect([...kinds]).toEqual(["refused", "wait"]);
    expect(another).toEqual({ kind: "wait", seconds: 60 });
    expect(elsewhere.kind).toBe("refused");
    expect(afterwards.kind).toBe("refused");
  });

  test.each([CONFIGURED, RANDOM])("lets %s in whatever others at its address guess", async (right) => {
    for (let guess = 0; guess < 30; guess += 1) await doorkeeper.admit("wrong", "10.0.0.1");

    expect((await doorkeeper.admit(right, "10.0.0.1")).kind).toBe("admitted");
  });
});
