import type { LineageView } from "../../../schema/api.ts";
import type { Derivation } from "../../../schema/edge.ts";
import type { DatasetId } from "../../../schema/ids.ts";
import { RELATIONS, STATUSES, type Relation, type Status } from "../../../schema/vocabulary.ts";
import { NODE_KINDS, nodeKindOf, type NodeKind } from "./node-kind.ts";
import type { ViewState } from "./view-state.ts";

export type LineageNode = LineageView["nodes"][number];

/** The part of a lineage that the filters leave. */
export interface ShownLineage {
  readonly root: DatasetId;
  readonly nodes: readonly LineageNode[];
  readonly edges: readonly Derivation[];
  /** Nodes before filtering. */
  readonly total: number;
  readonly truncated: boolean;
}

export interface FilterCounts {
  readonly status: Readonly<Record<Status, number>>;
  readonly relation: Readonly<Record<Relation, number>>;
  readonly kind: Readonly<Record<NodeKind, number>>;
}

type Filters = Pick<ViewState, "statuses" | "hiddenRelations" | "hiddenKinds">;

/**
 * Keeps the root, and every node of a wanted kind that is still joined to the root over kept edges: a filter
 * never leaves loose nodes behind.
 */
export const filterLineage = (view: LineageView, filters: Filters): ShownLineage => {
  const allowed = new Set(
    view.nodes
      .filter((node) => node.id === view.root || !filters.hiddenKinds.includes(nodeKindOf(node)))
      .map((node) => node.id),
  );
  const edges = derivationsOf(view).filter(
    (edge) =>
      filters.statuses.includes(edge.status) &&
      !filters.hiddenRelations.includes(edge.relation) &&
      allowed.has(edge.from) &&
      allowed.has(edge.to),
  );
  const joined = joinedTo(view.root, edges);
  return {
    root: view.root,
    nodes: view.nodes.filter((node) => joined.has(node.id)),
    edges: edges.filter((edge) => joined.has(edge.from)),
    total: view.nodes.length,
    truncated: view.truncated,
  };
};

/** What the whole lineage holds of each value, filtered or not. */
export const countForFilters = (view: LineageView): FilterCounts => {
  const derivations = derivationsOf(view);
  return {
    status: countBy(STATUSES, derivations, (edge) => edge.status),
    relation: countBy(RELATIONS, derivations, (edge) => edge.relation),
    kind: countBy(NODE_KINDS, view.nodes, nodeKindOf),
  };
};

const derivationsOf = (view: LineageView): Derivation[] =>
  view.edges.filter((edge): edge is Derivation => edge.kind === "derivation");

const countBy = <Key extends string, Item>(
  keys: readonly Key[],
  items: readonly Item[],
  keyOf: (item: Item) => Key,
): Record<Key, number> => {
  const counts = Object.fromEntries(keys.map((key) => [key, 0])) as Record<Key, number>;
  for (const item of items) counts[keyOf(item)] += 1;
  return counts;
};

const joinedTo = (root: DatasetId, edges: readonly Derivation[]): ReadonlySet<DatasetId> => {
  const neighbours = new Map<DatasetId, DatasetId[]>();
  const join = (one: DatasetId, other: DatasetId) =>
    neighbours.set(one, [...(neighbours.get(one) ?? []), other]);
  for (const { from, to } of edges) {
    join(from, to);
    join(to, from);
  }
  const joined = new Set([root]);
  for (const id of joined) for (const next of neighbours.get(id) ?? []) joined.add(next);
  return joined;
};
