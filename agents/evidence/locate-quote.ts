import type { Span } from "../../schema/claim.ts";

export interface QuoteLocator {
  /** The span of the text that the quote stands for: exactly, else when runs of white space count as one blank. */
  locate(quote: string, near: number): Span | undefined;
}

/** Text with each run of white space as one blank, and for each of its characters the offset in the original. */
interface Collapsed {
  readonly text: string;
  readonly offsets: Uint32Array;
}

/** Finds quotes in one document; the collapsed form is made once, when it is first needed. */
export const createQuoteLocator = (text: string): QuoteLocator => {
  let collapsed: Collapsed | undefined;
  return {
    locate: (quote, near) => {
      if (quote.trim() === "") return undefined;
      const exact = nearestIndex(text, quote, near);
      if (exact !== -1) return { start: exact, end: exact + quote.length };
      collapsed ??= collapse(text);
      return locateCollapsed(collapsed, quote, near);
    },
  };
};

const locateCollapsed = (collapsed: Collapsed, quote: string, near: number): Span | undefined => {
  const wanted = quote.replace(/\s+/gu, " ").trim();
  const from = lowerBound(collapsed.offsets, near);
  const index = nearestIndex(collapsed.text, wanted, from);
  const start = collapsed.offsets[index];
  const last = collapsed.offsets[index + wanted.length - 1];
  if (index === -1 || start === undefined || last === undefined) return undefined;
  return { start, end: last + 1 };
};

/** The occurrence that starts closest to `near`; the earlier one of two that are equally close. */
const nearestIndex = (text: string, wanted: string, near: number): number => {
  const before = text.lastIndexOf(wanted, near);
  const after = text.indexOf(wanted, Math.max(0, near));
  if (before === -1 || after === -1) return Math.max(before, after);
  return near - before <= after - near ? before : after;
};

const collapse = (text: string): Collapsed => {
  const offsets = new Uint32Array(text.length);
  const kept: string[] = [];
  let inBlank = false;
  for (let offset = 0; offset < text.length; offset += 1) {
    const character = text.charAt(offset);
    const isBlank = /\s/u.test(character);
    if (!isBlank || !inBlank) {
      offsets[kept.length] = offset;
      kept.push(isBlank ? " " : character);
    }
    inBlank = isBlank;
  }
  return { text: kept.join(""), offsets: offsets.subarray(0, kept.length) };
};

/** Index of the first offset that is not below `wanted`. */
const lowerBound = (offsets: Uint32Array, wanted: number): number => {
  let low = 0;
  let high = offsets.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((offsets[middle] ?? 0) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
};
