import type { CypherAnswer } from "../../../../schema/cypher.ts";
import { toTable } from "../export/to-csv.ts";

type Rows = Pick<CypherAnswer, "columns" | "rows">;

/** The rows as a spreadsheet takes them. Lists, maps, nodes, relationships and paths are JSON; null is an empty field. */
export const toResultCsv = ({ columns, rows }: Rows): string =>
  toTable(
    columns,
    rows.map((row) => Object.fromEntries(columns.map((column, index) => [column, toField(row[index])]))),
  );

const toField = (value: unknown): string | number | undefined => {
  if (value === null || value === undefined) return undefined;
  return typeof value === "string" || typeof value === "number" ? value : JSON.stringify(value);
};

/** One object a row, by column. */
export const toResultJson = ({ columns, rows }: Rows): string =>
  JSON.stringify(
    rows.map((row) => Object.fromEntries(columns.map((column, index) => [column, row[index] ?? null]))),
    undefined,
    2,
  );
