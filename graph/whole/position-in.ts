import { AppError } from "../../schema/errors.ts";
import type { Value } from "../database.ts";
import { toText } from "../rows.ts";

/** The position of a stored word in the list that it belongs to. */
export const positionIn = (words: readonly string[], value: Value | undefined): number => {
  const position = words.indexOf(toText(value));
  if (position >= 0) return position;
  throw new AppError(`the graph holds ${String(value)}, which is none of ${words.join(", ")}`, {
    code: "INTERNAL",
  });
};
