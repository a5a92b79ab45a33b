import type { Mention } from "./candidates/mention.ts";

/** A candidate after the first look: its best mention and what that scored, in log-odds. */
export interface ScoredCandidate {
  readonly best: Mention;
  readonly score: number;
  /** Score of its next best mention in another place. */
  readonly second: number;
  /** Lists and tables that name it, by their group in the document. */
  readonly lists: readonly number[];
}

/** What the second look reads of a candidate, beside the other candidates of the document; all are numbers. */
export const REFINE_FEATURES = [
  "own score",
  "second place",
  "in a list",
  "best of its list",
  "mean of its list",
  "best of its sentence",
  "best of the others",
  "first of all",
  "among the first three",
  "inside a better name",
  "around a better name",
  "likely ones in the document",
] as const;

/** Scores beyond this tell no more. */
const LIMIT = 4;
/** What stands for "there is none", a rather unlikely score. */
const ABSENT = -2;
const clamp = (value: number): number => Math.max(-LIMIT, Math.min(LIMIT, value));

/** A list counts as one when it names at least this many other candidates. */
const MIN_LIST = 2;

/** One row of numbers for each candidate, in the order of `REFINE_FEATURES`. Linear but for names in one sentence. */
export const refineFeatures = (candidates: readonly ScoredCandidate[]): readonly (readonly number[])[] => {
  const ordered = candidates.map(({ score }) => score).toSorted((left, right) => right - left);
  const likely = ordered.filter((score) => score > 0).length;
  const lists = poolBy(candidates, ({ lists }) => lists);
  const units = poolBy(candidates, ({ best }) => [best.unit.start]);
  return candidates.map((candidate) => {
    const { best, score, second } = candidate;
    const list = beside(lists, candidate, candidate.lists);
    const unit = beside(units, candidate, [best.unit.start]);
    const isListed = list.count >= MIN_LIST;
    const isFirst = score === ordered[0];
    const rank = ordered.indexOf(score);
    const neighbours = units.get(best.unit.start)?.members ?? [];
    const likelyOthers = likely - (score > 0 ? 1 : 0);
    return [
      clamp(score),
      clamp(second),
      Number(isListed),
      isListed ? clamp(list.best) : ABSENT,
      isListed ? clamp(list.sum / list.count) : ABSENT,
      unit.count > 0 ? clamp(unit.best) : ABSENT,
      clamp((isFirst ? ordered[1] : ordered[0]) ?? -LIMIT),
      Number(isFirst),
      Number(rank <= 2),
      Number(neighbours.some((other) => other.score > score && holds(other.best, best))),
      Number(neighbours.some((other) => other.score > score && holds(best, other.best))),
      Math.min(1, likelyOthers / 5),
    ];
  });
};

const holds = (outer: Mention, inner: Mention): boolean =>
  outer !== inner && outer.start <= inner.start && inner.end <= outer.end;

/** The scores of what stands together, enough of them to leave any one out. */
interface Pool {
  count: number;
  sum: number;
  best: number;
  next: number;
  readonly members: ScoredCandidate[];
}

type Pools = ReadonlyMap<number, Pool>;

const poolBy = (
  candidates: readonly ScoredCandidate[],
  keysOf: (candidate: ScoredCandidate) => readonly number[],
): Pools => {
  const pools = new Map<number, Pool>();
  for (const candidate of candidates) {
    for (const key of keysOf(candidate)) {
      const pool = pools.get(key) ?? { count: 0, sum: 0, best: -LIMIT, next: -LIMIT, members: [] };
      pool.count += 1;
      pool.sum += clamp(candidate.score);
      pool.members.push(candidate);
      if (candidate.score >= pool.best) [pool.next, pool.best] = [pool.best, candidate.score];
      else pool.next = Math.max(pool.next, candidate.score);
      pools.set(key, pool);
    }
  }
  return pools;
};

const beside = (pools: Pools, candidate: ScoredCandidate, keys: readonly number[]) => {
  const others = { count: 0, sum: 0, best: -LIMIT };
  for (const key of keys) {
    const pool = pools.get(key);
    if (pool === undefined) continue;
    others.count += pool.count - 1;
    others.sum += pool.sum - clamp(candidate.score);
    others.best = Math.max(others.best, candidate.score === pool.best ? pool.next : pool.best);
  }
  return others;
};
