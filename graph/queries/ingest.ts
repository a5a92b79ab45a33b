import { NODE_KEYS } from "./constraints.ts";
import type { NodeLabel } from "./whole-graph.ts";

/** Labels that a node may carry beside its key label. */
export const EXTRA_LABELS = ["Benchmark", "Family"] as const;
export type ExtraLabel = (typeof EXTRA_LABELS)[number];

/**
 * Every relationship type, with the properties that tell two of one type between the same ends apart; none: there is one at most.
 * A relationship's type cannot be a parameter: a type that is not here is refused before it comes near a statement.
 */
export const RELATIONSHIP_KEYS = {
  DERIVED_FROM: ["id"],
  MAY_DERIVE_FROM: ["id"],
  NOT_DERIVED_FROM: ["id"],
  MADE_WITH: ["id"],
  CLEARED_AGAINST: ["id"],
  MEMBER_OF: [],
  DESCRIBED_BY: [],
  REFERS_TO: [],
  QUOTED_FROM: [],
  QUEUED: [],
  VISITED: [],
} as const satisfies Readonly<Record<string, readonly string[]>>;
export type RelationshipType = keyof typeof RELATIONSHIP_KEYS;

/** Where the relationships of a batch start and end: all of them at nodes of the same two labels. */
export interface Ends {
  readonly type: RelationshipType;
  readonly from: NodeLabel;
  readonly to: NodeLabel;
}

export const mergeNodes = (label: NodeLabel, extra: readonly ExtraLabel[]): string => `
UNWIND $rows AS row
MERGE (n:${label} {${NODE_KEYS[label]}: row.key})
SET n += row.properties${extra.map((one) => `\nSET n:${one}`).join("")}`;

const matchEnds = ({ from, to }: Ends): string => `
UNWIND $rows AS row
MATCH (a:${from} {${NODE_KEYS[from]}: row.from})
MATCH (b:${to} {${NODE_KEYS[to]}: row.to})`;

export const mergeRelationships = (ends: Ends): string => {
  const keys = RELATIONSHIP_KEYS[ends.type].map((key) => `${key}: row.properties.${key}`);
  return `${matchEnds(ends)}
MERGE (a)-[r:${ends.type}${keys.length === 0 ? "" : ` {${keys.join(", ")}}`}]->(b)
SET r += row.properties
RETURN count(r) AS written`;
};

/** The first rows of which an end is missing, asked only when fewer were written than given. */
export const missingEnds = ({ from, to }: Ends): string => `
UNWIND $rows AS row
OPTIONAL MATCH (a:${from} {${NODE_KEYS[from]}: row.from})
OPTIONAL MATCH (b:${to} {${NODE_KEYS[to]}: row.to})
WITH row, a, b
WHERE a IS NULL OR b IS NULL
RETURN row.from AS from, row.to AS to, a IS NULL AS lacksFrom
LIMIT 1`;
