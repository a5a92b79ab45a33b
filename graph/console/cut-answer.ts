import { AppError } from "../../schema/errors.ts";
import type { Value } from "../database.ts";
import type { Answer, AnswerLimits } from "./answer.ts";

/** A number, boolean or null takes about this many bytes of JSON. */
const SCALAR_BYTES = 8;

export interface RowSource {
  readonly columns: readonly string[];
  /** How many rows there are; reading stops early when it can. */
  readonly length: number;
  /** The values of one row, in the order of the columns. */
  row(index: number): readonly Value[];
}

/** Takes rows until one of the limits is reached. Fails with RESULT_TOO_LARGE when the first row alone is too large. */
export const cutAnswer = (source: RowSource, limits: Pick<AnswerLimits, "maxRows" | "maxBytes">): Answer => {
  const rows: (readonly Value[])[] = [];
  let bytes = 0;
  for (let index = 0; index < source.length; index += 1) {
    if (rows.length === limits.maxRows) return { columns: source.columns, rows, truncated: true };
    const row = source.row(index);
    bytes += sizeOf(row);
    if (bytes > limits.maxBytes) {
      if (rows.length === 0) throw rowTooLarge(limits.maxBytes);
      return { columns: source.columns, rows, truncated: true };
    }
    rows.push(row);
  }
  return { columns: source.columns, rows, truncated: false };
};

/** About the bytes of a value's JSON. */
export const sizeOf = (value: Value): number => {
  if (typeof value === "string") return value.length + 2;
  if (value === null || typeof value !== "object") return SCALAR_BYTES;
  if (Array.isArray(value)) return value.reduce<number>((sum, one) => sum + 1 + sizeOf(one as Value), 2);
  return Object.entries(value).reduce((sum, [key, one]) => sum + key.length + 4 + sizeOf(one as Value), 2);
};

export const rowTooLarge = (maxBytes: number): AppError =>
  new AppError(`one row alone is larger than ${maxBytes} bytes; ask for less of it`, {
    code: "RESULT_TOO_LARGE",
  });
