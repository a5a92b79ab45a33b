import { beforeEach, describe, expect, it } from "vitest";
import type { Database, Row } from "./database.ts";

const DATASETS = [
  { id: "a", name: "Alpha Corpus", rows: 100, score: 0.5, tags: ["text", "en"] },
  { id: "b", name: "Beta", rows: 50, score: 1.5, tags: ["code"] },
  { id: "c", name: "Gamma", rows: 20, score: 2.5, tags: ["text", "code"] },
  { id: "d", name: "alpha-mix", rows: 10, score: 3.5, tags: [] },
  { id: "e", name: "Epsilon" },
];
const EDGES = [
  { from: "b", to: "a", kind: "inclusion", weight: 0.9 },
  { from: "c", to: "b", kind: "fusion", weight: 0.8 },
  { from: "d", to: "b", kind: "fusion", weight: 0.7 },
  { from: "d", to: "c", kind: "fusion", weight: 0.6 },
];

interface Case {
  readonly what: string;
  readonly cypher: string;
  readonly parameters?: Readonly<Record<string, unknown>>;
  readonly rows: readonly Row[];
}

const READS: readonly Case[] = [
  {
    what: "an optional match without a match",
    cypher: "MATCH (d:Item {id: 'a'}) OPTIONAL MATCH (d)-[:FROM]->(p) RETURN d.id AS id, p.id AS source",
    rows: [{ id: "a", source: null }],
  },
  {
    what: "a walk of bounded length with its nodes and relationships",
    cypher: `MATCH p = (:Item {id: 'd'})-[:FROM*1..8]->(s:Item)
      RETURN s.id AS id, length(p) AS steps, [n IN nodes(p) | n.id] AS ids, [r IN relationships(p) | r.kind] AS kinds
      ORDER BY steps, id, ids`,
    rows: [
      { id: "b", steps: 1, ids: ["d", "b"], kinds: ["fusion"] },
      { id: "c", steps: 1, ids: ["d", "c"], kinds: ["fusion"] },
      { id: "a", steps: 2, ids: ["d", "b", "a"], kinds: ["fusion", "inclusion"] },
      { id: "b", steps: 2, ids: ["d", "c", "b"], kinds: ["fusion", "fusion"] },
      { id: "a", steps: 3, ids: ["d", "c", "b", "a"], kinds: ["fusion", "fusion", "inclusion"] },
    ],
  },
  {
    what: "distinct ends of a walk without a bound",
    cypher: "MATCH (:Item {id: 'd'})-[:FROM*]->(s:Item) RETURN DISTINCT s.id AS id ORDER BY id",
    rows: [{ id: "a" }, { id: "b" }, { id: "c" }],
  },
  {
    what: "a walk that may take no step",
    cypher: "MATCH (:Item {id: 'c'})-[:FROM*0..]->(s:Item) RETURN DISTINCT s.id AS id ORDER BY id",
    rows: [{ id: "a" }, { id: "b" }, { id: "c" }],
  },
  {
    what: "a walk over several types",
    cypher: "MATCH (:Item {id: 'd'})-[:FROM|TESTED_ON*1..4]->(m:Test) RETURN DISTINCT m.id AS id",
    rows: [{ id: "mm" }],
  },
  {
    what: "the shortest path",
    cypher: `MATCH p = shortestPath((:Item {id: 'd'})-[:FROM*..10]->(:Item {id: 'a'}))
      RETURN [n IN nodes(p) | n.id] AS ids`,
    rows: [{ ids: ["d", "b", "a"] }],
  },
  {
    what: "all, any and none over a path and a list",
    cypher: `MATCH p = (:Item {id: 'd'})-[:FROM*1..8]->(s:Item {id: 'a'})
      WHERE all(r IN relationships(p) WHERE r.weight > 0.65)
      MATCH (x:Item {id: 'c'})
      RETURN length(p) AS steps, any(t IN x.tags WHERE t = 'code') AS some, none(t IN x.tags WHERE t = 'en') AS no`,
    rows: [{ steps: 2, some: true, no: true }],
  },
  {
    what: "aggregates with an alias each",
    cypher: `MATCH (d:Item)-[r:FROM]->(p:Item)
      WITH p, count(r) AS uses, collect(d.id) AS ids, coalesce(sum(r.weight), 0) AS total, max(r.weight) AS best
      RETURN p.id AS id, uses, size(ids) AS n, round(total * 10) / 10.0 AS total, best ORDER BY id`,
    rows: [
      { id: "a", uses: 1, n: 1, total: 0.9, best: 0.9 },
      { id: "b", uses: 2, n: 2, total: 1.5, best: 0.8 },
      { id: "c", uses: 1, n: 1, total: 0.6, best: 0.6 },
    ],
  },
  {
    what: "an empty sum as nought by coalesce",
    cypher: "MATCH (d:Nothing) RETURN coalesce(sum(d.rows), 0) AS total, count(d) AS n",
    rows: [{ total: 0, n: 0 }],
  },
  {
    what: "subqueries that exist, count and call",
    cypher: `MATCH (d:Item) WHERE EXISTS { MATCH (d)-[r:FROM]->(:Item) WHERE r.weight > 0.75 }
      CALL { WITH d MATCH (d)<-[:FROM]-(x) RETURN count(x) AS uses }
      RETURN d.id AS id, uses, COUNT { (d)-[:FROM]->() } AS sources ORDER BY id`,
    rows: [
      { id: "b", uses: 2, sources: 1 },
      { id: "c", uses: 1, sources: 1 },
    ],
  },
  {
    what: "comprehensions of lists and patterns, and map projections",
    cypher: `MATCH (d:Item {id: 'd'})
      RETURN [(d)-[:FROM]->(p) WHERE p.rows > 30 | p.id] AS big, [x IN range(1, 5) WHERE x % 2 = 1 | x * 10] AS odd,
        d {.id, .name} AS short, reduce(sum = 0, x IN [1, 2, 3] | sum + x) AS six`,
    rows: [{ big: ["b"], odd: [10, 30, 50], short: { id: "d", name: "alpha-mix" }, six: 6 }],
  },
  {
    what: "texts compared without case, by start, end and pattern",
    cypher: `MATCH (d:Item) WHERE toLower(d.name) CONTAINS toLower($q) AND (d.name =~ '(?i)alpha.*' OR d.name ENDS WITH 'x')
      RETURN d.id AS id ORDER BY id`,
    parameters: { q: "ALPHA" },
    rows: [{ id: "a" }, { id: "d" }],
  },
  {
    what: "unknown values as neither true nor false",
    cypher:
      "MATCH (d:Item) WHERE NOT (d.rows > 15) OR d.rows IS NULL RETURN d.id AS id, coalesce(d.rows, -1) AS n ORDER BY id",
    rows: [
      { id: "d", n: 10 },
      { id: "e", n: -1 },
    ],
  },
  {
    what: "absent values last in ascending order, and pages by parameters",
    cypher: "MATCH (d:Item) WITH d ORDER BY d.rows SKIP $skip LIMIT $limit RETURN d.id AS id",
    parameters: { skip: 3, limit: 2 },
    rows: [{ id: "a" }, { id: "e" }],
  },
  {
    what: "cases, unions and labels in a condition",
    cypher: `MATCH (n) WHERE n:Item OR n:Test
      RETURN CASE WHEN n:Test THEN 'test' WHEN n.rows > 40 THEN 'large' ELSE 'small' END AS kind, count(n) AS n
      UNION ALL RETURN 'one' AS kind, 1 AS n`,
    rows: [
      { kind: "large", n: 2 },
      { kind: "one", n: 1 },
      { kind: "small", n: 3 },
      { kind: "test", n: 1 },
    ],
  },
  {
    what: "types, ends and properties of a relationship in either direction",
    cypher: `MATCH (d:Item {id: 'b'})-[r]-(o) WHERE type(r) = 'FROM'
      RETURN o.id AS id, startNode(r).id AS from, endNode(r).id AS to, properties(r) AS p ORDER BY id`,
    rows: [
      { id: "a", from: "b", to: "a", p: { kind: "inclusion", weight: 0.9 } },
      { id: "c", from: "c", to: "b", p: { kind: "fusion", weight: 0.8 } },
      { id: "d", from: "d", to: "b", p: { kind: "fusion", weight: 0.7 } },
    ],
  },
  {
    what: "a list of keys in the order they were unwound",
    cypher: "UNWIND $ids AS id MATCH (d:Item {id: id}) WHERE NOT (d)-[:FROM]->() RETURN id, d.name AS name",
    parameters: { ids: ["e", "b", "a"] },
    rows: [
      { id: "a", name: "Alpha Corpus" },
      { id: "e", name: "Epsilon" },
    ],
  },
  {
    what: "the labels in use",
    cypher:
      "CALL db.labels() YIELD label WITH label WHERE label IN ['Item', 'Test'] RETURN label ORDER BY label",
    rows: [{ label: "Item" }, { label: "Test" }],
  },
];

