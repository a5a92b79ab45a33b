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

/** Counts positions by value: once in the whole lineage, and once among those that the other filters leave. */
export const countValues = (
  values: { readonly size: number; readonly of: (index: number) => number },
  total: number,
  isShown: (index: number) => boolean,
): readonly ValueCount[] => {
  if (values.size <= 0) return [];
  const shown = new Uint32Array(values.size);
  const all = new Uint32Array(values.size);
  for (let index = 0; index < total; index += 1) {
    const value = values.of(index);
    if (value < 0 || value >= values.size) continue;
    all[value] = (all[value] ?? 0) + 1;
    if (isShown(index)) shown[value] = (shown[value] ?? 0) + 1;
  }
  return Array.from(all, (count, value) => ({ shown: shown[value] ?? 0, all: count }));
};
