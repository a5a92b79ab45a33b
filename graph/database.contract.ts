import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { AppError } from "../schema/errors.ts";
import type { Database, Row } from "./database.ts";
import { describeCypher } from "./cypher.contract.ts";

export interface DatabaseHarness {
  /** An empty database with the graph's constraints and indexes. */
  open(): Promise<Database>;
  /** Closes the database and opens the same data again. */
  reopen(database: Database): Promise<Database>;
}

/** Every promise of the engine port: each adapter's test calls this once. */
export const describeDatabase = (name: string, harness: DatabaseHarness): void => {
  describe(`${name} as a database`, () => {
    let database: Database;
    const run = (cypher: string, parameters = {}): Promise<readonly Row[]> =>
      database.write((transaction) => transaction.run(cypher, parameters));
    const count = async (label: string): Promise<unknown> =>
      (await database.read(`MATCH (n:${label}) RETURN count(n) AS n`))[0]?.["n"];

    beforeAll(async () => {
      database = await harness.open();
    });
    beforeEach(() => run("MATCH (n) DETACH DELETE n"));
    afterAll(() => database.close());

    describe("values", () => {
      it("gives every plain value back as it was", async () => {
        const value = {
          text: "Ünï'\"`\\ 中文 \u{1F600}\n\t",
          whole: 5,
          large: 9_007_199_254_740_991,
          negative: -3,
          fraction: 0.1,
          yes: true,
          nothing: null,
          list: [1, "two", null, [3]],
          map: { inner: { deep: ["x"] } },
          empty: "",
          emptyList: [],
        };

        const rows = await database.read("RETURN $value AS value", { value });

        expect(rows).toEqual([{ value }]);
      });

      it("binds parameters as values: no text of theirs is ever read as Cypher", async () => {
        const hostile = [
          "x' MATCH (n) DETACH DELETE n RETURN 'gone' //",
          '"}) DETACH DELETE n //',
          "`; DROP CONSTRAINT dataset_id",
          "\\' OR 1=1 --",
          "$id",
          "LOAD CSV FROM 'file:///etc/passwd' AS line RETURN line",
          "\u0027\u2019\u02bc",
        ];

        await run("UNWIND $hostile AS id CREATE (n:Note {id: id})", { hostile });

        const rows = await database.read("MATCH (n:Note) WHERE n.id IN $hostile RETURN n.id AS id", {
          hostile,
        });
        expect(rows.map((row) => row["id"]).sort()).toEqual([...hostile].sort());
      });

      it("keeps a text of two million characters whole", async () => {
        const text = "stemma ".repeat(300_000);

        await run("CREATE (n:Note {text: $text})", { text });

        const [row] = await database.read("MATCH (n:Note) RETURN n.text AS text");
        expect(row?.["text"]).toBe(text);
      });

      it.each([
        ["datetime('2024-05-06T07:08:09.5+02:00')", "2024-05-06T07:08:09.5+02:00"],
        ["datetime('2024-05-06T07:08:09Z')", "2024-05-06T07:08:09Z"],
        ["date('2024-05-06')", "2024-05-06"],
        ["localtime('07:08:09')", "07:08:09"],
        ["duration('P1DT2H')", "P1DT2H"],
      ])("gives %s as a text of ISO 8601", async (cypher, text) => {
        expect(await database.read(`RETURN ${cypher} AS value`)).toEqual([{ value: text }]);
      });

      it("loses no digit of a whole number past 2^53", async () => {
        const rows = await database.read("RETURN 9007199254740993 AS large, -9007199254740993 AS low");

        expect(rows).toEqual([{ large: "9007199254740993", low: "-9007199254740993" }]);
      });

      it("takes whole numbers as integers, times as texts, and absent values as null", async () => {
        const parameters = { limit: 1, three: 3, at: new Date(0), absent: undefined, list: [undefined, 1] };

        const rows = await database.read(
          "UNWIND [1, 2] AS i WITH i LIMIT $limit RETURN i, $three / 2 AS half, $at AS at, $absent AS absent, $list AS list",
          parameters,
        );

        expect(rows).toEqual([
          { i: 1, half: 1, at: "1970-01-01T00:00:00.000Z", absent: null, list: [null, 1] },
        ]);
      });

      it("removes a property that a map gives as undefined", async () => {
        await run("CREATE (n:Note {id: 1, text: 'old'})");

        await run("MATCH (n:Note) SET n += $map", { map: { text: undefined } });

        expect(await database.read("MATCH (n:Note) RETURN properties(n) AS p")).toEqual([{ p: { id: 1 } }]);
      });

      it("keeps nodes, relationships and paths apart from maps", async () => {
        await run("CREATE (:A {id: 'a'})-[:R {weight: 0.5}]->(:B {id: 'b'})");

        const [row] = await database.read("MATCH p = (a:A)-[r:R]->(b:B) RETURN a, r, p, {id: 'a'} AS map");

        expect(row).toMatchObject({
          a: { kind: "node", labels: ["A"], properties: { id: "a" } },
          r: { kind: "relationship", type: "R", properties: { weight: 0.5 } },
          p: {
            kind: "path",
            nodes: [{ properties: { id: "a" } }, { properties: { id: "b" } }],
            relationships: [{ type: "R" }],
          },
          map: { id: "a" },
        });
      });
    });

    describe("writes", () => {
      it("keeps all of a transaction", async () => {
        const result = await database.write(async (transaction) => {
          await transaction.run("CREATE (:Note {id: 1})");
          const rows = await transaction.run("MATCH (n:Note) RETURN count(n) AS n");
          await transaction.run("CREATE (:Note {id: 2})");
          return rows[0]?.["n"];
        });

        expect(result).toBe(1);
        expect(await count("Note")).toBe(2);
      });

      it("lets what the work throws through as it is", async () => {
        const error = new RangeError("the work's own");

        const failing = database.write(() => Promise.reject(error));

        await expect(failing).rejects.toBe(error);
      });

      it("keeps nothing of a transaction whose work throws", async () => {
        const failing = database.write(async (transaction) => {
          await transaction.run("CREATE (:Note {id: 1})");
          throw new AppError("changed our mind", { code: "CONFLICT" });
        });

        await expect(failing).rejects.toMatchObject({ code: "CONFLICT" });
        expect(await count("Note")).toBe(0);
      });

      it("keeps nothing after a failed statement, even when the work goes on", async () => {
        const failing = database.write(async (transaction) => {
          await transaction.run("CREATE (:Note {id: 1})");
          await transaction.run("RETURN nonsense(").catch(() => undefined);
          await transaction.run("CREATE (:Note {id: 2})").catch(() => undefined);
          return "done";
        });

        await expect(failing).rejects.toMatchObject({ code: "QUERY_INVALID" });
        expect(await count("Note")).toBe(0);
      });

      it("refuses a statement after the transaction is over", async () => {
        let late: (() => Promise<unknown>) | undefined;
        await database.write(async (transaction) => {
          late = () => transaction.run("CREATE (:Note)");
        });

        await expect(late?.()).rejects.toThrow(AppError);
        expect(await count("Note")).toBe(0);
      });

      it("refuses a second node with the same key", async () => {
        await run("CREATE (:Dataset {id: 'acme/one'})");

        const second = run("CREATE (:Dataset {id: 'acme/one'})");

        await expect(second).rejects.toMatchObject({ code: "CONSTRAINT_VIOLATED" });
        expect(await count("Dataset")).toBe(1);
      });

      it("lets writers that come at the same time each have their turn", async () => {
        await run("CREATE (:Counter {value: 0})");

        await Promise.all(
          Array.from({ length: 40 }, () =>
            database.write(async (transaction) => {
              const [row] = await transaction.run("MATCH (c:Counter) RETURN c.value AS value");
              const value = Number(row?.["value"]) + 1;
              await transaction.run("MATCH (c:Counter) SET c.value = $value", { value });
            }),
          ),
        );

        expect(await database.read("MATCH (c:Counter) RETURN c.value AS value")).toEqual([{ value: 40 }]);
      });

      it("is idempotent when it merges by key", async () => {
        const merge = `UNWIND $ids AS id MERGE (a:Dataset {id: id}) MERGE (b:Dataset {id: 'root'})
          MERGE (a)-[r:DERIVED_FROM {id: id}]->(b) SET r.seen = true`;

        for (let time = 0; time < 3; time += 1) await run(merge, { ids: ["a", "b", "a"] });

        const rows = await database.read(
          "MATCH (a:Dataset)-[r:DERIVED_FROM]->() RETURN a.id AS id, count(r) AS n ORDER BY id",
        );
        expect(rows).toEqual([
          { id: "a", n: 1 },
          { id: "b", n: 1 },
        ]);
      });

      it("never shows a reader half of a transaction", async () => {
        const seen: unknown[] = [];
        for (let batch = 0; batch < 10; batch += 1) {
          const written = run("UNWIND range(1, 100) AS i CREATE (:Note {i: i})");
          seen.push(await count("Note"));
          await written;
        }

        expect(seen.every((n) => Number(n) % 100 === 0)).toBe(true);
        expect(await count("Note")).toBe(1000);
      });

      it("keeps what was committed when it is opened again", async () => {
        await run("CREATE (:Dataset {id: 'kept', tags: ['a', 'b']})");
        await database.checkpoint();

        database = await harness.reopen(database);

        const rows = await database.read("MATCH (d:Dataset {id: 'kept'}) RETURN d.tags AS tags");
        expect(rows).toEqual([{ tags: ["a", "b"] }]);
      });
    });

    describe("reads", () => {
      const writing = [
        "CREATE (:Note)",
        "MERGE (:Note {id: 1})",
        "MATCH (d:Dataset) SET d.name = 'x'",
        "MATCH (d:Dataset) SET d += {name: 'x'} RETURN d",
        "MATCH (d:Dataset) REMOVE d.id",
        "MATCH (d:Dataset) SET d:Note",
        "MATCH (d:Dataset) DETACH DELETE d",
        "MATCH (d:Dataset) DELETE d",
        "MATCH (d:Dataset) FOREACH (i IN [1] | CREATE (:Note))",
        "CALL { CREATE (n:Note) RETURN n } RETURN n",
        "MATCH (d:Dataset) CALL { WITH d CREATE (n:Note) RETURN n } RETURN count(n) AS n",
        "MATCH (d:Dataset) WITH d MERGE (d)-[:R]->(:Note) RETURN d.id AS id",
        "PROFILE CREATE (:Note)",
        "EXPLAIN PROFILE CREATE (:Note)",
        "/* harmless */ PROFILE /**/ CREATE (:Note)",
        "// a comment\nPROFILE\nMATCH (d:Dataset) DETACH DELETE d",
        "CREATE CONSTRAINT sneaky IF NOT EXISTS FOR (n:Note) REQUIRE n.id IS UNIQUE",
        "CREATE INDEX sneaky IF NOT EXISTS FOR (n:Note) ON (n.id)",
        "PROFILE CREATE INDEX sneaky IF NOT EXISTS FOR (n:Note) ON (n.id)",
        "DROP CONSTRAINT dataset_id",
        "DROP INDEX dataset_id_index IF EXISTS",
        "LOAD CSV FROM 'file:///etc/passwd' AS line RETURN line",
        "load /* a */ csv from 'file:///etc/passwd' as line return line",
        "PROFILE LOAD CSV WITH HEADERS FROM 'file:///etc/hosts' AS line RETURN line",
      ];
      it.each(writing)("refuses %s", async (cypher) => {
        await run("CREATE (:Dataset {id: 'safe'})");

        await expect(database.read(cypher)).rejects.toMatchObject({ code: "QUERY_NOT_READ_ONLY" });

        expect(
          await database.read("MATCH (n) RETURN labels(n) AS labels, properties(n) AS properties"),
        ).toEqual([{ labels: ["Dataset"], properties: { id: "safe" } }]);
        await expect(run("CREATE (:Dataset {id: 'safe'})")).rejects.toMatchObject({
          code: "CONSTRAINT_VIOLATED",
        });
      });

      it("refuses two statements in one text", async () => {
        await expect(database.read("RETURN 1 AS a; CREATE (:Note)")).rejects.toThrow(AppError);
        expect(await count("Note")).toBe(0);
      });

      it("has no effect by a comment whose end may be seen in two places", async () => {
        await database.read("//\rCREATE (:Note)\nRETURN 1 AS one").catch(() => undefined);
        await database.read("/* /* */ CREATE (:Note) */ RETURN 1 AS one").catch(() => undefined);

        expect(await count("Note")).toBe(0);
      });

      it("gives the plan of a statement that is only explained, and nothing else", async () => {
        const rows = await database.read("EXPLAIN MATCH (n:Note) RETURN n.id AS id");

        expect(rows.every((row) => !("id" in row))).toBe(true);
      });

      it("refuses to read a file in a write too", async () => {
        const reading = run("LOAD CSV FROM 'file:///etc/hostname' AS line CREATE (:Note {line: line})");

        await expect(reading).rejects.toMatchObject({ code: "QUERY_NOT_READ_ONLY" });
      });

      it.each(["MATCH (n", "RETURN missing", "RETURN 1 / 0 AS x", "FOO BAR"])(
        "says of %s that it is invalid",
        async (cypher) => {
          await expect(database.read(cypher)).rejects.toMatchObject({
            code: "QUERY_INVALID",
            transient: false,
          });
        },
      );

      it("fails instead of giving more rows than asked for", async () => {
        const rows = "UNWIND range(1, 11) AS i RETURN i";

        await expect(database.read(rows, {}, { maxRows: 10 })).rejects.toMatchObject({
          code: "RESULT_TOO_LARGE",
        });
        expect(await database.read(rows, {}, { maxRows: 11 })).toHaveLength(11);
      });
    });

    describe("runaway queries", () => {
      const explosion = "MATCH (a:Node)-[:TO*]->(b:Node) WHERE a.id < 0 OR b.id > 99 RETURN count(*) AS n";
      beforeEach(() =>
        run(`UNWIND range(1, 25) AS i CREATE (:Node {id: i})
          WITH count(i) AS made MATCH (a:Node), (b:Node) CREATE (a)-[:TO]->(b)`),
      );
      const paths = "MATCH p = (a:Node)-[:TO*]->(b:Node) WHERE length(p) > 900 RETURN count(p) AS n";

      it.each([explosion, paths])("stops %s when its time is over, and goes on working", async (cypher) => {
        const started = performance.now();

        const running = database.read(cypher, {}, { timeoutMs: 300 });

        await expect(running).rejects.toMatchObject({ code: "QUERY_TIMEOUT" });
        expect(performance.now() - started).toBeLessThan(3_000);
        expect(await count("Node")).toBe(25);
      });

      it("stops when its signal aborts", async () => {
        const controller = new AbortController();
        const running = database.read(paths, {}, { signal: controller.signal });
        setTimeout(() => controller.abort(), 100);

        await expect(running).rejects.toMatchObject({ code: "CANCELLED" });
        expect(await count("Node")).toBe(25);
      });

      it("does not start when its signal has aborted", async () => {
        const signal = AbortSignal.abort();

        await expect(database.read("RETURN 1 AS x", {}, { signal })).rejects.toMatchObject({
          code: "CANCELLED",
        });
        const write = database.write((transaction) => transaction.run("CREATE (:Note)"), { signal });
        await expect(write).rejects.toMatchObject({ code: "CANCELLED" });
        expect(await count("Note")).toBe(0);
      });

      it("lets other readers finish while one is stopped", async () => {
        const running = database.read(paths, {}, { timeoutMs: 300 });
        const others = Array.from({ length: 5 }, () => count("Node"));

        await expect(running).rejects.toMatchObject({ code: "QUERY_TIMEOUT" });
        expect(await Promise.all(others)).toEqual([25, 25, 25, 25, 25]);
      });

      it("takes back a write that runs out of time, and does not try again", async () => {
        let attempts = 0;
        const write = database.write(
          async (transaction) => {
            attempts += 1;
            await transaction.run("CREATE (:Note)");
            await transaction.run(paths);
          },
          { timeoutMs: 300 },
        );

        await expect(write).rejects.toMatchObject({ code: "QUERY_TIMEOUT" });
        expect(attempts).toBe(1);
        expect(await count("Note")).toBe(0);
        await run("CREATE (:Note)");
        expect(await count("Note")).toBe(1);
      });

      it("takes back a write whose work hangs outside the engine", async () => {
        const write = database.write(
          async (transaction) => {
            await transaction.run("CREATE (:Note)");
            await new Promise(() => undefined);
          },
          { timeoutMs: 100 },
        );

        await expect(write).rejects.toMatchObject({ code: "QUERY_TIMEOUT" });
        expect(await count("Note")).toBe(0);
      });

      it("takes back a write that is cancelled", async () => {
        const controller = new AbortController();
        const write = database.write(
          async (transaction) => {
            await transaction.run("CREATE (:Note)");
            controller.abort();
            await transaction.run("CREATE (:Note)");
          },
          { signal: controller.signal },
        );

        await expect(write).rejects.toMatchObject({ code: "CANCELLED" });
        expect(await count("Note")).toBe(0);
      });
    });

    it("refuses work after it is closed", async () => {
      const other = await harness.open();
      await other.close();

      await expect(other.read("RETURN 1 AS x")).rejects.toMatchObject({ code: "ENGINE_UNAVAILABLE" });
    });

    describeCypher(() => database);
  });
};
