import { describe, expect, it } from "vitest";
import { SAVED_QUERIES } from "../queries/saved/saved-queries.ts";
import { refuseHostile } from "./refuse-hostile.ts";

const codeFor = (cypher: string, parameters: Record<string, unknown> = {}): unknown => {
  try {
    refuseHostile(cypher, parameters);
    return "passes";
  } catch (error) {
    return (error as { code?: unknown }).code;
  }
};

describe("a text that people write", () => {
  it.each(SAVED_QUERIES)("passes: $name", ({ cypher }) => {
    expect(codeFor(cypher)).toBe("passes");
  });

  it.each([
    "MATCH (d:Dataset) WHERE d.id STARTS WITH 'a' AND d.name ENDS WITH 'b' RETURN d.id AS id ORDER BY id LIMIT 5;",
    "MATCH p = (:Dataset {id: $id})-[:DERIVED_FROM*1..8]->(s) RETURN [n IN nodes(p) | n.id] AS ids, [r IN relationships(p) | r.relation] AS how",
    "MATCH p = (a)-[*1..3]->(b) WITH collect(p) AS ps RETURN [p IN ps | [n IN nodes(p) | n.id]] AS all",
    "MATCH p = (a)-[*1..3]->(b) WHERE all(n IN nodes(p) WHERE any(x IN n.tags WHERE x = 'en')) RETURN length(p) AS n",
    "MATCH (d) WITH d.owner AS owner, collect({id: d.id, licence: d.licence, rows: d.rows}) AS sets RETURN owner, [s IN sets WHERE s.licence = 'mit' | s.id] AS ids",
    "UNWIND range(1, 1000000000) AS i RETURN i",
    "MATCH (d) WITH collect(d.id) AS ids UNWIND range(0, size(ids) - 1) AS i RETURN ids[i] AS id, i",
    "MATCH (d) RETURN [i IN range(0, size(d.tags) - 1) | d.tags[i]] AS tags",
    "RETURN reduce(total = 0, x IN [1, 2, 3] | total + x) AS six",
    "MATCH (d) WITH collect(d.rows) AS rows RETURN reduce(most = 0, x IN rows | CASE WHEN x > most THEN x ELSE most END) AS most",
    "MATCH (d) WITH collect(d.id) AS ids RETURN reduce(text = '', x IN ids[0..10] | text + x + ', ') AS text",
    "MATCH (d) WHERE d.name =~ '(?i).*gsm.*8k.*' RETURN d.id AS id",
    "MATCH (d) WHERE d.name =~ '(?:gsm|mmlu)[-_]\\\\d+\\\\\\\\Q' RETURN d.id AS id",
    "MATCH (d) RETURN replace(replace(d.name, '-', ' '), '_', ' ') AS name",
    "MATCH (d) CALL { WITH d MATCH (d)<-[:DERIVED_FROM]-(x) RETURN count(x) AS uses } RETURN d.id AS id, uses",
    "MATCH (d) RETURN [(d)-[:DERIVED_FROM|MAY_DERIVE_FROM]->(s) WHERE s.rows > 1 | s.id] AS sources",
    "MATCH (d) WHERE d.set = 'x' OR d.`create` = 1 // delete\n RETURN d.load AS remove /* drop */",
    "MATCH (n) WHERE n:A OR n:B RETURN labels(n) AS labels, n {.id, .name, more: [1, 2]} AS map",
    "MATCH (d) WITH collect(d.id) AS ids MATCH (e) RETURN [i IN ids WHERE NOT i IN e.tags AND i STARTS WITH 'a'] AS left",
    "MATCH (d) WITH collect(d) AS xs RETURN [x IN xs WHERE toLower(x.name) CONTAINS 'gsm' OR x.owner IN $owners | x.id] AS ids",
    "RETURN reduce(s = 0, i IN range(1, 100000) | s + i * 2) AS sum",
    "MATCH (d) WITH collect(d.rows) AS rows RETURN [i IN range(0, size(rows) - 2) | rows[i + 1] - rows[i]] AS steps",
    "MATCH (d) WITH collect(d) AS ds RETURN [i IN range(0, size(ds) - 1) | ds[i]] AS ds",
    "MATCH p = (a)-->(b) RETURN [i IN range(0, length(p) - 1) | nodes(p)[i].id] AS ids",
    "EXPLAIN MATCH (n) RETURN n",
    "CALL db.labels() YIELD label RETURN label",
    "MATCH (d) RETURN CASE d.state WHEN 'traced' THEN 1 WHEN 'gated' THEN 2 ELSE 3 END AS rank, 0x1F AS n, 1e-3 AS small, -2 AS less",
  ])("passes: %s", (cypher) => {
    expect(codeFor(cypher, { id: "a/b" })).toBe("passes");
  });
});

