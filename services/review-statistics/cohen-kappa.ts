import { type Coefficient, inRange, NORMAL_95 } from "./coefficient.ts";

/** What two people said of one edge, always the same person first. */
export type RatedPair = readonly [one: string, other: string];

/**
 * Cohen's kappa of two raters on a nominal scale, -1 to 1: how far their agreement goes beyond what their own habits give by chance.
 * Undefined without items ("nothing"), and when both used one and the same category only ("one-category"): chance then explains all
 * agreement there can be, 0 / 0.
 *
 * Source: J. Cohen, A coefficient of agreement for nominal scales, Educational and Psychological Measurement 20 (1960) 37-46. The 95 %
 * interval is asymptotic, with the standard error of J. L. Fleiss, J. Cohen and B. S. Everitt, Large sample standard errors of kappa
 * and weighted kappa, Psychological Bulletin 72 (1969) 323-327, cut at -1 and 1. It takes items as independent of each other.
 */
export const cohenKappa = (pairs: readonly RatedPair[]): Coefficient => {
  if (pairs.length === 0) return { kind: "undefined", reason: "nothing" };
  const table = tabulate(pairs);
  const observed = sum(table.categories, (category) => table.share(category, category));
  const expected = sum(table.categories, (category) => table.first(category) * table.second(category));
  // Shares of one category only are exactly 1; anything else leaves room of at least 1 / n^2.
  if (table.categories.length === 1) return { kind: "undefined", reason: "one-category" };
  const value = (observed - expected) / (1 - expected);
  const error = Math.sqrt(variance(table, { kappa: value, expected }) / pairs.length);
  return {
    kind: "value",
    value,
    low: inRange(value - NORMAL_95 * error),
    high: inRange(value + NORMAL_95 * error),
  };
};

interface Table {
  readonly categories: readonly string[];
  /** Share of the items that the first rater put into one category and the second into the other. */
  share(one: string, other: string): number;
  first(category: string): number;
  second(category: string): number;
}

const tabulate = (pairs: readonly RatedPair[]): Table => {
  const cells = new Map<string, Map<string, number>>();
  const firsts = new Map<string, number>();
  const seconds = new Map<string, number>();
  const weight = 1 / pairs.length;
  for (const [one, other] of pairs) {
    const row = cells.get(one) ?? new Map<string, number>();
    row.set(other, (row.get(other) ?? 0) + weight);
    cells.set(one, row);
    firsts.set(one, (firsts.get(one) ?? 0) + weight);
    seconds.set(other, (seconds.get(other) ?? 0) + weight);
  }
  return {
    categories: [...new Set(pairs.flat())].sort(),
    share: (one, other) => cells.get(one)?.get(other) ?? 0,
    first: (category) => firsts.get(category) ?? 0,
    second: (category) => seconds.get(category) ?? 0,
  };
};

/** Equation 13 of Fleiss, Cohen and Everitt, times the number of items. */
const variance = (
  { categories, share, first, second }: Table,
  { kappa, expected }: { readonly kappa: number; readonly expected: number },
): number => {
  const agreeing = sum(
    categories,
    (category) => share(category, category) * (1 - (first(category) + second(category)) * (1 - kappa)) ** 2,
  );
  const differing = sum(categories, (one) =>
    sum(categories, (other) =>
      one === other ? 0 : share(one, other) * (second(one) + first(other)) ** 2 * (1 - kappa) ** 2,
    ),
  );
  const chance = (kappa - expected * (1 - kappa)) ** 2;
  return Math.max(0, (agreeing + differing - chance) / (1 - expected) ** 2);
};

const sum = (categories: readonly string[], of: (category: string) => number): number =>
  categories.reduce((total, category) => total + of(category), 0);
