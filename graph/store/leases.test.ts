import { setTimeout as delay } from "node:timers/promises";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import type { Database } from "../database.ts";
import { openTestDatabase } from "../testing/open-test-database.ts";
import { createLeaseStore } from "./leases.ts";

const LONG_MS = 60_000;
let database: Database;
beforeAll(async () => {
  database = await openTestDatabase();
});
beforeEach(() => database.write((transaction) => transaction.run("MATCH (l:Lease) DELETE l")));
afterAll(() => database.close());

const one = { id: "dataset:acme/one", owner: "first" };
const other = { ...one, owner: "second" };

it("is one owner's until it is released", async () => {
  const leases = createLeaseStore(database, LONG_MS);

  expect(await leases.take(one, [])).toBe(true);
  expect(await leases.take(one, [])).toBe(true);
  expect(await leases.take(other, [])).toBe(false);
  expect(await leases.live()).toEqual([one]);

  await leases.release(other);
  expect(await leases.take(other, [])).toBe(false);
  await leases.release(one);
  expect(await leases.take(other, [])).toBe(true);
});

it("goes to one of many who ask at the same time", async () => {
  const leases = createLeaseStore(database, LONG_MS);

  const taken = await Promise.all(
    Array.from({ length: 8 }, (_, index) => leases.take({ ...one, owner: `owner ${index}` }, [])),
  );

  expect(taken.filter((isTaken) => isTaken)).toHaveLength(1);
});

it("is over after its time, unless it is renewed", async () => {
  const short = createLeaseStore(database, 1);
  await short.take(one, []);
  await delay(10);
  expect(await short.live()).toEqual([]);
  await createLeaseStore(database, LONG_MS).renew([one.id], one.owner);

  expect(await short.take(other, [])).toBe(false);
});

it("is taken over from an owner who is known to have ended", async () => {
  const leases = createLeaseStore(database, LONG_MS);
  await leases.take(one, []);

  expect(await leases.take(other, [one.owner])).toBe(true);
});
