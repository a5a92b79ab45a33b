import type { Span } from "../../schema/claim.ts";

/** The text with ranges replaced by as many blanks, so that every offset stays; line breaks stay too. */
export const maskRanges = (text: string, ranges: readonly Span[]): string => {
  const parts: string[] = [];
  let at = 0;
  for (const { start, end } of [...ranges].sort((one, other) => one.start - other.start)) {
    if (end <= at) continue;
    const from = Math.max(at, start);
    parts.push(text.slice(at, from), text.slice(from, end).replace(/[^\n]/g, " "));
    at = end;
  }
  parts.push(text.slice(at));
  return parts.join("");
};
