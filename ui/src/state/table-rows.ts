import type { Derivation } from "../../../schema/edge.ts";
import type { LineageNode, ShownLineage } from "./graph-filter.ts";

export const TABLE_COLUMNS = [
  "name",
  "level",
  "state",
  "licence",
  "created",
  "downloads",
  "sources",
  "uses",
] as const;
export type TableColumn = (typeof TABLE_COLUMNS)[number];
export interface TableSort {
  readonly column: TableColumn;
  readonly descending: boolean;
}

export interface TableRow {
  readonly node: LineageNode;
  /** Shown edges to this node from the datasets built from it. */
  readonly incoming: readonly Derivation[];
}

/** Nearest first, then most used: the order in which a reader would ask. */
export const DEFAULT_SORT: TableSort = { column: "level", descending: false };

export const toTableRows = (lineage: ShownLineage, sort: TableSort): readonly TableRow[] => {
  const incoming = new Map<string, Derivation[]>();
  for (const edge of lineage.edges) incoming.set(edge.to, [...(incoming.get(edge.to) ?? []), edge]);
  const rows = lineage.nodes.map((node): TableRow => ({ node, incoming: incoming.get(node.id) ?? [] }));
  return rows.sort((one, other) => compareRows(one.node, other.node, sort));
};

const compareRows = (one: LineageNode, other: LineageNode, { column, descending }: TableSort): number => {
  const first = sortValue(one, column);
  const second = sortValue(other, column);
  // Unknown stays at the end whichever way the column is sorted: it is neither small nor large.
  if (first === undefined || second === undefined) {
    if (first === second) return tieBreak(one, other);
    return first === undefined ? 1 : -1;
  }
  const order = compareValues(first, second);
  return order === 0 ? tieBreak(one, other) : descending ? -order : order;
};

const compareValues = (one: string | number, other: string | number): number =>
  typeof one === "number" && typeof other === "number"
    ? one - other
    : String(one).localeCompare(String(other), "en", { sensitivity: "base", numeric: true });

const tieBreak = (one: LineageNode, other: LineageNode): number =>
  other.uses - one.uses || compareValues(one.id, other.id);

const sortValue = (node: LineageNode, column: TableColumn): string | number | undefined => {
  switch (column) {
    case "name":
      return node.id;
    case "level":
      return Math.abs(node.level);
    case "state":
      return node.state;
    case "licence":
      return node.licence;
    case "created":
      return node.createdAt;
    case "downloads":
      return node.downloads;
    case "sources":
      return node.sources;
    case "uses":
      return node.uses;
    default:
      return column satisfies never;
  }
};
