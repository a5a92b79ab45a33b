import type { Span } from "../../../schema/claim.ts";

/** A part of a document's text; `quotes` are the indexes of the spans that cover it, empty for plain text. */
export interface QuoteSegment {
  readonly text: string;
  readonly start: number;
  readonly quotes: readonly number[];
}

/**
 * Cuts a text at the borders of its quotes, overlapping ones included. Spans outside the text are clipped;
 * joining the segments gives the text back. Costs the borders and what covers them, not their product.
 */
export const toQuoteSegments = (text: string, spans: readonly Span[]): readonly QuoteSegment[] => {
  const clip = (offset: number) => Math.max(0, Math.min(offset, text.length));
  const opening = new Map<number, number[]>();
  const closing = new Map<number, number[]>();
  const borders = new Set([0, text.length]);
  for (const [quote, span] of spans.entries()) {
    const [start, end] = [clip(span.start), clip(span.end)];
    if (start >= end) continue;
    borders.add(start).add(end);
    opening.set(start, [...(opening.get(start) ?? []), quote]);
    closing.set(end, [...(closing.get(end) ?? []), quote]);
  }
  const sorted = [...borders].sort((one, other) => one - other);
  const open = new Set<number>();
  return sorted.slice(0, -1).map((start, index) => {
    for (const quote of closing.get(start) ?? []) open.delete(quote);
    for (const quote of opening.get(start) ?? []) open.add(quote);
    const end = sorted[index + 1] ?? text.length;
    return { text: text.slice(start, end), start, quotes: [...open].sort((one, other) => one - other) };
  });
};