/** The part of Cypher that the project's statements may use, each with the answer that both engines give. */
export const describeCypher = (database: () => Database): void => {
  const run = (cypher: string, parameters = {}): Promise<readonly Row[]> =>
    database().write((transaction) => transaction.run(cypher, parameters));

  describe("Cypher", () => {
    beforeEach(async () => {
      await run("UNWIND $rows AS row CREATE (d:Item {id: row.id}) SET d += row", { rows: DATASETS });
      await run(
        `UNWIND $rows AS row MATCH (a:Item {id: row.from}), (b:Item {id: row.to})
         CREATE (a)-[:FROM {kind: row.kind, weight: row.weight}]->(b)`,
        { rows: EDGES },
      );
      await run("MATCH (c:Item {id: 'c'}) CREATE (c)-[:TESTED_ON]->(:Test {id: 'mm'})");
    });

    it.each(READS)("reads $what", async ({ cypher, parameters = {}, rows }) => {
      const found = await database().read(cypher, parameters);

      expect(sorted(found)).toEqual(sorted(rows));
    });

    it("gives rows in the order that was asked for", async () => {
      const rows = await database().read("MATCH (d:Item) RETURN d.id AS id ORDER BY d.id DESC");

      expect(rows.map((row) => row["id"])).toEqual(["e", "d", "c", "b", "a"]);
    });

    it("does not repeat a relationship on a path through a cycle", async () => {
      await run("MATCH (a:Item {id: 'a'}), (b:Item {id: 'b'}) CREATE (a)-[:FROM]->(b)");

      const rows = await database().read("MATCH p = (:Item {id: 'a'})-[:FROM*1..8]->() RETURN count(p) AS n");

      expect(rows).toEqual([{ n: 2 }]);
    });

    it("adds, replaces and removes properties by a map", async () => {
      const rows = await run("MATCH (d:Item {id: 'a'}) SET d += $map RETURN properties(d) AS p", {
        map: { rows: 7, name: null, extra: [1, 2] },
      });

      expect(rows).toEqual([{ p: { id: "a", rows: 7, score: 0.5, tags: ["text", "en"], extra: [1, 2] } }]);
    });

    it("tells a made from a met node in a batch with repeated keys", async () => {
      await run(
        `UNWIND $ids AS id MERGE (d:Item {id: id})
         ON CREATE SET d.met = 0 ON MATCH SET d.met = coalesce(d.met, 0) + 1`,
        { ids: ["a", "new", "new"] },
      );

      const rows = await database().read(
        "MATCH (d:Item) WHERE d.met IS NOT NULL RETURN d.id AS id, d.met AS met",
      );
      expect(sorted(rows)).toEqual([
        { id: "a", met: 1 },
        { id: "new", met: 1 },
      ]);
    });

    it("replaces a relationship by one of another type with the same id", async () => {
      await run("MATCH (:Item {id: 'd'})-[r:FROM]->(:Item {id: 'c'}) DELETE r");
      await run(
        "MATCH (a:Item {id: 'd'}) MATCH (b:Item {id: 'c'}) MERGE (a)-[r:MAYBE {id: $id}]->(b) SET r += $map",
        { id: "x", map: { weight: 0.1 } },
      );

      const rows = await database().read(
        "MATCH (:Item {id: 'd'})-[r]->(b) RETURN type(r) AS type, b.id AS id",
      );
      expect(sorted(rows)).toEqual([
        { id: "b", type: "FROM" },
        { id: "c", type: "MAYBE" },
      ]);
    });

    it("refuses to delete a node that has relationships", async () => {
      await expect(run("MATCH (d:Item {id: 'b'}) DELETE d")).rejects.toMatchObject({
        code: "CONSTRAINT_VIOLATED",
      });
      expect(await database().read("MATCH (d:Item {id: 'b'}) RETURN d.id AS id")).toEqual([{ id: "b" }]);
    });

    it("sets labels", async () => {
      await run("UNWIND ['a', 'b'] AS id MATCH (d:Item {id: id}) SET d:Chosen");

      expect(await database().read("MATCH (d:Chosen) RETURN count(d) AS n")).toEqual([{ n: 2 }]);
    });
  });
};

const sorted = (rows: readonly Row[]): readonly Row[] =>
  [...rows].sort((one, other) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1));
