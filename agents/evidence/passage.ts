import type { Span } from "../../schema/claim.ts";

/** Longest part of a paragraph that is looked at on either side of a quote, in UTF-16 code units. */
const MAX_SIDE = 600;
/** How far up the heading above a quote is looked for. */
const MAX_HEADING_DISTANCE = 4000;

export interface Passages {
  /** The paragraph that holds the span: up to the blank lines around it, and at most `side` from it. */
  paragraph(span: Span, side?: number): string;
  /**
   * The paragraph with what leads up to it: the paragraph above when that ends in a colon, and the nearest heading. An
   * order may be given in one place and its objects listed in the next.
   */
  context(span: Span): string;
  /** Whether the span lies in an HTML comment, which no reader of the page sees. */
  isInComment(span: Span): boolean;
}

/** The passages of one text. Its blank lines, headings and comments are looked for once. */
export const createPassages = (text: string): Passages => {
  const breaks = spansOf(text, /\n[^\S\n]*\n/g);
  const headings = spansOf(text, /^#{1,6}\s.*$/gm);
  const comments = commentsOf(text);
  const paragraph = (span: Span, side = MAX_SIDE): string => {
    const above = breaks[lastBefore(breaks, span.start)];
    const below = breaks[lastBefore(breaks, span.end) + 1];
    const start = Math.max(0, span.start - side, above?.end ?? 0);
    return text.slice(start, Math.min(span.end + side, below?.start ?? text.length));
  };
  const lead = (span: Span): string => {
    const index = lastBefore(breaks, span.start);
    const end = breaks[index]?.start ?? 0;
    const above = text.slice(Math.max(breaks[index - 1]?.end ?? 0, end - MAX_SIDE), end).trim();
    return /[:：]$/.test(above) ? above : "";
  };
  const heading = (span: Span): string => {
    const found = headings[lastBefore(headings, span.start)];
    const isNear = found !== undefined && span.start - found.end <= MAX_HEADING_DISTANCE;
    return isNear ? text.slice(found.start, found.end) : "";
  };
  return {
    paragraph,
    context: (span) => [heading(span), lead(span), paragraph(span)].filter((part) => part !== "").join("\n"),
    isInComment: (span) => {
      const comment = comments[lastBefore(comments, span.start + 1, "start")];
      return comment !== undefined && span.start >= comment.start && span.start < comment.end;
    },
  };
};

/** Comments that are closed; one that never is hides nothing. Linear, where a lazy pattern would not be. */
const commentsOf = (text: string): readonly Span[] => {
  const spans: Span[] = [];
  for (let start = text.indexOf("<!--"); start !== -1; start = text.indexOf("<!--", spans.at(-1)?.end)) {
    const end = text.indexOf("-->", start);
    if (end === -1) break;
    spans.push({ start, end: end + 3 });
  }
  return spans;
};

const spansOf = (text: string, pattern: RegExp): readonly Span[] =>
  [...text.matchAll(pattern)].map(({ 0: found, index }) => ({ start: index, end: index + found.length }));

/** Index of the last span whose `edge` is not behind the offset; -1 when all are. */
const lastBefore = (spans: readonly Span[], offset: number, edge: keyof Span = "end"): number => {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((spans[middle]?.[edge] ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
};
