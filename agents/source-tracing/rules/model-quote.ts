import type { TextSpan } from "../../document/document-structure.ts";

/** Longest quote, in UTF-16 code units: long table rows and sentences without full stops are cut around the name. */
const MAX_QUOTE = 700;
const SIDE = 320;

/** The part of a unit that is quoted for a name in it: the whole unit, or its words around the name when it is long. */
export const quoteAround = (text: string, unit: TextSpan, name: TextSpan): TextSpan => {
  if (unit.end - unit.start <= MAX_QUOTE) return { start: unit.start, end: unit.end };
  const from = Math.max(unit.start, name.start - SIDE);
  const to = Math.min(unit.end, name.end + SIDE);
  const blankBefore = text.slice(from, name.start).search(/\s/);
  const blankAfter = text.slice(name.end, to).search(/\s\S*$/);
  return {
    start: from === unit.start || blankBefore < 0 ? from : from + blankBefore + 1,
    end: to === unit.end || blankAfter < 0 ? to : name.end + blankAfter,
  };
};
