import { NOTHING, ONE, eachOf, largerOf, refuseUnbounded, settled, sumOf, tooMuch } from "./bound.ts";
import type { Bound } from "./bound.ts";
import { refusePattern } from "./refuse-pattern.ts";
import { isReserved, refuseReserved } from "./reserved-words.ts";
import { splitCase } from "./split-case.ts";
import { splitIteration } from "./split-iteration.ts";
import { isGroup, isSign, isWord, splitAtCommas } from "./token-tree.ts";
import type { Group, Piece } from "./token-tree.ts";

export type Variables = ReadonlyMap<string, Bound>;

/** What is known where an expression stands. */
export interface Scope {
  readonly variables: Variables;
  readonly parameters: Readonly<Record<string, unknown>>;
  /** Judges the clauses of a subquery in braces, and tells what is known after them. */
  readonly judge: (pieces: readonly Piece[], scope: Scope) => Variables;
}

/** What the graph's own nodes, relationships and paths hold, and one of their properties: data that nobody made to be hostile. */
const DATA: Bound = { count: 10, size: 1_000, steps: 0 };
const PROPERTY: Bound = { count: 10, size: 50, steps: 0 };
/** Elements that an aggregate or a pattern comprehension may gather. Sizes reckon with fewer: past those the engine's memory limit answers. */
const GATHERED = 100_000;
const USUALLY_GATHERED = 300;
/** Characters copied in the time of one step. */
const COPIED_PER_STEP = 200;
/** Stands for bounds of range() that only the engine will know. */
const UNKNOWN_RANGE = 1e12;

const NUMBERS = new Set(
  "abs avg ceil count elementid exists floor id isempty isnan length log rand round sign size sqrt sum tofloat tointeger type".split(
    " ",
  ),
);
const LIST_PREDICATES = new Set(["all", "any", "none", "single"]);

/**
 * How large the value of an expression can get and how long it takes, from the text alone: exact for what the text makes
 * (literals, ranges, parameters, texts put together), by custom for what it reads from the graph.
 *
 * @throws AppError RESULT_TOO_LARGE past the limits of bound.ts, QUERY_INVALID for a dangerous regular expression
 */
export const estimate = (pieces: readonly Piece[], scope: Scope): Bound => {
  const bounds: Bound[] = [];
  for (let index = 0; index < pieces.length;) {
    const { bound, used } = estimateAt(pieces, index, scope);
    const indexed = isIndex(pieces[index], pieces[index - 1]) ? bounds.pop() : undefined;
    bounds.push(indexed === undefined ? bound : partOf(indexed, pieces[index], bound));
    index += used;
  }
  const [only] = bounds;
  const sum = bounds.length === 1 && only !== undefined ? only : compared(bounds);
  return refuseUnbounded(sum, pieces[0]?.at ?? 0);
};

/** What stands between operators, which read and copy what the text made: to its end, element by element. */
const compared = (bounds: readonly Bound[]): Bound => {
  const sum = sumOf(bounds);
  const steps = bounds.reduce((total, bound) => total + stepsToRead(bound), sum.steps);
  return { ...sum, steps };
};

/** Of lists that are gathered from the graph nothing is known: the engine's time-out answers for them. */
const stepsToRead = ({ count, usual, size, each }: Bound): number => {
  if (usual !== undefined) return 0;
  return (each === undefined ? 0 : count) + size / COPIED_PER_STEP;
};

const isIndex = (piece: Piece | undefined, before: Piece | undefined): boolean =>
  isGroup(piece, "[") && isOperand(before);

/** `list[3]`, `list[0..10]` or `list[a..b]` */
const partOf = (list: Bound, index: Piece | undefined, { steps }: Bound): Bound => {
  const pieces = isGroup(index) ? index.pieces : [];
  const dots = pieces.findIndex((piece) => isSign(piece, ".."));
  if (dots < 0) return { ...eachOf(list), steps: list.steps + steps };
  const end = pieces[dots + 1];
  const isCut = end?.kind === "number" && pieces.length === dots + 2 && Number(end.value) < list.count;
  const share = isCut ? Number(end.value) / list.count : 1;
  return { ...list, count: list.count * share, size: list.size * share, steps: list.steps + steps };
};

