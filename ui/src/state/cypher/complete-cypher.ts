import { FUNCTIONS, KEYWORDS, LABELS, propertiesOf, RELATIONSHIP_TYPES } from "./graph-vocabulary.ts";
import { type Token, tokenizeCypher } from "./tokenize-cypher.ts";

export type CompletionKind =
  | "label"
  | "relation"
  | "property"
  | "parameter"
  | "function"
  | "keyword"
  | "variable";

export interface Completion {
  readonly kind: CompletionKind;
  readonly text: string;
}

export interface Completions {
  /** The part of the text that a chosen one replaces. */
  readonly start: number;
  readonly end: number;
  readonly options: readonly Completion[];
}

export interface CompletionContext {
  /** Names without $. */
  readonly parameters: readonly string[];
  /** Whether somebody asked for the list; one that opens by itself is kept out of the way of short names. */
  readonly isAsked: boolean;
}

const MOST = 40;
const UNASKED_LENGTH = 2;

/** What fits at the caret: after a colon labels or types, after a dot properties, after $ parameters, else functions and names. */
export const completeCypher = (
  text: string,
  caret: number,
  context: CompletionContext,
): Completions | undefined => {
  const tokens = tokenizeCypher(text);
  const place = placeAt(tokens, caret);
  if (place === undefined) return undefined;
  const { typed, start } = place;
  const options = offers(tokens, place, context)
    .filter(({ text: offer }) => offer.toLowerCase().startsWith(typed.toLowerCase()) && offer !== typed)
    .slice(0, MOST);
  return options.length === 0 ? undefined : { start, end: caret, options };
};

interface Place {
  readonly typed: string;
  readonly start: number;
  /** The nearest token before the typed part that is no space. */
  readonly before: Token | undefined;
  /** Index of the typed token, or of where it would be. */
  readonly index: number;
}

const NAMES = new Set(["keyword", "function", "label", "relation", "property", "variable", "parameter"]);

const placeAt = (tokens: readonly Token[], caret: number): Place | undefined => {
  const at = tokens.findIndex((token) => token.start < caret && caret <= token.start + token.text.length);
  const touched = tokens[at];
  if (touched?.kind === "string" || touched?.kind === "comment" || touched?.kind === "number")
    return undefined;
  const isName = touched !== undefined && NAMES.has(touched.kind);
  const index = isName ? at : at + 1;
  const start = isName ? touched.start : caret;
  const before = tokens
    .slice(0, index)
    .findLast((token) => token.kind !== "space" && token.kind !== "comment");
  return { typed: isName ? touched.text.slice(0, caret - touched.start) : "", start, before, index };
};

const offers = (
  tokens: readonly Token[],
  { typed, before, index }: Place,
  { parameters, isAsked }: CompletionContext,
): readonly Completion[] => {
  if (typed.startsWith("$"))
    return of(
      "parameter",
      parameters.map((name) => `$${name}`),
    );
  if (before?.text === ".") return of("property", propertiesOf(namesOf(tokens, ownerBefore(tokens, index))));
  const bracket = openBracket(tokens, index);
  if (before?.text === ":" && bracket !== "{") {
    return bracket === "[" ? of("relation", RELATIONSHIP_TYPES) : of("label", LABELS);
  }
  if (before?.text === "|" && bracket === "[") return of("relation", RELATIONSHIP_TYPES);
  const variables = variablesOf(tokens, index);
  // A list over a name that is complete would take the Enter that ends the line.
  if (!isAsked && (typed.length < UNASKED_LENGTH || variables.includes(typed))) return [];
  return [...of("variable", variables), ...of("keyword", KEYWORDS), ...of("function", FUNCTIONS)];
};

const of = (kind: CompletionKind, texts: readonly string[]): readonly Completion[] =>
  texts.map((text) => ({ kind, text }));

const openBracket = (tokens: readonly Token[], index: number): string | undefined => {
  const open: string[] = [];
  for (const token of tokens.slice(0, index)) {
    if (token.kind !== "bracket") continue;
    if ("([{".includes(token.text)) open.push(token.text);
    else open.pop();
  }
  return open.at(-1);
};

/** The variable before the dot that a property is typed after. */
const ownerBefore = (tokens: readonly Token[], index: number): string | undefined => {
  const dot = tokens.slice(0, index).findLastIndex((token) => token.text === ".");
  const owner = tokens[dot - 1];
  return owner?.kind === "variable" ? owner.text : undefined;
};

/** The labels and types that the text gives a variable: (d:Dataset), [r:DERIVED_FROM]. */
const namesOf = (tokens: readonly Token[], variable: string | undefined): readonly string[] => {
  const solid = tokens.filter((token) => token.kind !== "space" && token.kind !== "comment");
  return solid.flatMap((token, index) => {
    if (token.kind !== "variable" || token.text !== variable || solid[index + 1]?.text !== ":") return [];
    const names: string[] = [];
    for (const next of solid.slice(index + 1)) {
      if (next.kind === "label" || next.kind === "relation") names.push(next.text);
      else if (next.text !== ":" && next.text !== "|") break;
    }
    return names;
  });
};

const variablesOf = (tokens: readonly Token[], index: number): readonly string[] => [
  ...new Set(
    tokens.filter((token, at) => token.kind === "variable" && at !== index).map((token) => token.text),
  ),
];
