import type { Span } from "../../../../schema/claim.ts";

export type PassageMove = "start-earlier" | "start-later" | "end-earlier" | "end-later";

const WORD = /[\p{L}\p{M}\p{N}]+/gu;

/** Moves one border of a passage by a word; it never becomes empty, nor leaves the text. */
export const movePassage = (text: string, { start, end }: Span, move: PassageMove): Span => {
  switch (move) {
    case "start-earlier":
      return { start: wordStartBefore(text, start), end };
    case "start-later":
      return { start: keepBelow(wordStartAfter(text, start), end, start), end };
    case "end-earlier":
      return { start, end: keepAbove(wordEndBefore(text, end), start, end) };
    case "end-later":
      return { start, end: wordEndAfter(text, end) };
    default:
      return move satisfies never;
  }
};

const keepBelow = (next: number, end: number, former: number): number => (next < end ? next : former);
const keepAbove = (next: number, start: number, former: number): number => (next > start ? next : former);

/** Far enough for any word that is one. */
const REACH = 2_000;

const words = (text: string, from: number, to: number): readonly Span[] =>
  [...text.slice(Math.max(0, from), to).matchAll(WORD)].map((match) => {
    const start = Math.max(0, from) + match.index;
    return { start, end: start + match[0].length };
  });

const wordStartBefore = (text: string, at: number): number =>
  words(text, at - REACH, at).findLast(({ start }) => start < at)?.start ?? Math.max(0, at - 1);

const wordStartAfter = (text: string, at: number): number =>
  words(text, at, at + REACH).find(({ start }) => start > at)?.start ?? at;

const wordEndBefore = (text: string, at: number): number =>
  words(text, at - REACH, at).findLast(({ end }) => end < at)?.end ?? at;

const wordEndAfter = (text: string, at: number): number =>
  words(text, at, at + REACH).find(({ end }) => end > at)?.end ?? Math.min(text.length, at + 1);
