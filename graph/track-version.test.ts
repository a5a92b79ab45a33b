import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Database } from "./database.ts";
import { openTestDatabase } from "./testing/open-test-database.ts";
import { type GraphVersion, trackVersion } from "./track-version.ts";

let database: Database & GraphVersion;

beforeEach(async () => {
  database = trackVersion(await openTestDatabase());
});
afterEach(() => database.close());

const write = (value: number): Promise<unknown> =>
  database.write((transaction) => transaction.run("CREATE (:Thing {value: $value})", { value }));

describe("the version of a graph", () => {
  test("stays the same while nothing is written", async () => {
    const before = await database.version();

    await database.read("MATCH (n:Thing) RETURN count(n) AS things");

    expect(await database.version()).toBe(before);
  });

  test("is another one after every write, also when many come at once", async () => {
    const seen = new Set([await database.version()]);

    for (let value = 0; value < 3; value += 1) {
      await write(value);
      seen.add(await database.version());
    }
    await Promise.all([3, 4, 5, 6].map(write));
    seen.add(await database.version());

    expect(seen.size).toBe(5);
  });

  test("is one that its readers can already see", async () => {
    await write(1);
    const versions = await Promise.all(Array.from({ length: 20 }, () => database.version()));

    expect(new Set(versions).size).toBe(1);
  });

  test("of a failed write holds nothing that was not there", async () => {
    const failing = database.write(async (transaction) => {
      await transaction.run("CREATE (:Thing {value: 1})");
      throw new Error("no");
    });

    await expect(failing).rejects.toThrow("no");
    await database.version();
    expect(await database.read("MATCH (n:Thing) RETURN count(n) AS things")).toEqual([{ things: 0 }]);
  });
});

test("writes of two processes on one server give one version", async ({ skip }) => {
  if (database.engine === "embedded") skip("the embedded engine's file belongs to one process");
  const other = trackVersion(database);
  const before = await other.version();

  await write(1);

  expect(await other.version()).not.toBe(before);
});
