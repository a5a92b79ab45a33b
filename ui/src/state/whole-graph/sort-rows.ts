import { FLAG_LEVELS, type FlagLevel } from "../../../../schema/graph-group.ts";
import type { GraphRow } from "./graph-rows.ts";

export const ROW_ORDERS = ["size", "sources", "contaminated", "name"] as const;
export type RowOrder = (typeof ROW_ORDERS)[number];

/** The list's rows in an order, the largest first or by name; of equals, as the service gives them. `nameOf` is what the reader sees. */
export const sortRows = (
  rows: readonly GraphRow[],
  order: RowOrder,
  nameOf: (row: GraphRow) => string,
): readonly GraphRow[] => {
  if (order === "name") return rows.toSorted((one, other) => nameOf(one).localeCompare(nameOf(other)));
  const value = VALUES[order];
  return rows.toSorted((one, other) => value(other) - value(one));
};

const VALUES = {
  /** Of a group its datasets, of a dataset its uses. */
  size: (row: GraphRow): number => (row.row === "group" ? row.group.datasets : row.uses),
  sources: (row: GraphRow): number => row.sources,
  contaminated: (row: GraphRow): number => (row.row === "group" ? row.contaminated : -rankOf(row.level)),
} satisfies Record<Exclude<RowOrder, "name">, (row: GraphRow) => number>;

const rankOf = (level: FlagLevel): number => FLAG_LEVELS.indexOf(level);
