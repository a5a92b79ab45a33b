import type { BenchmarkInGraph } from "../contamination/find-states.ts";
import { gradeFamily, gradeSplit } from "../contamination/grade-split.ts";
import type { AcceptedStep, AcceptedSteps } from "./accepted-steps.ts";

/** Bits of benchmarks, in words of 32. */
export type Bits = Uint32Array;

/** Which benchmarks' held-out items come along steps. */
export interface HeldOut {
  /** Words of a set of benchmarks. */
  readonly words: number;
  /** Nodes that flags point to, by bit. */
  readonly nodes: readonly string[];
  /** Benchmarks whose held-out items a step to one of their own nodes takes. */
  entering(step: Pick<AcceptedStep, "to" | "split">): Bits | undefined;
  /** Benchmarks that a dataset is itself: it cannot have seen them. */
  being(place: number): Bits | undefined;
  bitOf(place: number): number | undefined;
}

/** Grades every step into a benchmark as contamination does. */
export const createHeldOut = (
  benchmarks: readonly BenchmarkInGraph[],
  steps: Pick<AcceptedSteps, "placeOf">,
): HeldOut => {
  const words = Math.max(1, Math.ceil(benchmarks.length / 32));
  const carried = new Map<number, number[]>();
  const joined = new Map<number, number[]>();
  const own = new Map<number, Bits>();
  for (const [bit, { carriers, families }] of benchmarks.entries()) {
    for (const carrier of carriers) {
      const place = steps.placeOf(carrier);
      note(carried, place, bit);
      own.set(place, withBit(own.get(place) ?? new Uint32Array(words), bit));
    }
    for (const family of families) note(joined, steps.placeOf(family), bit);
  }
  return {
    words,
    nodes: benchmarks.map(({ node }) => node),
    being: (place) => own.get(place),
    bitOf: (place) => carried.get(place)?.[0],
    entering: ({ to, split }) => {
      const found = [
        ...graded(carried.get(to), (bit) => gradeOf(benchmarks[bit], split, gradeSplit)),
        ...graded(joined.get(to), (bit) => gradeOf(benchmarks[bit], split, gradeFamily)),
      ];
      return found.length === 0 ? undefined : found.reduce(withBit, new Uint32Array(words));
    },
  };
};

const note = (lists: Map<number, number[]>, place: number, bit: number): void => {
  const list = lists.get(place) ?? [];
  lists.set(place, list);
  list.push(bit);
};

const withBit = (bits: Bits, bit: number): Bits => {
  const word = bit >>> 5;
  bits[word] = (bits[word] ?? 0) | (1 << (bit & 31));
  return bits;
};

const graded = (bits: readonly number[] | undefined, counts: (bit: number) => boolean): readonly number[] =>
  bits === undefined ? [] : bits.filter(counts);

const gradeOf = (
  benchmark: BenchmarkInGraph | undefined,
  split: AcceptedStep["split"],
  grade: typeof gradeSplit,
): boolean => benchmark !== undefined && grade(benchmark, split) !== undefined;
