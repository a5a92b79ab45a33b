import { AppError } from "../../schema/errors.ts";
import type { Piece } from "./token-tree.ts";

/** Words that hold no value; one before a bracket calls nothing. */
const WORDS = new Set(
  "and or xor not in is null true false distinct starts ends with contains case when then else end as asc desc ascending descending where by".split(
    " ",
  ),
);

export const isReserved = (piece: Piece | undefined): boolean =>
  piece?.kind === "word" && WORDS.has(piece.value.toLowerCase());

/**
 * One engine lets a value have such a word for its name, where nobody can tell the two apart.
 *
 * @throws AppError QUERY_INVALID
 */
export const refuseReserved = (name: Piece | undefined): void => {
  if (name?.kind !== "word" || !isReserved(name)) return;
  throw new AppError(`${name.value} is a word of Cypher; give the value another name`, {
    code: "QUERY_INVALID",
    context: { offset: name.at },
  });
};
