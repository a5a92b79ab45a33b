import { toTokens } from "../evidence/name-tokens.ts";

/**
 * The key under which two spellings of a name are the same: case, blanks, punctuation, a leading "the" and a trailing
 * "dataset" are ignored; numbers and version marks never are.
 *
 * @example toNameKey("the GSM-8K dataset") // "gsm8k"
 */
export const toNameKey = (name: string): string => {
  const tokens = [...toTokens(name)];
  if (tokens.length > 1 && tokens[0] === "the") tokens.shift();
  while (tokens.length > 1 && TRAILERS.has(tokens.at(-1) ?? "")) tokens.pop();
  return tokens.join("");
};

const TRAILERS: ReadonlySet<string> = new Set(["dataset", "datasets"]);
