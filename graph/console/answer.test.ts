import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { AnswerLimits, Database } from "../database.ts";
import { openTestDatabase } from "../testing/open-test-database.ts";

const LIMITS: AnswerLimits = { timeoutMs: 10_000, maxRows: 1_000, maxBytes: 1_000_000 };
let database: Database;

beforeAll(async () => {
  database = await openTestDatabase();
  await database.write((transaction) =>
    transaction.run("CREATE (:Dataset {id: 'a'})-[:DERIVED_FROM {relation: 'fusion'}]->(:Dataset {id: 'b'})"),
  );
}, 60_000);
afterAll(() => database.close());

describe("an answer", () => {
  it("has its columns in the order of the text, without rows too", async () => {
    const answer = await database.answer("MATCH (n:Nothing) RETURN n.z AS z, 1 AS a, n.m AS m", {}, LIMITS);

    expect(answer).toEqual({ columns: ["z", "a", "m"], rows: [], truncated: false });
  });

  it("keeps nodes, relationships, paths and maps apart, and whole numbers exact", async () => {
    const cypher =
      "MATCH p = (a)-[r:DERIVED_FROM]->() RETURN p, a, r, {id: 'a'} AS map, 9007199254740993 AS large";

    const { rows } = await database.answer(cypher, {}, LIMITS);

    expect(rows).toMatchObject([
      [
        { kind: "path", nodes: [{ properties: { id: "a" } }, { properties: { id: "b" } }] },
        { kind: "node", labels: ["Dataset"] },
        { kind: "relationship", type: "DERIVED_FROM", properties: { relation: "fusion" } },
        { id: "a" },
        "9007199254740993",
      ],
    ]);
  });

  it("is cut after so many rows, and says so", async () => {
    const cypher = "UNWIND range(1, 11) AS i RETURN i";

    const cut = await database.answer(cypher, {}, { ...LIMITS, maxRows: 10 });
    const whole = await database.answer(cypher, {}, { ...LIMITS, maxRows: 11 });

    expect([cut.rows.length, cut.truncated]).toEqual([10, true]);
    expect([whole.rows.length, whole.truncated]).toEqual([11, false]);
  });

  it("is cut before it is larger than it may be, and refused when one row alone is", async () => {
    const cypher = "UNWIND range(1, 10) AS i RETURN $text AS text";
    const parameters = { text: "x".repeat(300) };

    const cut = await database.answer(cypher, parameters, { ...LIMITS, maxBytes: 1_000 });
    const refused = database.answer(cypher, parameters, { ...LIMITS, maxBytes: 100 });

    expect([cut.rows.length, cut.truncated]).toEqual([3, true]);
    await expect(refused).rejects.toMatchObject({ code: "RESULT_TOO_LARGE" });
  });

  it("takes the first rows of an endless number", async () => {
    const endless = "UNWIND range(1, 3000000) AS i RETURN i";

    const answer = await database.answer(endless, {}, { ...LIMITS, maxRows: 2 });

    expect(answer).toEqual({ columns: ["i"], rows: [[1], [2]], truncated: true });
  });

  it("is the plan of a text that is only explained", async () => {
    const answer = await database.answer("EXPLAIN MATCH (n:Dataset) RETURN n.id AS id", {}, LIMITS);

    expect(answer.columns).toEqual(["plan"]);
    expect(JSON.stringify(answer.rows)).toMatch(/Scan/);
  });

  it("is refused for a text that writes", async () => {
    await expect(database.answer("CREATE (:Note)", {}, LIMITS)).rejects.toMatchObject({
      code: "QUERY_NOT_READ_ONLY",
    });
  });

  it("stops when its time is over or its signal aborts", async () => {
    const slow = "UNWIND range(1, 1000000000) AS i WITH i WHERE i % 7 = 8 RETURN count(i) AS n";
    const controller = new AbortController();

    const late = database.answer(slow, {}, { ...LIMITS, timeoutMs: 300 });
    await expect(late).rejects.toMatchObject({ code: "QUERY_TIMEOUT" });
    const running = database.answer(slow, {}, { ...LIMITS, signal: controller.signal });
    controller.abort();

    await expect(running).rejects.toMatchObject({ code: "CANCELLED" });
  });
});
