import type { Span } from "../../../../schema/claim.ts";

export interface Hits {
  readonly spans: readonly Span[];
  /** Whether there are more than were counted. */
  readonly hasMore: boolean;
}

const MOST = 5_000;
const NOTHING: Hits = { spans: [], hasMore: false };

/** Where a text holds what is sought, in any case of letters; a run of spaces fits any run of spaces and line ends. */
export const findInText = (text: string, sought: string): Hits => {
  const wanted = sought.trim();
  if (wanted === "") return NOTHING;
  const pattern = wanted.split(/\s+/).map(escape).join("\\s+");
  const spans: Span[] = [];
  for (const match of text.matchAll(new RegExp(pattern, "giu"))) {
    if (spans.length === MOST) return { spans, hasMore: true };
    spans.push({ start: match.index, end: match.index + match[0].length });
  }
  return { spans, hasMore: false };
};

const escape = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
