import { NODE_KEYS } from "./constraints.ts";
import type { NodeLabel } from "./whole-graph.ts";

/** Labels that a node may carry beside its key label. */
export const EXTRA_LABELS = ["Benchmark", "Family"] as const;
export type ExtraLabel = (typeof EXTRA_LABELS)[number];

/** A derivation's status is its type: between two datasets there is one of these at most. */
const DERIVATION = ["DERIVED_FROM", "MAY_DERIVE_FROM", "NOT_DERIVED_FROM"] as const;

interface RelationshipRule {
  /** The types of which there is one at most between the same ends. */
  readonly kind: readonly string[];
  /** The end of which fewer relationships of the kind leave or come: a trace visits a hundred thousand datasets. */
  readonly near: "from" | "to";
}

const only = (type: string): RelationshipRule => ({ kind: [type], near: "from" });

/** Every relationship type. A type cannot be a parameter: one that is not here is refused before it comes near a statement. */
export const RELATIONSHIPS = {
  DERIVED_FROM: { kind: DERIVATION, near: "from" },
  MAY_DERIVE_FROM: { kind: DERIVATION, near: "from" },
  NOT_DERIVED_FROM: { kind: DERIVATION, near: "from" },
  MADE_WITH: only("MADE_WITH"),
  CLEARED_AGAINST: only("CLEARED_AGAINST"),
  MEMBER_OF: only("MEMBER_OF"),
  DESCRIBED_BY: only("DESCRIBED_BY"),
  REFERS_TO: only("REFERS_TO"),
  QUOTED_FROM: only("QUOTED_FROM"),
  QUEUED: { kind: ["QUEUED"], near: "to" },
  VISITED: { kind: ["VISITED"], near: "to" },
} as const satisfies Readonly<Record<string, RelationshipRule>>;
export type RelationshipType = keyof typeof RELATIONSHIPS;

/** Where relationships of one type start and end. */
export interface Ends {
  readonly type: RelationshipType;
  readonly from: NodeLabel;
  readonly to: NodeLabel;
}

/** `{name: row[2], ...}`: a list costs the engines half of what a map does. Names are checked before: they stand in the text. */
const fromList = (names: readonly string[], offset: number): string =>
  `{${names.map((name, index) => `\`${name}\`: row[${index + offset}]`).join(", ")}}`;

export const nodesThere = (label: NodeLabel): string => `
UNWIND $keys AS key
MATCH (n:${label} {${NODE_KEYS[label]}: key})
RETURN key`;

export interface NodeGroup {
  readonly label: NodeLabel;
  readonly extra: readonly ExtraLabel[];
}

/** A row is a list: the values of the properties. */
export const createNodes = ({ label, extra }: NodeGroup, names: readonly string[]): string => `
UNWIND $rows AS row
CREATE (n:${[label, ...extra].join(":")} ${fromList(names, 0)})`;

/** A row is a list: the key, then a map of properties. */
export const setNodes = ({ label, extra }: NodeGroup): string => `
UNWIND $rows AS row
MATCH (n:${label} {${NODE_KEYS[label]}: row[0]})
SET n += row[1]${extra.map((one) => `\nSET n:${one}`).join("")}`;

/** The relationships of the kind at the nodes where there are few. */
export const relationshipsThere = ({ type, from, to }: Ends): string => {
  const { kind, near } = RELATIONSHIPS[type];
  const types = kind.join("|");
  return near === "from"
    ? `
UNWIND $keys AS key
MATCH (:${from} {${NODE_KEYS[from]}: key})-[r:${types}]->(far:${to})
RETURN key AS from, far.${NODE_KEYS[to]} AS to, type(r) AS type`
    : `
UNWIND $keys AS key
MATCH (:${to} {${NODE_KEYS[to]}: key})<-[r:${types}]-(far:${from})
RETURN far.${NODE_KEYS[from]} AS from, key AS to, type(r) AS type`;
};

/** A row is a list: the keys of the two ends, then the values of the properties. */
const matchEnds = ({ from, to }: Ends): string => `
UNWIND $rows AS row
MATCH (a:${from} {${NODE_KEYS[from]}: row[0]})
MATCH (b:${to} {${NODE_KEYS[to]}: row[1]})`;

export const createRelationships = (ends: Ends, names: readonly string[]): string => `${matchEnds(ends)}
CREATE (a)-[r:${ends.type} ${fromList(names, 2)}]->(b)
RETURN count(r) AS written`;

const matchRelationships = ({ type, from, to }: Ends, types: string): string => {
  const start = `(a:${from} {${NODE_KEYS[from]}: row[0]})`;
  const end = `(b:${to} {${NODE_KEYS[to]}: row[1]})`;
  const pattern =
    RELATIONSHIPS[type].near === "from" ? `${start}-[r:${types}]->${end}` : `${end}<-[r:${types}]-${start}`;
  return `
UNWIND $rows AS row
MATCH ${pattern}`;
};

export const setRelationships = (
  ends: Ends,
  names: readonly string[],
): string => `${matchRelationships(ends, ends.type)}
SET r = ${fromList(names, 2)}`;

/** Those between the same ends that are of the kind and of another type. */
export const deleteRelationships = (ends: Ends): string => {
  const others = RELATIONSHIPS[ends.type].kind.filter((type) => type !== ends.type);
  return `${matchRelationships(ends, others.join("|"))}
DELETE r`;
};

/** The first row of which an end is missing, asked only when fewer were written than given. */
export const missingEnds = ({ from, to }: Ends): string => `
UNWIND $rows AS row
OPTIONAL MATCH (a:${from} {${NODE_KEYS[from]}: row[0]})
OPTIONAL MATCH (b:${to} {${NODE_KEYS[to]}: row[1]})
WITH row[0] AS from, row[1] AS to, a, b
WHERE a IS NULL OR b IS NULL
RETURN from, to, a IS NULL AS lacksFrom
LIMIT 1`;
