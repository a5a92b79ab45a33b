import { textOf } from "./result-value.ts";

export interface ColumnSort {
  readonly column: number;
  readonly order: "up" | "down";
}

type Row = readonly unknown[];

/** By a column; numbers among themselves, then texts as people order them; nulls last in either order. Equals keep their order. */
export const sortRows = (rows: readonly Row[], sort: ColumnSort | undefined): readonly Row[] => {
  if (sort === undefined) return rows;
  const sign = sort.order === "up" ? 1 : -1;
  const keys = new Map(rows.map((row) => [row, keyOf(row[sort.column])] as const));
  return rows.toSorted((one, other) => compare(keys.get(one), keys.get(other), sign));
};

type Key = number | string | undefined;

const keyOf = (value: unknown): Key => {
  if (value === null || value === undefined) return undefined;
  return typeof value === "number" ? value : textOf(value);
};

const texts = new Intl.Collator("en", { numeric: true });

const compare = (one: Key, other: Key, sign: number): number => {
  if (one === undefined || other === undefined)
    return Number(one === undefined) - Number(other === undefined);
  if (typeof one === "number" && typeof other === "number") return sign * (one - other);
  if (typeof one === "number" || typeof other === "number") return sign * (typeof one === "number" ? -1 : 1);
  return sign * texts.compare(one, other);
};

/** The order after a press on a column's head: up, down, as it came. */
export const nextSort = (sort: ColumnSort | undefined, column: number): ColumnSort | undefined => {
  if (sort?.column !== column) return { column, order: "up" };
  return sort.order === "up" ? { column, order: "down" } : undefined;
};
