import { AppError } from "../../schema/errors.ts";
import { ONE, eachOf, largerOf, settled } from "./bound.ts";
import type { Bound } from "./bound.ts";
import { estimate } from "./estimate.ts";
import type { Scope, Variables } from "./estimate.ts";
import { readTokens } from "./read-tokens.ts";
import type { Token } from "./read-tokens.ts";
import { refuseReserved } from "./reserved-words.ts";
import { isGroup, isSign, isWord, splitAtCommas, toTree } from "./token-tree.ts";
import type { Piece } from "./token-tree.ts";

/** Parsers call themselves for each operator of a chain. */
const MAX_OPERATORS = 500;
/** Each CASE is read again by the one that it stands in. */
const MAX_CASES = 50;
const OPERATOR = /^(?:[-+*/%^=<>!&|]|<>|<=|>=|=~|and|or|xor|not)$/i;

/** What a text that only reads begins with. */
const READING = /^(?:match|optional|unwind|with|return|call|explain|profile)$/i;
const WRITING =
  /^(?:create|merge|set|remove|delete|detach|foreach|load|drop|alter|grant|deny|revoke|start|stop|terminate|use|show|insert|session|commit|rollback|enable|rename|reallocate|dryrun|finish|deallocate)$/i;

/** A code point in digits: one server reads it before anything else, so that what it hides is seen by nobody else. */
const CODE_POINT = /\\u+[0-9a-f]{4}/i;

/**
 * Refuses a person's text before any engine sees it, when it hides something, holds several statements, or holds an expression
 * that could run past its time: a server looks at the clock between rows only.
 *
 * @throws AppError QUERY_INVALID, QUERY_NOT_READ_ONLY or RESULT_TOO_LARGE, with the offset where it is known
 */
export const refuseHostile = (cypher: string, parameters: Readonly<Record<string, unknown>>): void => {
  const hidden = CODE_POINT.exec(cypher);
  if (hidden !== null) throw invalid("write the character itself instead of its code point", hidden.index);
  const tokens = readTokens(cypher);
  refuseSeveral(tokens);
  refuseBeginning(tokens);
  refuseChains(tokens);
  judge(toTree(tokens), { variables: new Map(), parameters, judge });
};

const refuseSeveral = (tokens: readonly Token[]): void => {
  const end = tokens.findIndex((token) => isSign(token, ";"));
  const after = end < 0 ? undefined : tokens.slice(end).find((token) => !isSign(token, ";"));
  if (after !== undefined) throw invalid("one statement at a time", after.at);
};

const refuseBeginning = (tokens: readonly Token[]): void => {
  const [first] = tokens;
  if (first === undefined) throw invalid("there is no statement", 0);
  if (first.kind !== "word") throw invalid("a statement begins with a word such as MATCH", first.at);
  if (WRITING.test(first.value))
    throw new AppError(
      `${first.value.toUpperCase()} is not for the console, which only reads the lineage graph`,
      {
        code: "QUERY_NOT_READ_ONLY",
        context: { offset: first.at },
      },
    );
  if (!READING.test(first.value)) throw invalid(`a statement does not begin with ${first.value}`, first.at);
};

const refuseChains = (tokens: readonly Token[]): void => {
  const operators = tokens.filter(
    ({ kind, value }) => (kind === "sign" || kind === "word") && OPERATOR.test(value),
  );
  const cases = tokens.filter((token) => isWord(token, "case"));
  const [operator, choice] = [operators[MAX_OPERATORS], cases[MAX_CASES]];
  if (operator !== undefined)
    throw invalid(`more than ${MAX_OPERATORS} operators; use a list and IN, or a parameter`, operator.at);
  if (choice !== undefined) throw invalid(`more than ${MAX_CASES} times CASE; use a parameter`, choice.at);
};

const CLAUSE = /^(?:match|where|with|return|unwind|order|skip|limit|call|yield|union)$/i;

/** Looks at every expression of the clauses in turn; what WITH and UNWIND name is known to those that follow. */
const judge = (pieces: readonly Piece[], scope: Scope): Variables => {
  let variables = scope.variables;
  for (const { word, rest } of toClauses(pieces)) {
    const now = { ...scope, variables };
    if (word === "unwind") variables = afterUnwind(rest, now);
    else if (word === "with" || word === "return") variables = afterProjection(rest, now);
    else if (word === "call" && rest.some((piece) => isGroup(piece, "{"))) variables = afterCall(rest, now);
    else estimate(rest, now);
  }
  return variables;
};

interface Clause {
  readonly word: string;
  readonly rest: Piece[];
}

const toClauses = (pieces: readonly Piece[]): readonly Clause[] => {
  const clauses: Clause[] = [{ word: "", rest: [] }];
  for (const [index, piece] of pieces.entries()) {
    if (isClauseWord(piece, pieces[index - 1])) clauses.push({ word: piece.value.toLowerCase(), rest: [] });
    else clauses.at(-1)?.rest.push(piece);
  }
  return clauses;
};

const isClauseWord = (piece: Piece, before: Piece | undefined): piece is Token =>
  piece.kind === "word" &&
  CLAUSE.test(piece.value) &&
  !isSign(before, ".") &&
  !isSign(before, ":") &&
  !isWord(before, "starts") &&
  !isWord(before, "ends") &&
  !isWord(before, "as");

const afterUnwind = (rest: readonly Piece[], scope: Scope): Variables => {
  const [expression, name] = splitAlias(rest);
  // The engines make the rows of a range one by one.
  const isRange = expression.length === 2 && isWord(expression[0], "range");
  const each = isRange ? ONE : eachOf(estimate(expression, scope));
  return withLarger(scope.variables, name, each);
};

const afterProjection = (rest: readonly Piece[], scope: Scope): Variables => {
  let made = scope.variables;
  for (const item of splitAtCommas(rest)) {
    const [expression, name] = splitAlias(item);
    const bound = estimate(expression, scope);
    if (name !== "") made = withLarger(made, name, bound);
  }
  return made;
};

/** `expression AS name`; the name is empty when there is none. */
const splitAlias = (item: readonly Piece[]): readonly [readonly Piece[], string] => {
  const last = item.at(-1);
  if (!isWord(item.at(-2), "as") || last === undefined || last.kind === "group") return [item, ""];
  refuseReserved(last);
  return [item.slice(0, -2), last.value];
};

/** `CALL { … }` and `CALL (x) { … }` hand out what they return. */
const afterCall = (rest: readonly Piece[], scope: Scope): Variables =>
  rest.reduce<Variables>(
    (variables, piece) => (isGroup(piece, "{") ? judge(piece.pieces, { ...scope, variables }) : variables),
    scope.variables,
  );

/** A name that is given again keeps the larger bound: it may be the other half of a union. */
const withLarger = (variables: Variables, name: string, bound: Bound): Variables => {
  const before = variables.get(name);
  const larger = before === undefined ? bound : { ...bound, ...largerOf(before, bound) };
  return new Map([...variables, [name, settled(larger)]]);
};

const invalid = (message: string, offset: number): AppError =>
  new AppError(message, { code: "QUERY_INVALID", context: { offset } });
