import { isSign, isWord } from "./token-tree.ts";
import type { Piece } from "./token-tree.ts";

export interface Iteration {
  readonly variable: string;
  readonly list: readonly Piece[];
  readonly condition: readonly Piece[];
  readonly value: readonly Piece[] | undefined;
}

/** `x IN list WHERE condition | value`, of which the last two may be absent. */
export const splitIteration = (pieces: readonly Piece[]): Iteration => {
  const bar = pieces.findIndex((piece) => isSign(piece, "|"));
  const head = bar < 0 ? pieces : pieces.slice(0, bar);
  const where = head.findIndex((piece) => isWord(piece, "where"));
  const [variable] = pieces;
  return {
    variable: variable === undefined || variable.kind === "group" ? "" : variable.value,
    list: head.slice(2, where < 0 ? undefined : where),
    condition: where < 0 ? [] : head.slice(where + 1),
    value: bar < 0 ? undefined : pieces.slice(bar + 1),
  };
};
