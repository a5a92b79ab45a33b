import type { CypherAnswer } from "../../../schema/cypher.ts";
import { cutMiddle, toLine } from "./text.ts";

const GAP = "  ";
/** A column is cut no further than this. */
const MIN_COLUMN = 8;

/** Columns under their names. `width` is that of the terminal; undefined cuts nothing. */
export const answerTable = (
  { columns, rows }: Pick<CypherAnswer, "columns" | "rows">,
  width: number | undefined,
): readonly string[] => {
  const cells = [columns.map(toLine), ...rows.map((row) => row.map(toCell))];
  const natural = columns.map((_, index) => Math.max(...cells.map((row) => [...(row[index] ?? "")].length)));
  const widths = width === undefined ? natural : fit(natural, width);
  const numeric = columns.map((_, index) => rows.length > 0 && rows.every((row) => isNumber(row[index])));
  const toRow = (row: readonly string[]): string =>
    row
      .map((cell, index) =>
        pad(cutMiddle(cell, widths[index] ?? 0), widths[index] ?? 0, numeric[index] ?? false),
      )
      .join(GAP)
      .trimEnd();
  const [head = [], ...body] = cells;
  return [toRow(head), toRow(widths.map((one) => "-".repeat(one))), ...body.map(toRow)];
};

/** Takes from the widest column until all fit, or none can give more. */
const fit = (natural: readonly number[], width: number): readonly number[] => {
  const widths = [...natural];
  let over = widths.reduce((sum, one) => sum + one, GAP.length * (widths.length - 1)) - width;
  while (over > 0) {
    const widest = Math.max(...widths);
    if (widest <= MIN_COLUMN) break;
    const next = Math.max(MIN_COLUMN, ...widths.filter((one) => one < widest));
    const wide = widths.flatMap((one, index) => (one === widest ? [index] : []));
    const step = Math.max(1, Math.min(widest - next, Math.ceil(over / wide.length)));
    for (const index of wide) widths[index] = widest - step;
    over -= step * wide.length;
  }
  return widths;
};

const isNumber = (value: unknown): boolean => typeof value === "number" || value === null;

const pad = (text: string, width: number, right: boolean): string => {
  const space = " ".repeat(Math.max(0, width - [...text].length));
  return right ? space + text : text + space;
};

interface Kinded {
  readonly kind?: unknown;
  readonly elementId?: unknown;
  readonly start?: unknown;
  readonly labels?: readonly string[];
  readonly type?: string;
  readonly properties?: Readonly<Record<string, unknown>>;
  readonly nodes?: readonly unknown[];
  readonly relationships?: readonly unknown[];
}

/** A value on one line: nodes, relationships and paths as Cypher writes them, by their key alone. */
const toCell = (value: unknown): string => {
  if (value === null || value === undefined) return "";
  if (typeof value === "string") return toLine(value);
  if (typeof value !== "object") return String(value);
  if (Array.isArray(value)) return `[${value.map(toCell).join(", ")}]`;
  const thing = value as Kinded;
  if (thing.kind === "node") return `(:${thing.labels?.join(":") ?? ""} ${keyOf(thing)})`;
  if (thing.kind === "relationship") return `[:${thing.type ?? ""}]`;
  if (thing.kind === "path") return toPath(thing);
  return toLine(JSON.stringify(value));
};

const keyOf = ({ properties = {} }: Kinded): string =>
  toCell(properties["id"] ?? properties["key"] ?? properties["sha256"] ?? "");

const toPath = ({ nodes = [], relationships = [] }: Kinded): string =>
  nodes
    .map((node, index) => {
      const { elementId } = node as Kinded;
      const step = relationships[index];
      const text = `(${keyOf(node as Kinded)})`;
      if (step === undefined) return text;
      const isForward = (step as Kinded).start === elementId;
      return isForward ? `${text}-${toCell(step)}->` : `${text}<-${toCell(step)}-`;
    })
    .join("");
