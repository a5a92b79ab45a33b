import { afterAll, beforeAll, expect, it } from "vitest";
import type { Database } from "../../database.ts";
import { openTestDatabase } from "../../testing/open-test-database.ts";

const LIMITS = { timeoutMs: 2_000, maxRows: 10, maxBytes: 1_000_000 };
const HUGE_ROW = "WITH range(0, 4000000) AS numbers RETURN numbers";

let database: Database;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

const codeOf = (answer: Promise<unknown>): Promise<unknown> =>
  answer.then(
    () => "answered",
    (error: { code?: unknown }) => error.code,
  );

it("goes on while a row of millions is taken in, and answers the next statement", async () => {
  let turns = 0;
  const clock = setInterval(() => (turns += 1), 20);

  const huge = await codeOf(database.answer(HUGE_ROW, {}, LIMITS));

  clearInterval(clock);
  expect(["QUERY_TIMEOUT", "RESULT_TOO_LARGE"]).toContain(huge);
  expect(turns).toBeGreaterThan(10);
  const next = await database.answer("RETURN 1 AS one", {}, { ...LIMITS, timeoutMs: 30_000 });
  expect(next).toEqual({ columns: ["one"], rows: [[1]], truncated: false });
});

it("sees what was written a moment ago, whichever process answers", async () => {
  for (const id of ["a/one", "a/two", "a/three"]) {
    await database.write((transaction) => transaction.run("CREATE (:Dataset {id: $id})", { id }));
    const { rows } = await database.answer(
      "MATCH (d:Dataset {id: $id}) RETURN d.id AS id",
      { id },
      { ...LIMITS, timeoutMs: 30_000 },
    );
    expect(rows).toEqual([[id]]);
  }
});

it("passes the server's refusals on with their code", async () => {
  await expect(database.answer("RETURN nonsense(", {}, LIMITS)).rejects.toMatchObject({
    code: "QUERY_INVALID",
  });
  await expect(database.answer("CREATE (:Dataset)", {}, LIMITS)).rejects.toMatchObject({
    code: "QUERY_NOT_READ_ONLY",
  });
});
