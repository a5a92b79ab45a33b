import { AppError } from "../../schema/errors.ts";
import { patternFault } from "./pattern-fault.ts";
import { isSign } from "./token-tree.ts";
import type { Piece } from "./token-tree.ts";

/**
 * Looks at what stands right of the =~ at the index, which some engines try in every possible way.
 *
 * @throws AppError QUERY_INVALID when it is not known, or may be slow
 */
export const refusePattern = (
  pieces: readonly Piece[],
  index: number,
  parameters: Readonly<Record<string, unknown>>,
): void => {
  const [piece, after] = [pieces[index + 1], pieces[index + 2]];
  const value =
    piece?.kind === "parameter"
      ? parameters[piece.value]
      : piece?.kind === "text"
        ? toText(piece.value)
        : undefined;
  const fault =
    typeof value !== "string" || isSign(after, "+") || isSign(after, "||")
      ? "a regular expression must be written out, or come as a parameter"
      : patternFault(value);
  if (fault === undefined) return;
  throw new AppError(fault, { code: "QUERY_INVALID", context: { offset: piece?.at ?? 0 } });
};

/** What both engines make of a text as it is written: an unknown escape keeps its backslash. */
const toText = (written: string): string =>
  written.replaceAll(/\\([\\'"`nrtbf])/g, (_, escaped: string) => (/[nrtbf]/.test(escaped) ? " " : escaped));
