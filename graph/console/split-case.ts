import { isWord } from "./token-tree.ts";
import type { Piece } from "./token-tree.ts";

/** What stands behind CASE, WHEN, THEN or ELSE, in small letters. */
export interface CasePart {
  readonly word: string;
  readonly pieces: readonly Piece[];
}

/** The parts of the CASE … END that begins at the index, and how many pieces it takes. */
export const splitCase = (
  pieces: readonly Piece[],
  index: number,
): { readonly parts: readonly CasePart[]; readonly used: number } => {
  const end = findEnd(pieces, index);
  const parts: { readonly word: string; readonly pieces: Piece[] }[] = [{ word: "case", pieces: [] }];
  let depth = 0;
  for (const piece of pieces.slice(index + 1, end)) {
    if (isWord(piece, "case")) depth += 1;
    if (isWord(piece, "end")) depth -= 1;
    const starts = depth === 0 && piece.kind === "word" && /^(?:when|then|else)$/i.test(piece.value);
    if (starts) parts.push({ word: piece.value.toLowerCase(), pieces: [] });
    else parts.at(-1)?.pieces.push(piece);
  }
  return { parts, used: end - index + 1 };
};

const findEnd = (pieces: readonly Piece[], index: number): number => {
  let depth = 0;
  for (let at = index; at < pieces.length; at += 1) {
    if (isWord(pieces[at], "case")) depth += 1;
    if (isWord(pieces[at], "end")) depth -= 1;
    if (depth === 0) return at;
  }
  return pieces.length;
};
