import { fromDayNumber, toDayNumber } from "./lineage-columns.ts";

/** Where the bars of a histogram begin, in order, and where the last one ends. */
export type BinEdges = readonly number[];

const CONFIDENCE_BINS = 20;
/** 0 to 1, in steps of 0.05. */
export const CONFIDENCE_EDGES: BinEdges = Array.from(
  { length: CONFIDENCE_BINS + 1 },
  (_, index) => index / CONFIDENCE_BINS,
);

/** 0, 1, 2 to 3, 4 to 7 and so on: uses are spread over powers of two. */
export const usesEdges = (most: number): BinEdges => {
  const edges = [0, 1];
  while ((edges.at(-1) ?? 1) <= most) edges.push((edges.at(-1) ?? 1) * 2);
  return edges;
};

const MONTHS_PER_BIN = [1, 3, 12] as const;
const MOST_BINS = 40;

/** Days on which the months begin that hold the given days, or the quarters or years when there would be too many bars. */
export const dayEdges = (first: number, last: number): BinEdges => {
  const start = monthOf(first);
  const end = monthOf(last);
  const step = MONTHS_PER_BIN.find((months) => (end - start) / months < MOST_BINS) ?? MONTHS_PER_BIN[2];
  const edges: number[] = [];
  for (let month = start - (start % step); month <= end; month += step) edges.push(dayOfMonth(month));
  const lastMonth = start - (start % step) + edges.length * step;
  return [...edges, dayOfMonth(lastMonth)];
};

/** The bar that a value falls into; values beyond the ends fall into the first and the last one. */
export const binOf = (edges: BinEdges, value: number): number => {
  let low = 0;
  let high = edges.length - 2;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (value >= (edges[middle] ?? 0)) low = middle;
    else high = middle - 1;
  }
  return low;
};

/** Months since the year 0. */
const monthOf = (day: number): number => {
  const [year, month] = fromDayNumber(day).split("-").map(Number);
  return (year ?? 0) * 12 + (month ?? 1) - 1;
};

const dayOfMonth = (month: number): number => {
  const year = String(Math.floor(month / 12)).padStart(4, "0");
  return toDayNumber(`${year}-${String((month % 12) + 1).padStart(2, "0")}-01`);
};
