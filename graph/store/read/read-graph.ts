import { AppError } from "../../../schema/errors.ts";
import type { Database, Row, Value } from "../../database.ts";
import { NODE_LABELS, nodesAfter, relationshipsFrom } from "../../queries/whole-graph.ts";
import type { NodeLabel } from "../../queries/whole-graph.ts";
import { toText } from "../../rows.ts";

type Properties = { readonly [key: string]: Value };

export interface NodeRecord {
  readonly kind: "node";
  readonly label: NodeLabel;
  /** The value of the label's key property. */
  readonly key: string;
  /** All labels, in order. */
  readonly labels: readonly string[];
  readonly properties: Properties;
}

export interface NodeReference {
  readonly label: NodeLabel;
  readonly key: string;
}

export interface RelationshipRecord {
  readonly kind: "relationship";
  readonly type: string;
  readonly from: NodeReference;
  readonly to: NodeReference;
  readonly properties: Properties;
}

export type GraphRecord = NodeRecord | RelationshipRecord;

const PAGE = 1_000;

/**
 * Every node and relationship, in an order that depends on the graph alone: by label, then by key, the nodes of a page
 * before what leaves them. Properties are in the order of their names. Two graphs are equal when their records are.
 */
export async function* readGraph(database: Database): AsyncGenerator<GraphRecord> {
  for (const label of NODE_LABELS) yield* readLabel(database, label);
}

async function* readLabel(database: Database, label: NodeLabel): AsyncGenerator<GraphRecord> {
  for (let after = ""; ;) {
    const rows = await database.read(nodesAfter(label), { after, limit: PAGE });
    const nodes = rows.map((row) => toNode(label, row));
    yield* nodes;
    const keys = nodes.map((node) => node.key);
    const leaving = await database.read(relationshipsFrom(label), { keys });
    yield* leaving.map((row) => toRelationship(label, row)).sort(byEnds);
    after = keys.at(-1) ?? after;
    if (rows.length < PAGE) return;
  }
}

const toNode = (label: NodeLabel, row: Row): NodeRecord => ({
  kind: "node",
  label,
  key: toText(row["key"]),
  labels: toLabels(row["labels"]).sort(),
  properties: sorted(row["properties"]),
});

const toRelationship = (label: NodeLabel, row: Row): RelationshipRecord => ({
  kind: "relationship",
  type: toText(row["type"]),
  from: { label, key: toText(row["from"]) },
  to: { label: keyLabelOf(toLabels(row["labels"])), key: toText(row["to"]) },
  properties: sorted(row["properties"]),
});

const toLabels = (value: Value | undefined): string[] => (Array.isArray(value) ? value.map(String) : []);

const keyLabelOf = (labels: readonly string[]): NodeLabel => {
  const label = NODE_LABELS.find((one) => labels.includes(one));
  if (label === undefined) throw new AppError(`no known label in ${labels.join(", ")}`, { code: "INTERNAL" });
  return label;
};

const sorted = (value: Value | undefined): Properties =>
  Object.fromEntries(
    Object.entries((value ?? {}) as Properties)
      .filter(([, one]) => one !== null)
      .sort(([one], [other]) => (one < other ? -1 : 1)),
  );

const byEnds = (one: RelationshipRecord, other: RelationshipRecord): number =>
  orderOf(one) < orderOf(other) ? -1 : 1;

const orderOf = ({ from, to, type, properties }: RelationshipRecord): string =>
  [from.key, type, to.label, to.key, JSON.stringify(properties)].join("\u0000");
