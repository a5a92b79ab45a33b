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
  if (table.categories.length === 1) return { kind: "undefined", reason: "one-category" };
  const items = pairs.length;
  // In whole numbers as long as can be, so that full agreement is exactly 1.
  const agreed = sum(table.categories, (category) => table.count(category, category));
  const byChance = sum(table.categories, (category) => table.first(category) * table.second(category));
  const value = (items * agreed - byChance) / (items ** 2 - byChance);
  const error = Math.sqrt(variance(table, value) / items);
  return {
    kind: "value",
    value,
    low: inRange(value - NORMAL_95 * error),
    high: inRange(value + NORMAL_95 * error),
  };
};

interface Table {
  readonly items: number;
  readonly categories: readonly string[];
  /** Items that the first rater put into one category and the second into the other. */
  count(one: string, other: string): number;
  first(category: string): number;
  second(category: string): number;
}

const tabulate = (pairs: readonly RatedPair[]): Table => {
  const cells = new Map<string, Map<string, number>>();
  const firsts = new Map<string, number>();
  const seconds = new Map<string, number>();
  for (const [one, other] of pairs) {
    const row = cells.get(one) ?? new Map<string, number>();
    row.set(other, (row.get(other) ?? 0) + 1);
    cells.set(one, row);
    firsts.set(one, (firsts.get(one) ?? 0) + 1);
    seconds.set(other, (seconds.get(other) ?? 0) + 1);
  }
  return {
    items: pairs.length,
    categories: [...new Set(pairs.flat())].sort(),
    count: (one, other) => cells.get(one)?.get(other) ?? 0,
    first: (category) => firsts.get(category) ?? 0,
    second: (category) => seconds.get(category) ?? 0,
  };
};

/** Equation 13 of Fleiss, Cohen and Everitt, times the number of items. */
const variance = ({ items, categories, count, first, second }: Table, kappa: number): number => {
  const expected = sum(categories, (category) => first(category) * second(category)) / items ** 2;
  const agreeing = sum(categories, (category) => {
    const habit = (first(category) + second(category)) / items;
    return (count(category, category) / items) * (1 - habit * (1 - kappa)) ** 2;
  });
  const differing = sum(categories, (one) =>
    sum(categories, (other) => {
      const habit = (second(one) + first(other)) / items;
      return one === other ? 0 : (count(one, other) / items) * (habit * (1 - kappa)) ** 2;
    }),
  );
  const chance = (kappa - expected * (1 - kappa)) ** 2;
  return Math.max(0, (agreeing + differing - chance) / (1 - expected) ** 2);
};

const sum = (categories: readonly string[], of: (category: string) => number): number =>
  categories.reduce((total, category) => total + of(category), 0);
