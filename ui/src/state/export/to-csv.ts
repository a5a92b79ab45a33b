import {
  EDGE_FIELDS,
  type FieldTable,
  type FieldValue,
  NODE_FIELDS,
  type ShownGraph,
} from "./shown-graph.ts";

/**
 * What spreadsheets take for the start of a formula, and the apostrophe that keeps them from it: such a field gets an apostrophe
 * in front, as in the service's own tables.
 */
const GUARDED = /^['=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/;
/** Spreadsheets take a file without it for one in the machine's old encoding. */
const BYTE_ORDER_MARK = "\uFEFF";

/** The drawn nodes as a table: RFC 4180 in UTF-8, one row each. */
export const toNodeCsv = ({ nodes }: ShownGraph): string =>
  toTable(
    ["label", ...namesOf(NODE_FIELDS)],
    nodes.map(({ label, fields }) => ({ label, ...fields })),
  );

/** The drawn edges as a table, from the dataset that was made to what it was made from. */
export const toEdgeCsv = ({ nodes, edges }: ShownGraph): string => {
  const labels = new Map(nodes.map(({ key, label }) => [key, label]));
  const nameOf = (key: string) => labels.get(key) ?? key;
  return toTable(
    ["from", "to", "label", ...namesOf(EDGE_FIELDS), "id"],
    edges.map(({ id, source, target, label, fields }) => ({
      from: nameOf(source),
      to: nameOf(target),
      label,
      ...fields,
      id,
    })),
  );
};

/** Any table as a spreadsheet takes it, for what a page lists. */
export const toTable = (
  columns: readonly string[],
  rows: readonly Readonly<Record<string, FieldValue>>[],
): string =>
  BYTE_ORDER_MARK +
  [columns, ...rows.map((row) => columns.map((column) => toField(row[column])))]
    .map((fields) => `${fields.map(quote).join(",")}\r\n`)
    .join("");

const namesOf = (table: FieldTable): readonly string[] => Object.keys(table);

/** A number is one even when it is negative; a text that looks like one is a text. */
const toField = (value: FieldValue): string => {
  if (value === undefined) return "";
  if (typeof value === "number") return String(value);
  return GUARDED.test(value) ? `'${value}` : value;
};

const quote = (text: string): string => (/[",\r\n;\t]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
