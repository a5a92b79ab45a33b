/** Texts that once got through to a Neo4j, and ran on there after they were stopped: none may reach an engine. */

const times = (text: string, count: number): string => text.repeat(count);

/** Regular expressions that read otherwise than they look. */
const PATTERNS = [
  "RETURN $text =~ '(?x)(.*a) {20}' AS x",
  "RETURN $text =~ '\\\\Q[\\\\E(.*a){20}]' AS x",
  "RETURN $text =~ '\\\\[(.*a){20}]' AS x",
  "RETURN $text =~ ('(.*a' || '){20}b') AS x",
  "RETURN $text =~ '(.*a' || '){20}b' AS x",
  "RETURN $text =~ $`p``q` AS x",
];

/** Values whose names are words of Cypher, quoted and not. */
const NAMES = ["`and`", "and", "where", "case"].map(
  (name) =>
    `WITH range(1, 200000) AS ${name} RETURN size([x IN ${name} WHERE size([y IN ${name} WHERE y < 0]) > 0]) AS n`,
);

/** Ranges whose length does not show. */
const RANGES = ["RETURN reduce(s = 0, i IN range(-1_000_000_000, 1) | s + i) AS n"];

export const SURVIVORS = [...PATTERNS, ...NAMES, ...RANGES];
export const SURVIVOR_PARAMETERS = { text: `[${times("a", 60)}!`, "p`q": "(x+x+)+y", pq: "x" };
