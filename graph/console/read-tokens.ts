import { AppError } from "../../schema/errors.ts";

export type TokenKind = "word" | "name" | "number" | "text" | "parameter" | "sign";

/** A piece of a Cypher text; comments and spaces are left out. */
export interface Token {
  readonly kind: TokenKind;
  /** As written; of a text, quoted name or parameter what is inside. */
  readonly value: string;
  /** Offset of its first character. */
  readonly at: number;
}

type Rule = readonly [pattern: RegExp, kind: TokenKind | "skip"];

/** Tried in this order where the token before ends. Every pattern is linear: none repeats a repetition. */
const RULES: readonly Rule[] = [
  [/\s+/y, "skip"],
  [/\/\*[^*]*\*+(?:[^/*][^*]*\*+)*\//y, "skip"],
  [/\/\/[^\n\r]*/y, "skip"],
  [/'(?:[^'\\]|\\[\s\S])*'|"(?:[^"\\]|\\[\s\S])*"/y, "text"],
  [/`(?:[^`]|``)*`/y, "name"],
  [/\$(?:[\p{L}\p{N}_]+|`(?:[^`]|``)*`)/uy, "parameter"],
  [/0[xo][0-9a-f_]+|\d[\d_]*(?:\.\d[\d_]*)?(?:e[+-]?\d+)?/iy, "number"],
  [/[\p{L}_][\p{L}\p{N}\p{M}_]*/uy, "word"],
  [/=~|<>|<=|>=|\+=|\.\.|->|<-|\|\||[-+*/%^=<>.,:;|(){}[\]!&?@~]/y, "sign"],
];

/** @throws AppError QUERY_INVALID where something stands that Cypher has no word for, such as an open text or an invisible character */
export const readTokens = (cypher: string): readonly Token[] => {
  const tokens: Token[] = [];
  let at = 0;
  while (at < cypher.length) {
    const [value, kind] = match(cypher, at) ?? [undefined, undefined];
    if (value === undefined) throw unreadable(cypher, at);
    if (kind !== undefined && kind !== "skip") tokens.push({ kind, value: inside(kind, value), at });
    at += value.length;
  }
  return tokens;
};

const match = (cypher: string, at: number): readonly [string, TokenKind | "skip"] | undefined => {
  for (const [pattern, kind] of RULES) {
    pattern.lastIndex = at;
    const found = pattern.exec(cypher)?.[0];
    if (found !== undefined && found !== "") return [found, kind];
  }
  return undefined;
};

const inside = (kind: TokenKind, value: string): string => {
  if (kind === "text" || kind === "name") return value.slice(1, -1);
  if (kind !== "parameter") return value;
  return value.startsWith("$`") ? value.slice(2, -1).replaceAll("``", "`") : value.slice(1);
};

const unreadable = (cypher: string, at: number): AppError => {
  const character = String.fromCodePoint(cypher.codePointAt(at) ?? 0);
  const code = `U+${(cypher.codePointAt(at) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
  const what = /['"`]/.test(character)
    ? `a text or name that is never closed: ${character}`
    : `the character ${code}`;
  return new AppError(`Cypher does not know what to do with ${what}`, {
    code: "QUERY_INVALID",
    context: { offset: at },
  });
};