interface Estimate {
  readonly bound: Bound;
  /** Pieces that it took. */
  readonly used: number;
}

const estimateAt = (pieces: readonly Piece[], index: number, scope: Scope): Estimate => {
  const [before, piece, next] = [pieces[index - 1], pieces[index], pieces[index + 1]];
  if (piece === undefined) return { bound: NOTHING, used: 1 };
  if (piece.kind === "group") return { bound: estimateGroup(piece, before, scope), used: 1 };
  if (isWord(piece, "case")) return estimateCase(pieces, index, scope);
  if (isSign(piece, "=~")) {
    refusePattern(pieces, index, scope.parameters);
    return { bound: ONE, used: 2 };
  }
  if (piece.kind === "text") return { bound: { ...ONE, size: piece.value.length + ONE.size }, used: 1 };
  if (piece.kind === "parameter") return { bound: boundOf(scope.parameters[piece.value]), used: 1 };
  if (piece.kind === "number") return { bound: ONE, used: 1 };
  if (piece.kind === "sign" || isReserved(piece)) return { bound: NOTHING, used: 1 };
  if (isGroup(next, "(")) return { bound: estimateCall(piece.value.toLowerCase(), next, scope), used: 2 };
  if (isGroup(next, "{") && /^(?:exists|count|collect)$/i.test(piece.value))
    return { bound: estimateSubquery(piece.value, next, scope), used: 2 };
  return estimateVariable(pieces, index, scope);
};

/** A variable, with the property that is read of it. What follows a dot or a colon is a property or label. */
const estimateVariable = (pieces: readonly Piece[], index: number, { variables }: Scope): Estimate => {
  const [before, piece, next] = [pieces[index - 1], pieces[index], pieces[index + 1]];
  if (isSign(before, ".") || isSign(before, ":") || piece === undefined || piece.kind === "group")
    return { bound: NOTHING, used: 1 };
  const known = variables.get(piece.value);
  if (known !== undefined) return { bound: known, used: 1 };
  return { bound: isSign(next, ".") ? PROPERTY : DATA, used: 1 };
};

const estimateGroup = (group: Group, before: Piece | undefined, scope: Scope): Bound => {
  const { open, pieces } = group;
  if (open === "(") return estimate(pieces, scope);
  if (isIndex(group, before)) return { ...NOTHING, steps: estimate(pieces, scope).steps };
  if (open === "[" && isWord(pieces[1], "in")) return estimateComprehension(group, scope);
  const bar = pieces.findIndex((piece) => isSign(piece, "|"));
  if (open === "[" && bar > 0 && pieces.some((piece) => isGroup(piece, "(")))
    return gathered(sumOf([estimate(pieces.slice(0, bar), scope), estimate(pieces.slice(bar + 1), scope)]));
  const parts = splitAtCommas(pieces).map((part) => estimate(open === "{" ? withoutKey(part) : part, scope));
  const all = sumOf(parts);
  // A map lends its longest list to whoever reads it of the map.
  const count = open === "{" ? Math.max(1, ...parts.map((part) => part.count)) : parts.length;
  const each = parts.reduce(largerOf, NOTHING);
  return { count, size: all.size + 1, steps: all.steps, ...(open === "[" ? { each: settled(each) } : {}) };
};

const isOperand = (piece: Piece | undefined): boolean =>
  piece !== undefined && piece.kind !== "sign" && piece.kind !== "number" && !isReserved(piece);

const withoutKey = (part: readonly Piece[]): readonly Piece[] =>
  isSign(part[1], ":") ? part.slice(2) : part;

