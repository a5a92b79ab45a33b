import { AppError } from "../../schema/errors.ts";
import type { Token } from "./read-tokens.ts";

/** Tokens with what stands in brackets as one piece. */
export type Piece = Token | Group;

export interface Group {
  readonly kind: "group";
  readonly open: "(" | "[" | "{";
  readonly pieces: readonly Piece[];
  readonly at: number;
}

/** Both engines' parsers call themselves for each level. */
const MAX_DEPTH = 40;
const CLOSING: Readonly<Record<string, string>> = { "(": ")", "[": "]", "{": "}" };

/** @throws AppError QUERY_INVALID when brackets do not match or are nested deeper than 40 levels */
export const toTree = (tokens: readonly Token[]): readonly Piece[] => {
  const stack: { readonly open: Token; readonly pieces: Piece[] }[] = [];
  const top: Piece[] = [];
  for (const token of tokens) {
    const last = stack.at(-1);
    const isSign = token.kind === "sign";
    if (isSign && CLOSING[token.value] !== undefined) {
      if (stack.length === MAX_DEPTH)
        throw invalid(`brackets are nested deeper than ${MAX_DEPTH} levels`, token);
      stack.push({ open: token, pieces: [] });
    } else if (isSign && (token.value === ")" || token.value === "]" || token.value === "}")) {
      if (last === undefined || CLOSING[last.open.value] !== token.value)
        throw invalid(`the bracket ${token.value} closes nothing`, token);
      stack.pop();
      (stack.at(-1)?.pieces ?? top).push(toGroup(last.open, last.pieces));
    } else (last?.pieces ?? top).push(token);
  }
  const open = stack.at(-1);
  if (open !== undefined) throw invalid(`the bracket ${open.open.value} is never closed`, open.open);
  return top;
};

const toGroup = (open: Token, pieces: readonly Piece[]): Group => ({
  kind: "group",
  open: open.value as Group["open"],
  pieces,
  at: open.at,
});

const invalid = (message: string, { at }: Token): AppError =>
  new AppError(message, { code: "QUERY_INVALID", context: { offset: at } });

export const isGroup = (piece: Piece | undefined, open?: Group["open"]): piece is Group =>
  piece?.kind === "group" && (open === undefined || piece.open === open);

export const isSign = (piece: Piece | undefined, value: string): boolean =>
  piece?.kind === "sign" && piece.value === value;

/** Whether a piece is this word of Cypher, in whatever case. */
export const isWord = (piece: Piece | undefined, word: string): boolean =>
  piece?.kind === "word" && piece.value.toLowerCase() === word;

/** Parts between the commas of this level. */
export const splitAtCommas = (pieces: readonly Piece[]): readonly (readonly Piece[])[] => {
  const parts: Piece[][] = [[]];
  for (const piece of pieces) {
    if (isSign(piece, ",")) parts.push([]);
    else parts.at(-1)?.push(piece);
  }
  return pieces.length === 0 ? [] : parts;
};
