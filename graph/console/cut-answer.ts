import { AppError } from "../../schema/errors.ts";
import type { Answer, AnswerLimits, Value } from "../database.ts";

/** A number, boolean or null takes about this many bytes of JSON. */
const SCALAR_BYTES = 8;

/** Takes rows until one of the limits is reached. */
export interface Cut {
  /** False when the row did not fit: no more are wanted. Fails with RESULT_TOO_LARGE when the first row alone does not fit. */
  take(row: readonly Value[]): boolean;
  taken(): Pick<Answer, "rows" | "truncated">;
}

export const createCut = ({ maxRows, maxBytes }: Pick<AnswerLimits, "maxRows" | "maxBytes">): Cut => {
  const rows: (readonly Value[])[] = [];
  let bytes = 0;
  let truncated = false;
  return {
    take: (row) => {
      bytes += sizeOf(row);
      truncated ||= rows.length === maxRows || bytes > maxBytes;
      if (truncated && rows.length === 0) throw rowTooLarge(maxBytes);
      if (!truncated) rows.push(row);
      return !truncated;
    },
    taken: () => ({ rows, truncated }),
  };
};

/** About the bytes of a value's JSON. */
const sizeOf = (value: Value): number => {
  if (typeof value === "string") return value.length + 2;
  if (value === null || typeof value !== "object") return SCALAR_BYTES;
  if (Array.isArray(value)) return value.reduce<number>((sum, one) => sum + 1 + sizeOf(one as Value), 2);
  return Object.entries(value).reduce((sum, [key, one]) => sum + key.length + 4 + sizeOf(one as Value), 2);
};

const rowTooLarge = (maxBytes: number): AppError =>
  new AppError(`one row alone is larger than ${maxBytes} bytes; ask for less of it`, {
    code: "RESULT_TOO_LARGE",
  });
