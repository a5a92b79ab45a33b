import type { FacetValues } from "./facet-values.ts";

/** Of one value of a facet: how much the other filters leave of it, and how much there is in the whole lineage. */
export interface ValueCount {
  readonly shown: number;
  readonly all: number;
}

/** A bar of a histogram: values from `from` up to, and for the last bar including, `to`. */
export interface Bin extends ValueCount {
  readonly from: number;
  readonly to: number;
}

/** Counts datasets or edges by value: all, and those for which `isShown` has 1. */
export const countValues = ({ size, of }: FacetValues, isShown: Uint8Array): readonly ValueCount[] => {
  const shown = new Uint32Array(size);
  const all = new Uint32Array(size);
  for (let index = 0; index < of.length; index += 1) {
    const value = of[index] ?? size;
    if (value >= size) continue;
    all[value] = (all[value] ?? 0) + 1;
    shown[value] = (shown[value] ?? 0) + (isShown[index] ?? 0);
  }
  return Array.from(all, (count, value) => ({ shown: shown[value] ?? 0, all: count }));
};

/** The same of values that are bits: what has two counts for both. */
export const countBits = ({ size, of }: FacetValues, isShown: Uint8Array): readonly ValueCount[] =>
  Array.from({ length: size }, (_, bit) => {
    let shown = 0;
    let all = 0;
    for (let index = 0; index < of.length; index += 1) {
      const has = ((of[index] ?? 0) >> bit) & 1;
      all += has;
      shown += has & (isShown[index] ?? 0);
    }
    return { shown, all };
  });
