import type { Span } from "../../../schema/claim.ts";

/** Longest text of one question, in UTF-16 code units: about 3,000 tokens, which small local models still take. */
export const MAX_EXCERPT = 12_000;
/** Text that is shown on either side of a candidate's place in a long document. */
const SIDE = 500;
const GAP = "\n[...]\n";

/**
 * The part of a document that one question shows: all of a short one; of a long one its beginning and the surroundings
 * of the candidates, whole lines in order, as far as there is room.
 */
export const cutExcerpt = (text: string, places: readonly Span[]): string => {
  if (text.length <= MAX_EXCERPT) return text;
  const wanted = [{ start: 0, end: SIDE * 2 }, ...places].map((place) => wholeLines(text, place));
  const kept: Span[] = [];
  let room = MAX_EXCERPT;
  for (const part of joinOverlapping(wanted)) {
    const cost = part.end - part.start + GAP.length;
    if (cost > room) continue;
    kept.push(part);
    room -= cost;
  }
  return kept.map(({ start, end }) => text.slice(start, end)).join(GAP);
};

const wholeLines = (text: string, { start, end }: Span): Span => {
  const from = text.lastIndexOf("\n", Math.max(0, start - SIDE)) + 1;
  const to = text.indexOf("\n", Math.min(text.length, end + SIDE));
  // A line without end, such as a paper's paragraph, is cut where the room for it ends.
  return {
    start: Math.max(from, start - 2 * SIDE),
    end: Math.min(to === -1 ? text.length : to, end + 2 * SIDE),
  };
};

const joinOverlapping = (spans: readonly Span[]): readonly Span[] => {
  const joined: Span[] = [];
  for (const span of [...spans].sort((one, other) => one.start - other.start)) {
    const last = joined.at(-1);
    if (last !== undefined && span.start <= last.end) {
      joined[joined.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
    } else joined.push(span);
  }
  return joined;
};
