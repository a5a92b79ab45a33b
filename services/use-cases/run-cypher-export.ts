import type { CypherAnswer } from "../../schema/cypher.ts";

/** What spreadsheets take for the start of a formula. */
const FORMULA = /^[=+\-@\t\r]/;

/**
 * RFC 4180: comma, CRLF, quotes doubled. A text that a spreadsheet would run as a formula gets an apostrophe in front; numbers stay.
 * Lists, maps, nodes, relationships and paths are JSON; null is an empty field.
 */
export const toCsv = ({ columns, rows }: Pick<CypherAnswer, "columns" | "rows">): string =>
  [columns, ...rows].map((row) => `${row.map(toField).join(",")}\r\n`).join("");

const toField = (value: unknown): string => {
  if (value === null || value === undefined) return "";
  if (typeof value !== "string") return quote(JSON.stringify(value));
  return quote(FORMULA.test(value) ? `'${value}` : value);
};

const quote = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** One JSON object a row, by column. */
export const toJsonLines = ({ columns, rows }: Pick<CypherAnswer, "columns" | "rows">): string =>
  rows.map((row) => `${JSON.stringify(toRecord(columns, row))}\n`).join("");

export const toRecord = (columns: readonly string[], row: readonly unknown[]): Record<string, unknown> =>
  Object.fromEntries(columns.map((column, index) => [column, row[index] ?? null]));
