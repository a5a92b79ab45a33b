import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { AppError } from "../../schema/errors.ts";
import type { Database } from "../database.ts";
import { openTestDatabase } from "../testing/open-test-database.ts";
import { explainFault } from "./explain-fault.ts";
import { refuseHostile } from "./refuse-hostile.ts";

const PATIENCE_MS = 60_000;
let database: Database;

beforeAll(async () => {
  database = await openTestDatabase();
}, PATIENCE_MS);
afterAll(() => database.close());

const faultOf = async (cypher: string): Promise<AppError> => {
  try {
    refuseHostile(cypher, {});
    await database.answer(cypher, {}, { timeoutMs: PATIENCE_MS, maxRows: 10, maxBytes: 10_000 });
  } catch (error) {
    const explained = explainFault(error, { cypher, engine: database.engine });
    if (explained instanceof AppError) return explained;
  }
  throw new Error(`nothing was refused: ${cypher}`);
};

describe("a fault of a text", () => {
  it.each([
    ["MATCH (n RETURN n.id", 1, 7],
    ["MATCH (n)\nWHERE n.x = 1\nRETRN n", 3, 1],
    ["// which\nMATCH (n)\n  RETURN missing", 3, 10],
    ["/* first */ MATCH (n) RETURN n.id AS id LIMIT 'x'", 1, 41],
    ["RETURN\n  nothing(1) AS x", 2, 3],
    ["RETURN 'open", 1, 8],
    ["RETURN 1 AS a;\nRETURN 2 AS b", 2, 1],
    ["MATCH (n) \u200b RETURN n", 1, 11],
  ])(
    "has a place: %s",
    async (cypher, line, column) => {
      const { context } = await faultOf(cypher);

      const position = context["position"] as { line: number; column: number; excerpt: string };
      // The engines point at the token or behind it.
      expect(position.line).toBe(line);
      expect(Math.abs(position.column - column)).toBeLessThanOrEqual(10);
      expect(position.excerpt.split("\n")[1]).toMatch(/^ *\^$/);
    },
    PATIENCE_MS,
  );

  it(
    "is told in a line, without the engine's own codes",
    async () => {
      const { message } = await faultOf("MATCH (n)\nRETURN n.id,, n.name");

      expect(message).toMatch(/\(line 2, column \d+\)/);
      expect(message).not.toMatch(/GRAFEO|Neo\.|EXPLAIN|\n/);
    },
    PATIENCE_MS,
  );

  it("of another kind stays as it is", () => {
    const error = new AppError("no", { code: "QUERY_TIMEOUT" });

    expect(explainFault(error, { cypher: "RETURN 1", engine: "embedded" })).toBe(error);
  });
});

/** Valid in Neo4j 5; where the embedded engine refuses one, it says what both run. */
const NEO4J_FORMS = [
  ["MATCH (n:A|B) RETURN n", /WHERE n:A OR n:B/],
  ["MATCH (n:!A) RETURN n", /WHERE NOT n:A/],
  ["MATCH (n:A WHERE n.id = 1) RETURN n", /Move WHERE out/],
  ["MATCH (n WHERE n.id = 1) RETURN n", /Move WHERE out/],
  ["MATCH (a)-[:R]->{1,3}(b) RETURN a", /-\[:TYPE\*1\.\.8\]->/],
  ["MATCH ((a)-[:R]->(b)){1,3} RETURN a", /-\[:TYPE\*1\.\.8\]->/],
  ["MATCH (a)-[:R]->+(b) RETURN a", /-\[:TYPE\*1\.\.8\]->/],
  ["MATCH SHORTEST 1 (a:A)-[:R]->+(b:B) RETURN a", /shortestPath|\*1\.\.8/],
  ["MATCH (n) RETURN COLLECT { MATCH (n)-->(x) RETURN x.id } AS ids", /CALL \{ WITH n/],
  ["MATCH (n) WHERE EXISTS { MATCH (n)-->(x) RETURN x } RETURN n", /Leave RETURN and WITH out/],
  ["RETURN duration.between(date('2024-01-01'), date('2025-01-01')) AS d", /ISO texts/],
  ["RETURN date.truncate('month', date('2024-05-06')) AS d", /ISO texts/],
  ["MATCH (n) RETURN n LIMIT toInteger('3')", /whole number or a parameter/],
  ["RETURN round(2.567, 2) AS x", /round\(x \* 100\)/],
  ["MATCH (n) RETURN {n: count(n)} AS x", /Aggregate in a WITH first/],
  ["RETURN 1 IS :: INTEGER AS x", /IS ::/],
  ["MATCH (n) RETURN [p = (n)-->(x) | length(p)] AS l", /cannot name its path/],
] as const;

describe("a text that only Neo4j takes", () => {
  it.each(NEO4J_FORMS)(
    "runs there, and the embedded engine says what both run: %s",
    async (cypher, hint) => {
      if (database.engine === "neo4j") {
        const limits = { timeoutMs: PATIENCE_MS, maxRows: 10, maxBytes: 10_000 };
        await expect(database.answer(cypher, {}, limits)).resolves.toMatchObject({ truncated: false });
        return;
      }
      const { code, context, message } = await faultOf(cypher);

      expect(code).toBe("QUERY_INVALID");
      expect(context["hint"]).toMatch(hint);
      expect(message).toMatch(hint);
    },
    PATIENCE_MS,
  );
});
