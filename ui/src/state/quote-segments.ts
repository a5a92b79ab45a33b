import type { Span } from "../../../schema/claim.ts";

/** A part of a document's text; `quotes` are the indexes of the spans that cover it, empty for plain text. */
export interface QuoteSegment {
  readonly text: string;
  readonly start: number;
  readonly quotes: readonly number[];
}

/**
 * Cuts a text at the borders of its quotes, overlapping ones included. Spans outside the text are clipped;
 * joining the segments gives the text back.
 */
export const toQuoteSegments = (text: string, spans: readonly Span[]): readonly QuoteSegment[] => {
  const clip = (offset: number) => Math.max(0, Math.min(offset, text.length));
  const borders = new Set([0, text.length]);
  for (const span of spans) {
    borders.add(clip(span.start));
    borders.add(clip(span.end));
  }
  const sorted = [...borders].sort((one, other) => one - other);
  return sorted.slice(0, -1).map((start, index) => {
    const end = sorted[index + 1] ?? text.length;
    const quotes = spans.flatMap((span, quote) => (span.start <= start && end <= span.end ? [quote] : []));
    return { text: text.slice(start, end), start, quotes };
  });
};