const PATTERNS = { p: "(x+x+)+y", "p`q": "(x+x+)+y", pq: "x" };

describe("a text that could run past its time or fill the memory", () => {
  it.each([
    "RETURN reduce(s = 0, i IN range(1, 1000000000) | s + i % 3) AS n",
    "RETURN [i IN range(1, $n) | toString(i)] AS l",
    "WITH 1000000000 AS n RETURN size([i IN range(1, n) | i]) AS x",
    "RETURN size([i IN range(1, 30000) | [j IN range(1, 30000) | i * j]]) AS x",
    "RETURN all(i IN range(1, 30000) WHERE any(j IN range(1, 30000) WHERE j < 0)) AS x",
    "MATCH (a) WITH collect(a) AS xs RETURN reduce(s = 0, x IN xs | s + reduce(t = 0, y IN xs | t + 1)) AS n",
    "RETURN reduce(s = 'x', i IN range(1, 40) | s + s) AS s",
    "RETURN reduce(l = [0], i IN range(1, 40) | [x IN l | [x, x]]) AS l",
    "RETURN reduce(s = 'x', i IN range(1, 40) | replace(s, 'x', 'xx')) AS s",
    "RETURN reduce(s = '', i IN range(1, 1000000) | s + 'x') AS s",
    `WITH 'aaaaaaaaaa' AS a ${"WITH replace(a, 'a', a) AS a ".repeat(6)} RETURN size(a) AS n`,
    `WITH 'a' AS a ${"WITH a + a AS a ".repeat(40)} RETURN size(a) AS n`,
    `WITH [1] AS a ${"WITH a + a AS b, a AS c WITH b + c AS a ".repeat(20)} RETURN size(a) AS n`,
    `CALL { WITH 'aaaaaaaaaa' AS a ${"WITH replace(a, 'a', a) AS a ".repeat(2)} RETURN a } WITH replace(a, 'a', a) AS a RETURN a`,
    "CALL { RETURN range(1, 50000000) AS l UNION RETURN [1] AS l } RETURN size([x IN l | [y IN l | 1]]) AS n",
    "RETURN range(1, 1000000000) AS l",
    "RETURN size([i IN range(-1_000_000_000, 1) | i]) AS n",
    "RETURN size([i IN range(1, 1000000000, 1e999) | i]) AS n",
    "RETURN size([i IN range(1, 300000) WHERE size(toUpper($long)) < 5]) AS n",
    "RETURN size([i IN range(1, 300000) WHERE size($long) < 5]) AS n",
    "RETURN size([i IN range(1, 300000) WHERE $long CONTAINS 'y']) AS n",
    "RETURN size([i IN range(1, 300000) WHERE $long STARTS WITH $long]) AS n",
    "RETURN size([i IN range(1, 300000) WHERE $long = $long + 'y']) AS n",
    "WITH range(1, 100000) AS l RETURN size([x IN l WHERE -x IN l]) AS n",
    "WITH range(1, 100000) AS l RETURN size([x IN range(1, 100000) WHERE l = l]) AS n",
    "RETURN size([i IN range(1, size($long)) | [j IN range(1, size($long)) | i]]) AS n",
    "WITH range(1, 100000) AS l RETURN size([i IN range(1, size(l)) | [j IN range(0, size(l) - 1) | i]]) AS n",
    "RETURN size([i IN range(size($text) - 1_000_000_000, 1) | i]) AS n",
    "RETURN size([i IN range(size($text), size($long)) | [j IN range(size($text), size($long)) | i]]) AS n",
    "UNWIND range(1, 200000) AS i WITH collect(i) AS l RETURN size([i IN range(1, size(l)) | [j IN range(1, size(l)) | i]]) AS n",
    "RETURN size([i IN range($text, 1) | i]) AS n",
    "RETURN size([i IN range($missing, 1) | i]) AS n",
    "WITH range(1, 200000) AS `and` RETURN size([x IN `and` WHERE size([y IN `and` WHERE y < 0]) > 0]) AS n",
    "WITH range(1, 200000) AS `WHERE` RETURN size([x IN `WHERE` WHERE size([y IN `WHERE` WHERE y < 0]) > 0]) AS n",
    "MATCH (n) WHERE size([x IN range(1, 100000) | [y IN range(1, 100000) | x]]) > 1 RETURN n",
  ])("is refused: %s", (cypher) => {
    expect(codeFor(cypher, { n: 1e9, text: "x", long: "x".repeat(190_000) })).toBe("RESULT_TOO_LARGE");
  });

  it.each([
    ["'(a+)+b'"],
    ["'(a|aa)*b'"],
    ["'(.*a){20}'"],
    ["'.*.*.*.*b'"],
    ["'(\\\\w)\\\\1'"],
    ["'a' + '+'"],
    ["toLower($p)"],
    ["$p"],
    [`'${"a?".repeat(30)}'`],
    ["'(?x)(.*a) {20}'"],
    ["'(?i)x(?x)(.*a) {20}'"],
    ["'(?ix:(.*a) {20})'"],
    ["'\\Q[\\E(.*a){20}]'"],
    ["'\\\\Q[\\\\E(.*a){20}]'"],
    ["'\\\\[(.*a){20}]'"],
    ["'\\\\c[(.*a){20}]'"],
    ["'(.*a' || '){20}'"],
    ["$`p``q`"],
  ])("is refused for the regular expression %s", (pattern) => {
    expect(codeFor(`MATCH (n) WHERE n.name =~ ${pattern} RETURN n`, PATTERNS)).toBe("QUERY_INVALID");
  });
});