const estimateComprehension = ({ pieces, at }: Group, scope: Scope): Bound => {
  refuseReserved(pieces[0]);
  const { variable, list, condition, value } = splitIteration(pieces);
  const over = estimate(list, scope);
  const inner = withVariable(scope, variable, settled(eachOf(over)));
  const test = estimate(condition, inner);
  const made = value === undefined ? eachOf(over) : estimate(value, inner);
  const usual = over.usual ?? over.count;
  const size = value === undefined ? over.size : usual * made.size;
  const steps = over.steps + over.count * (test.steps + made.steps + 1);
  return refuseUnbounded({ count: over.count, usual, size, steps, each: settled(made) }, at);
};

const withVariable = (scope: Scope, name: string, bound: Bound): Scope => ({
  ...scope,
  variables: new Map([...scope.variables, [name, bound]]),
});

const estimateCall = (name: string, { pieces, at }: Group, scope: Scope): Bound => {
  if (name === "reduce") return estimateReduce(pieces, at, scope);
  if (name === "range") return estimateRange(pieces, scope);
  if (LIST_PREDICATES.has(name) && isWord(pieces[1], "in"))
    return { ...ONE, steps: estimateComprehension({ kind: "group", open: "[", pieces, at }, scope).steps };
  const parts = splitAtCommas(pieces).map((part) => estimate(part, scope));
  const sum = sumOf(parts);
  const all = { ...sum, steps: sum.steps + sum.size / COPIED_PER_STEP };
  const [first = NOTHING, , third = NOTHING] = parts;
  if (NUMBERS.has(name)) return { ...ONE, steps: all.steps };
  if (name === "collect") return gathered(all);
  if (name === "split")
    return { count: first.size, size: first.size * ONE.size, steps: all.steps, each: ONE };
  if (name === "lpad" || name === "rpad") return estimatePadding(pieces, scope);
  if (name !== "replace") return all;
  const size = first.size * Math.max(1, third.size);
  return refuseUnbounded({ count: 1, size, steps: all.steps + size / COPIED_PER_STEP }, at);
};

const gathered = (one: Bound): Bound => ({
  count: GATHERED,
  usual: USUALLY_GATHERED,
  size: USUALLY_GATHERED * one.size,
  steps: one.steps,
  each: settled(one),
});

const estimateSubquery = (name: string, { pieces }: Group, scope: Scope): Bound => {
  const made = scope.judge(pieces, scope);
  return name.toLowerCase() === "collect" ? gathered([...made.values()].reduce(largerOf, DATA)) : ONE;
};

/** An accumulator that an element makes so much larger, as a share of itself, grows beyond every limit in a few rounds. */
const PROBE: Bound = { count: 1_000, size: 1_000, steps: 0 };

/** `reduce(total = start, x IN list | value)` */
const estimateReduce = (pieces: readonly Piece[], at: number, scope: Scope): Bound => {
  const comma = pieces.findIndex((piece) => isSign(piece, ","));
  const { variable, list, value = [] } = splitIteration(pieces.slice(comma + 1));
  const [name] = pieces;
  refuseReserved(name);
  refuseReserved(pieces[comma + 1]);
  const accumulator = name === undefined || name.kind === "group" ? "" : name.value;
  const start = estimate(pieces.slice(2, comma), scope);
  const over = estimate(list, scope);
  const valueWith = (bound: Bound): Bound =>
    estimate(value, withVariable(withVariable(scope, variable, settled(eachOf(over))), accumulator, bound));
  const added = valueWith(NOTHING).size;
  if (valueWith(PROBE).size - added > PROBE.size)
    throw tooMuch(
      "reduce() would multiply its own value in every round; let it appear once in what it becomes",
      at,
    );
  const size = start.size + over.count * added;
  const total = refuseUnbounded({ count: start.count + over.count * added, size, steps: 0 }, at);
  const isNumber = isCounting(pieces.slice(2, comma), value);
  const copied = isNumber ? 0 : size / COPIED_PER_STEP;
  const round = valueWith(isNumber ? ONE : total).steps + copied + 1;
  const steps = start.steps + over.steps + over.count * round;
  return refuseUnbounded({ ...total, steps }, at);
};

