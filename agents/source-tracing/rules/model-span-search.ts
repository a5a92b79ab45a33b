import type { TextSpan } from "../../document/document-structure.ts";

/** Index of the first span that ends after the offset, by bisection; the number of spans when none does. Spans are in order. */
export const firstSpanAfter = (spans: readonly TextSpan[], offset: number): number => {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.end ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
};