describe("a text that hides something", () => {
  it.each([
    ["WITH range(1, 2) AS and RETURN [x IN and | x] AS y", "QUERY_INVALID"],
    ["WITH range(1, 2) AS where RETURN [x IN where WHERE x > 0] AS y", "QUERY_INVALID"],
    ["UNWIND [range(1, 2)] AS case RETURN [x IN case | x] AS y", "QUERY_INVALID"],
    ["RETURN [in IN [range(1, 2)] | in] AS y", "QUERY_INVALID"],
    ["RETURN all(or IN [range(1, 2)] WHERE or) AS y", "QUERY_INVALID"],
    ["RETURN reduce(null = 0, x IN [1] | null + x) AS y", "QUERY_INVALID"],
    ["RETURN reduce(s = 0, null IN [1] | s + null) AS y", "QUERY_INVALID"],
    ["RETURN 1 AS a; RETURN 2 AS b", "QUERY_INVALID"],
    ["\\u0043REATE (n)", "QUERY_INVALID"],
    ["MATCH (n) \\uu0053ET n.x = 1", "QUERY_INVALID"],
    ["RETURN '\\u0027 + 1' AS x", "QUERY_INVALID"],
    ["MATCH (n)\u200b RETURN n", "QUERY_INVALID"],
    ["MATCH (n)\u202e RETURN n", "QUERY_INVALID"],
    ["RETURN 'x", "QUERY_INVALID"],
    ["RETURN (1", "QUERY_INVALID"],
    ["RETURN 1]", "QUERY_INVALID"],
    ["", "QUERY_INVALID"],
    ["// nothing", "QUERY_INVALID"],
    [`RETURN ${"(".repeat(100)}1${")".repeat(100)} AS x`, "QUERY_INVALID"],
    [`RETURN ${"NOT ".repeat(600)}true AS x`, "QUERY_INVALID"],
    ["CREATE (n)", "QUERY_NOT_READ_ONLY"],
    ["/* a */ shOW DATABASES", "QUERY_NOT_READ_ONLY"],
    ["USE other MATCH (n) RETURN n", "QUERY_NOT_READ_ONLY"],
    ["GOBBLE (n)", "QUERY_INVALID"],
  ])("is refused: %s", (cypher, code) => {
    expect(codeFor(cypher)).toBe(code);
  });

  it("is refused at the place where it stands", () => {
    expect(() => refuseHostile("RETURN 1 AS a; RETURN 2 AS b", {})).toThrow(
      expect.objectContaining({ context: { offset: 15 } }),
    );
  });
});