/** Whether a reduce adds numbers up, which get no longer. */
const isCounting = (start: readonly Piece[], value: readonly Piece[]): boolean =>
  start[0]?.kind === "number" && !value.some((piece) => piece.kind === "text" || piece.kind === "group");

const estimateRange = (pieces: readonly Piece[], scope: Scope): Bound => {
  const parts = splitAtCommas(pieces);
  const [from, to] = parts.map((part) => extentOf(part, scope));
  const step = parts[2] === undefined ? ONCE : extentOf(parts[2], scope);
  const isKnown = from !== undefined && to !== undefined && step?.low === step?.high;
  const by = Math.abs(step?.low ?? 0);
  const most = isKnown ? Math.max(Math.abs(to.high - from.low), Math.abs(to.low - from.high)) : UNKNOWN_RANGE;
  const count = by > 0 && Number.isFinite(by) ? Math.floor(most / by) + 1 : UNKNOWN_RANGE;
  const usual = to?.usual ?? from?.usual;
  const sized = { count, size: (usual ?? count) * ONE.size, steps: 0, each: ONE };
  return usual === undefined ? sized : { ...sized, usual };
};

/** `lpad(text, length, with)` */
const estimatePadding = (pieces: readonly Piece[], scope: Scope): Bound => {
  const length = extentOf(splitAtCommas(pieces)[1] ?? [], scope)?.high ?? UNKNOWN_RANGE;
  return { count: 1, size: DATA.size + length, steps: length / COPIED_PER_STEP };
};

/** Between what a number lies. */
interface Extent {
  readonly low: number;
  readonly high: number;
  /** By which sizes are reckoned, where that is fewer. */
  readonly usual?: number | undefined;
}

const ONCE: Extent = { low: 1, high: 1 };
const only = (value: number): Extent => ({ low: value, high: value });

/** The number that a bound of a range is: written, a parameter, or the length of something. */
const extentOf = (part: readonly Piece[], scope: Scope): Extent | undefined => {
  const [first, second] = part;
  if (first === undefined) return undefined;
  if (isSign(first, "-") && second?.kind === "number" && part.length === 2)
    return only(-toNumber(second.value));
  if (first.kind === "number" && part.length === 1) return only(toNumber(first.value));
  if (first.kind === "parameter" && part.length === 1)
    return only(toNumber(String(scope.parameters[first.value])));
  if (!(isWord(first, "size") || isWord(first, "length")) || !isGroup(second, "(")) return undefined;
  const [minus, less, more] = part.slice(2);
  const { count, usual, size, each } = estimate(second.pieces, scope);
  // Elements of a list, or characters of a text.
  const high = Math.max(DATA.size, each === undefined ? size : count);
  if (minus === undefined) return { low: 0, high, usual };
  const isPlain = isSign(minus, "-") && less?.kind === "number" && more === undefined;
  return isPlain ? { low: -toNumber(less.value), high, usual } : undefined;
};

/** Infinite where it is none, so that it is past every limit. */
const toNumber = (written: string): number => {
  const value = Number(written.replaceAll("_", ""));
  return Number.isFinite(value) ? value : Infinity;
};

/** CASE … END: the conditions are computed, one of the values is taken. */
const estimateCase = (pieces: readonly Piece[], index: number, scope: Scope): Estimate => {
  const { parts, used } = splitCase(pieces, index);
  const bounds = parts.map((part) => ({ word: part.word, bound: estimate(part.pieces, scope) }));
  const taken = bounds.filter(({ word }) => word === "then" || word === "else");
  const value = taken.map(({ bound }) => bound).reduce(largerOf, NOTHING);
  const steps = bounds.reduce((sum, { bound }) => sum + bound.steps, 0);
  return { bound: { ...value, steps }, used };
};

const boundOf = (value: unknown): Bound => {
  const size = JSON.stringify(value)?.length ?? 1;
  if (!Array.isArray(value)) return { count: 1, size, steps: 0 };
  const list = { count: value.length, size, steps: 0 };
  return { ...list, each: eachOf(list) };
};
