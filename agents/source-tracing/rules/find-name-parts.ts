import type { Mention } from "./candidates/mention.ts";

export interface JudgedName {
  readonly best: Mention;
  /** Calibrated probability, 0 to 1. */
  readonly probability: number;
}

/** By how much, in log-odds, a longer name may be less likely than its part and still stand for both. */
const MARGIN = 0.5;
const CERTAIN = 1e-6;

/**
 * Indices of names that are only a part of a longer listed name at the same place: of "Quill Shared Task" and "Quill"
 * the first is the source. Looks only within the same unit.
 */
export const findNameParts = (judged: readonly JudgedName[], listed: number): ReadonlySet<number> => {
  const byUnit = new Map<number, number[]>();
  judged.forEach(({ best, probability }, index) => {
    if (probability < listed) return;
    const unit = byUnit.get(best.unit.start);
    if (unit === undefined) byUnit.set(best.unit.start, [index]);
    else unit.push(index);
  });
  const parts = new Set<number>();
  for (const unit of byUnit.values()) {
    for (const index of unit)
      if (unit.some((other) => standsFor(judged[other], judged[index]))) parts.add(index);
  }
  return parts;
};

const standsFor = (whole: JudgedName | undefined, part: JudgedName | undefined): boolean => {
  if (whole === undefined || part === undefined) return false;
  const isLonger = whole.best.end - whole.best.start > part.best.end - part.best.start;
  const holds = whole.best.start <= part.best.start && part.best.end <= whole.best.end;
  return isLonger && holds && logOdds(whole.probability) >= logOdds(part.probability) - MARGIN;
};

const logOdds = (probability: number): number => {
  const bounded = Math.min(1 - CERTAIN, Math.max(CERTAIN, probability));
  return Math.log(bounded / (1 - bounded));
};
