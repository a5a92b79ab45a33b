import { formatCount } from "../../state/format.ts";
import { cypherWords } from "../../words/cypher-words.ts";

const SECOND_MS = 1000;

/** "25 rows in 12 ms". */
export const countAndTime = (rows: number, elapsedMs: number): string =>
  cypherWords().rowsAndTime(
    formatCount(rows),
    rows === 1,
    elapsedMs < SECOND_MS
      ? `${Math.round(elapsedMs)} ms`
      : cypherWords().seconds((elapsedMs / SECOND_MS).toFixed(1)),
  );
