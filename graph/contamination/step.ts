import type { Ground } from "../../schema/contamination-level.ts";
import type { Split } from "../../schema/vocabulary.ts";

/** A derivation as contamination sees it. */
export interface Step {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  /** -ln(confidence) in whole millionths, so that sums along a way are exact. */
  readonly cost: number;
  readonly split?: Split | undefined;
  /** Whether it waits for a person. */
  readonly waiting: boolean;
}

const MILLIONTHS = 1e6;
/** A confidence of 0 must stay comparable: below one in a million nothing is told apart. */
const LEAST_CONFIDENCE = 1e-6;

export const toCost = (confidence: number): number =>
  Math.round(-Math.log(Math.max(confidence, LEAST_CONFIDENCE)) * MILLIONTHS);

/** Probability that every step of a way is right, to four places. */
export const toConfidence = (cost: number): number => Math.round(Math.exp(-cost / MILLIONTHS) * 1e4) / 1e4;

/** What is remembered of a way when it is continued: a way found before and stored, or one that a step was put in front of. */
export interface Way {
  readonly ground: Ground;
  readonly split?: Split | undefined;
  readonly cost: number;
  readonly length: number;
  /** First step; ties are broken by it. */
  readonly first: string;
  /** Where the first step leads; absent of a stored way. */
  readonly next?: string;
  /** The rest after the first step: another way, or the ids of a stored one. */
  readonly rest: Way | readonly string[];
}

/** Edge ids from the dataset up to the benchmark. */
export const edgesOf = (way: Way): readonly string[] => {
  const ids: string[] = [];
  for (let at: Way | readonly string[] = way; ;) {
    if (!isWay(at)) return [...ids, ...at];
    ids.push(at.first);
    at = at.rest;
  }
};

const isWay = (rest: Way | readonly string[]): rest is Way => !Array.isArray(rest);

/** The last step, into the benchmark. */
export const toEntry = (step: Step, ground: Ground): Way => ({
  ground,
  split: step.split,
  cost: step.cost,
  length: 1,
  first: step.id,
  next: step.to,
  rest: [],
});

export const prepend = (step: Step, way: Way): Way => ({
  ground: way.ground,
  split: way.split,
  cost: step.cost + way.cost,
  length: way.length + 1,
  first: step.id,
  next: step.to,
  rest: way,
});

/** Negative when the first is better. Both orders are strict for ways of one dataset: no two of them start alike. */
export type Order = (one: Way, other: Way) => number;

const sureness = ({ ground }: Way): number => (ground === "declared" ? 0 : 1);

/** Fewest steps, then the surest last step, then by id. */
export const byLength: Order = (one, other) =>
  one.length - other.length || sureness(one) - sureness(other) || byFirst(one, other);

/** The surest last step, then the likeliest chain, then the fewest steps, then by id. */
export const byStrength: Order = (one, other) =>
  sureness(one) - sureness(other) ||
  one.cost - other.cost ||
  one.length - other.length ||
  byFirst(one, other);

const byFirst = (one: Way, other: Way): number =>
  one.first < other.first ? -1 : one.first > other.first ? 1 : 0;
