import { countHidden } from "../hidden-characters.ts";
import { findMixedWords, type MixedWord } from "../look-alikes.ts";

/** Where something stands that reads otherwise than it is. */
export type MisleadingPlace = "names" | "quote" | "around";

export interface Misleading {
  readonly place: MisleadingPlace;
  /** Characters that nobody sees, or that turn the direction of others. */
  readonly hidden: number;
  /** Words that mix alphabets which look alike. */
  readonly mixed: readonly MixedWord[];
}

export interface ReadTexts {
  readonly names: readonly string[];
  readonly quotes: readonly string[];
  readonly around: readonly string[];
}

/** What a reviewer could be misled by in what they decide on: the names, the quotes, and the text just around those. */
export const findMisleading = ({ names, quotes, around }: ReadTexts): readonly Misleading[] =>
  [look("names", names), look("quote", quotes), look("around", around)].filter(
    ({ hidden, mixed }) => hidden > 0 || mixed.length > 0,
  );

const look = (place: MisleadingPlace, texts: readonly string[]): Misleading => ({
  place,
  hidden: texts.reduce((sum, text) => sum + countHidden(text), 0),
  mixed: texts.flatMap(findMixedWords),
});

/** Characters before and after a quote that count as around it: some five lines each. */
const AROUND = 400;

/** The text before and behind a quote. */
export const textAround = (
  text: string,
  span: { readonly start: number; readonly end: number },
): readonly string[] => [
  text.slice(Math.max(0, span.start - AROUND), span.start),
  text.slice(span.end, span.end + AROUND),
];
