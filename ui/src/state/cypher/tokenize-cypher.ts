import { KEYWORDS } from "./graph-vocabulary.ts";

export const TOKEN_KINDS = [
  "keyword",
  "function",
  "label",
  "relation",
  "property",
  "variable",
  "string",
  "number",
  "comment",
  "parameter",
  "bracket",
  "operator",
  "space",
] as const;
export type TokenKind = (typeof TOKEN_KINDS)[number];

export interface Token {
  readonly kind: TokenKind;
  readonly text: string;
  /** Offset of its first UTF-16 unit. */
  readonly start: number;
}

type Rough = "space" | "comment" | "string" | "number" | "parameter" | "name" | "bracket" | "operator";

/** In this order at each place; every character belongs to one, so that no text is lost. Strings and comments may be unfinished. */
const PATTERN =
  /(?<space>\s+)|(?<comment>\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$))|(?<string>'(?:\\[\s\S]|[^'\\])*(?:'|\\?$)|"(?:\\[\s\S]|[^"\\])*(?:"|\\?$))|(?<parameter>\$(?:[\p{L}\p{N}_]+|`[^`]*`?)?)|(?<number>(?:\d+(?:\.(?!\.)\d*)?|(?<!\.)\.\d+)(?:[eE][+-]?\d+)?)|(?<name>[\p{L}_][\p{L}\p{N}\p{M}_]*|`[^`]*`?)|(?<bracket>[()[\]{}])|(?<operator>[\s\S])/gu;

const WORDS = new Set(KEYWORDS);
const ROUGH: readonly Rough[] = [
  "space",
  "comment",
  "string",
  "number",
  "parameter",
  "name",
  "bracket",
  "operator",
];

/**
 * Cuts a Cypher text into tokens whose texts joined are the text again. Meant for colour and completion: it never fails, and a name
 * is what its surroundings make of it.
 * @example tokenizeCypher("(d:Dataset)").map((token) => token.kind) // bracket, variable, operator, label, bracket
 */
export const tokenizeCypher = (text: string): readonly Token[] => {
  const tokens: Token[] = [];
  const open: string[] = [];
  const rough = [...text.matchAll(PATTERN)].map((match) => ({
    text: match[0],
    start: match.index,
    kind: ROUGH.find((kind) => match.groups?.[kind] !== undefined) ?? "operator",
  }));
  let before: Token | undefined;
  for (const [index, piece] of rough.entries()) {
    const kind =
      piece.kind === "name" ? nameKind({ piece, before, open, after: nextText(rough, index) }) : piece.kind;
    const token: Token = { kind, text: piece.text, start: piece.start };
    tokens.push(token);
    if (kind === "bracket") follow(open, piece.text);
    if (kind !== "space" && kind !== "comment") before = token;
  }
  return tokens;
};

interface Piece {
  readonly kind: Rough;
  readonly text: string;
  readonly start: number;
}

const nextText = (pieces: readonly Piece[], index: number): string | undefined => {
  for (let next = index + 1; next < pieces.length; next += 1) {
    const piece = pieces[next];
    if (piece !== undefined && piece.kind !== "space" && piece.kind !== "comment") return piece.text;
  }
  return undefined;
};

const follow = (open: string[], bracket: string): void => {
  if ("([{".includes(bracket)) open.push(bracket);
  else open.pop();
};

interface NamePlace {
  readonly piece: Piece;
  readonly before: Token | undefined;
  readonly after: string | undefined;
  readonly open: readonly string[];
}

const nameKind = ({ piece, before, after, open }: NamePlace): TokenKind => {
  const within = open.at(-1);
  if (before?.text === ".") return "property";
  if (before?.text === ":" && within !== "{") return within === "[" ? "relation" : "label";
  // A further type in [:A|B]; a list comprehension has its expression there, which is written small.
  if (before?.text === "|" && within === "[" && /^[A-Z_`]/.test(piece.text)) return "relation";
  if (within === "{" && after === ":") return "property";
  if (WORDS.has(piece.text.toUpperCase()) && after !== "(") return "keyword";
  if (after === "(") return KEYWORDS_BEFORE_PATTERN.has(piece.text.toUpperCase()) ? "keyword" : "function";
  return "variable";
};

/** Keywords that a bracket follows without being their argument: MATCH (n), IN (..), AND (..). */
const KEYWORDS_BEFORE_PATTERN = new Set(
  KEYWORDS.filter((word) => !["ALL", "EXISTS", "COUNT", "LEFT", "RIGHT"].includes(word)),
);

/** The offsets of the bracket at the caret and of its other half, or of the bracket alone when that is missing. */
export const matchBracket = (tokens: readonly Token[], caret: number): readonly number[] => {
  const brackets = tokens.filter((token) => token.kind === "bracket");
  const at =
    brackets.findIndex((token) => token.start === caret - 1) >= 0
      ? brackets.findIndex((token) => token.start === caret - 1)
      : brackets.findIndex((token) => token.start === caret);
  const found = brackets[at];
  if (found === undefined) return [];
  const forwards = "([{".includes(found.text);
  const walk = forwards ? brackets.slice(at) : brackets.slice(0, at + 1).toReversed();
  let depth = 0;
  for (const token of walk) {
    depth += "([{".includes(token.text) === forwards ? 1 : -1;
    if (depth === 0) return areHalves(found.text, token.text) ? [found.start, token.start] : [found.start];
  }
  return [found.start];
};

const areHalves = (one: string, other: string): boolean =>
  ["()", "[]", "{}"].some((pair) => pair === one + other || pair === other + one);
