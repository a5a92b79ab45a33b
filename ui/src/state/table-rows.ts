import { CONTAMINATION_LEVELS } from "../../../schema/contamination-level.ts";
import type { Derivation } from "../../../schema/edge.ts";
import type { LineageNode, ShownLineage } from "./shown-lineage.ts";
import type { ShownOf } from "./lineage/shown-counts.ts";
import { weakestLinks } from "./lineage/weakest-links.ts";

export const TABLE_COLUMNS = [
  "name",
  "level",
  "contamination",
  "confidence",
  "uses",
  "sources",
  "downloads",
  "created",
  "licence",
  "state",
] as const;
export type TableColumn = (typeof TABLE_COLUMNS)[number];
export interface TableSort {
  readonly column: TableColumn;
  readonly descending: boolean;
}

/** prior: what the targets were built from; derived: what was built from them. The targets are with either. */
export const TABLE_SIDES = ["all", "prior", "derived"] as const;
export type TableSide = (typeof TABLE_SIDES)[number];

export interface TableRow {
  readonly node: LineageNode;
  /** Shown edges to this node from the datasets built from it. */
  readonly incoming: readonly Derivation[];
  /** Of the weakest edge on the surest way from a target, 0 to 1; absent for targets and what no shown way leads to. */
  readonly confidence?: number;
  /** How many of its neighbours are drawn. */
  readonly counts?: ShownOf;
}

/** Nearest first, then most used: the order in which a reader would ask. */
export const DEFAULT_SORT: TableSort = { column: "level", descending: false };

export const toTableRows = (
  lineage: ShownLineage,
  sort: TableSort,
  counts: ReadonlyMap<string, ShownOf> = new Map(),
): readonly TableRow[] => {
  const incoming = new Map<string, Derivation[]>();
  for (const edge of lineage.edges) {
    const known = incoming.get(edge.to);
    if (known === undefined) incoming.set(edge.to, [edge]);
    else known.push(edge);
  }
  const targets = lineage.nodes.filter(({ target }) => target).map(({ id }) => id);
  const links = weakestLinks(
    lineage.edges.filter(({ status }) => status !== "rejected"),
    targets,
  );
  const rows = lineage.nodes.map((node): TableRow => {
    const { upstream, downstream } = links;
    const confidence = (node.level < 0 ? downstream : upstream).get(node.id);
    const count = counts.get(node.id);
    return {
      node,
      incoming: incoming.get(node.id) ?? [],
      ...(confidence !== undefined && { confidence }),
      ...(count !== undefined && { counts: count }),
    };
  });
  return sortRows(rows, sort);
};

export const sortRows = (rows: readonly TableRow[], sort: TableSort): readonly TableRow[] =>
  rows.toSorted((one, other) => compareRows(one, other, sort));

export const rowsOfSide = (rows: readonly TableRow[], side: TableSide): readonly TableRow[] => {
  if (side === "all") return rows;
  return rows.filter(({ node }) => node.target || (side === "prior" ? node.level > 0 : node.level < 0));
};

const compareRows = (one: TableRow, other: TableRow, { column, descending }: TableSort): number => {
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

/** One collator for all: making one for each comparison takes a second for 10,000 rows. */
const names = new Intl.Collator("en", { sensitivity: "base", numeric: true });

const compareValues = (one: string | number, other: string | number): number =>
  typeof one === "number" && typeof other === "number"
    ? one - other
    : names.compare(String(one), String(other));

const tieBreak = (one: TableRow, other: TableRow): number =>
  other.node.uses - one.node.uses || compareValues(one.node.id, other.node.id);

const sortValue = ({ node, confidence }: TableRow, column: TableColumn): string | number | undefined => {
  switch (column) {
    case "name":
      return node.id;
    case "level":
      return Math.abs(node.level);
    case "contamination":
      return strengthOf(node);
    case "confidence":
      return confidence;
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

/** The stronger the level, the higher; of equals, the more benchmarks. */
const strengthOf = ({ marks }: LineageNode): number | undefined => {
  const [strongest] = marks;
  if (strongest === undefined) return undefined;
  const rank = CONTAMINATION_LEVELS.length - CONTAMINATION_LEVELS.indexOf(strongest.level);
  return rank + marks.length / (marks.length + 1);
};
