import { guardCsvText, quoteCsvField } from "../../graph/exchange/csv/csv-text.ts";
import type { CypherAnswer } from "../../schema/cypher.ts";

/**
 * RFC 4180: comma, CRLF, quotes doubled. A text that a spreadsheet would run as a formula gets an apostrophe in front; numbers stay.
 * Lists, maps, nodes, relationships and paths are JSON; null is an empty field.
 */
export const toCsv = ({ columns, rows }: Pick<CypherAnswer, "columns" | "rows">): string =>
  [columns, ...rows].map((row) => `${row.map(toField).join(",")}\r\n`).join("");

const toField = (value: unknown): string => {
  if (value === null || value === undefined) return "";
  return quoteCsvField(typeof value === "string" ? guardCsvText(value) : JSON.stringify(value));
};

/** One JSON object a row, by column. */
export const toJsonLines = ({ columns, rows }: Pick<CypherAnswer, "columns" | "rows">): string =>
  rows.map((row) => `${JSON.stringify(toRecord(columns, row))}\n`).join("");

export const toRecord = (columns: readonly string[], row: readonly unknown[]): Record<string, unknown> =>
  Object.fromEntries(columns.map((column, index) => [column, row[index] ?? null]));
