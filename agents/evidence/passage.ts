import type { Span } from "../../schema/claim.ts";

/** Longest part of a paragraph that is looked at on either side of a quote, in UTF-16 code units. */
const MAX_SIDE = 1500;
/** How far up the heading above a quote is looked for. */
const MAX_HEADING_DISTANCE = 4000;

/** The paragraph that holds the span: up to the blank lines around it, and at most `side` from it. */
export const paragraphAround = (text: string, span: Span, side = MAX_SIDE): string => {
  const before = text.slice(Math.max(0, span.start - side), span.start);
  const after = text.slice(span.end, span.end + side);
  const from = [...before.matchAll(/\n[^\S\n]*\n/g)].at(-1);
  const to = /\n[^\S\n]*\n/.exec(after);
  return (
    before.slice(from === undefined ? 0 : from.index + from[0].length) +
    text.slice(span.start, span.end) +
    after.slice(0, to?.index)
  );
};

/**
 * The paragraph with what leads up to it: the paragraph above when that ends in a colon, and the nearest heading. An
 * order may be given in one place and its objects listed in the next.
 */
export const passageAround = (text: string, span: Span): string => {
  const paragraph = paragraphAround(text, span);
  const above = text.slice(Math.max(0, span.start - MAX_HEADING_DISTANCE), span.start);
  const heading = [...above.matchAll(/^#{1,6}\s.*$/gm)].at(-1)?.[0] ?? "";
  const paragraphs = above.split(/\n[^\S\n]*\n/);
  const lead = paragraphs.at(-2)?.trim() ?? "";
  return [heading, /[:：]$/.test(lead) ? lead : "", paragraph].filter((part) => part !== "").join("\n");
};

/** Whether the span lies in an HTML comment, which no reader of the page sees. */
export const isInComment = (text: string, { start }: Span): boolean => {
  const open = text.lastIndexOf("<!--", start);
  return open !== -1 && text.indexOf("-->", open) >= start;
};
