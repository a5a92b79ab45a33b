import { AppError } from "../../schema/errors.ts";

/** Upper bounds of a value that an expression makes. */
export interface Bound {
  /** Elements of the list that it is; 1 for others. */
  readonly count: number;
  /** Elements by which sizes are reckoned, where that is fewer. */
  readonly usual?: number;
  /** Characters in all, with a fixed number for each element. */
  readonly size: number;
  /** Steps to compute it, some 30 ns each. */
  readonly steps: number;
  /** Of one element; absent: an even share. */
  readonly each?: Bound;
}

/** A server looks at the clock between rows only: an expression of this many steps ends in seconds. */
const MAX_STEPS = 10_000_000;
/** Of one value, in characters; the answer comes whole. */
const MAX_SIZE = 20_000_000;
/** What a number, or an element of a list beside its text, counts as. */
const ELEMENT_SIZE = 8;

export const NOTHING: Bound = { count: 0, size: 0, steps: 0 };
export const ONE: Bound = { count: 1, size: ELEMENT_SIZE, steps: 0 };

export const sumOf = (bounds: readonly Bound[]): Bound =>
  bounds.reduce(
    (sum, one) => ({
      count: sum.count + one.count,
      size: sum.size + one.size,
      steps: sum.steps + one.steps + 1,
      ...(sum.each === undefined && one.each === undefined
        ? {}
        : { each: largerOf(eachOf(sum), eachOf(one)) }),
    }),
    NOTHING,
  );

/** Of values of which one is taken. */
export const largerOf = (one: Bound, other: Bound): Bound => ({
  count: Math.max(one.count, other.count),
  size: Math.max(one.size, other.size),
  steps: one.steps + other.steps,
});

/** One element of a list. */
export const eachOf = ({ count, size, each }: Bound): Bound =>
  each ?? { count: Math.max(1, size / Math.max(1, count)), size: size / Math.max(1, count), steps: 0 };

/** A value once it is computed, as a variable. */
export const settled = (bound: Bound): Bound => ({ ...bound, steps: 0 });

/** @throws AppError RESULT_TOO_LARGE when it can take too many steps or get too large */
export const refuseUnbounded = (bound: Bound, at: number): Bound => {
  // What is not a number is more than any limit.
  if (!(bound.steps <= MAX_STEPS))
    throw tooMuch(
      "one expression would take too many steps, during which it cannot be stopped; UNWIND the lists instead",
      at,
    );
  if (!(bound.size <= MAX_SIZE)) throw tooMuch("one value could get too large; ask for less of it", at);
  return bound;
};

export const tooMuch = (message: string, offset: number): AppError =>
  new AppError(message, { code: "RESULT_TOO_LARGE", context: { offset } });
