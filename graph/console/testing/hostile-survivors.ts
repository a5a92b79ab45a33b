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
const RANGES = [
  "RETURN reduce(s = 0, i IN range(-1_000_000_000, 1) | s + i) AS n",
  "RETURN size([i IN range(1, size($long)) WHERE size([j IN range(1, size($long)) WHERE j < 0]) > 0]) AS n",
  "RETURN reduce(s = 0, i IN range(size('x') - 1000000000, 1) | s + i) AS n",
];

/** What reads or copies a long value in every round. */
const COPIES = [
  "RETURN size([i IN range(1, 300000) WHERE size(toUpper($long)) < 5]) AS n",
  "RETURN size([i IN range(1, 300000) WHERE $long CONTAINS 'y']) AS n",
  "RETURN size([i IN range(1, 300000) WHERE $long + 'y' = $long]) AS n",
  "WITH range(1, 200000) AS l RETURN size([x IN l WHERE -x IN l]) AS n",
];

export const SURVIVORS = [...PATTERNS, ...NAMES, ...RANGES, ...COPIES];
export const SURVIVOR_PARAMETERS = {
  text: `[${times("a", 60)}!`,
  long: times("x", 190_000),
  "p`q": "(x+x+)+y",
  pq: "x",
};
