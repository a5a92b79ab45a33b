import { FLAG_LEVELS, type FlagLevel } from "../../../../schema/graph-group.ts";
import type { GraphRow } from "./graph-rows.ts";

export const ROW_ORDERS = ["size", "sources", "contaminated", "name"] as const;
export type RowOrder = (typeof ROW_ORDERS)[number];

/**
 * The list's rows in an order, the largest first or by name; of equals, as the service gives them. The group of all others comes last.
 * `nameOf` is what the reader sees.
 */
export const sortRows = (
  rows: readonly GraphRow[],
  order: RowOrder,
  nameOf: (row: GraphRow) => string,
): readonly GraphRow[] => {
  const compare = (one: GraphRow, other: GraphRow): number =>
    order === "name" ? nameOf(one).localeCompare(nameOf(other)) : VALUES[order](other) - VALUES[order](one);
  return rows.toSorted((one, other) => Number(isRest(one)) - Number(isRest(other)) || compare(one, other));
};

const isRest = (row: GraphRow): boolean => row.row === "group" && row.group.kind === "rest";

const VALUES = {
  /** Of a group its datasets, of a dataset its uses. */
  size: (row: GraphRow): number => (row.row === "group" ? row.group.datasets : row.uses),
  sources: (row: GraphRow): number => row.sources,
  contaminated: (row: GraphRow): number => (row.row === "group" ? row.contaminated : -rankOf(row.level)),
} satisfies Record<Exclude<RowOrder, "name">, (row: GraphRow) => number>;

const rankOf = (level: FlagLevel): number => FLAG_LEVELS.indexOf(level);
