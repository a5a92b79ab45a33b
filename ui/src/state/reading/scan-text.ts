import { signal, type ReadonlySignal } from "@preact/signals";
import { countHidden } from "../hidden-characters.ts";
import { findMixedWords, type MixedWord } from "../look-alikes.ts";

export interface TextScan {
  readonly hidden: number;
  readonly mixed: readonly MixedWord[];
  readonly isDone: boolean;
}

/** Characters that are looked at in one go: some ten milliseconds on a slow machine. */
const SLICE = 60_000;

/** Looks for what a reader would not see, a slice at a time, so that a long text keeps nobody waiting. */
export const scanText = (
  text: string,
  later: (next: () => void) => () => void,
): { readonly scan: ReadonlySignal<TextScan>; stop(): void } => {
  const scan = signal<TextScan>({ hidden: 0, mixed: [], isDone: text === "" });
  let cancel: (() => void) | undefined;
  const step = (start: number): void => {
    const end = endOfSlice(text, start);
    const part = text.slice(start, end);
    const { hidden, mixed } = scan.peek();
    scan.value = {
      hidden: hidden + countHidden(part),
      mixed: withoutRepeats([...mixed, ...findMixedWords(part)]),
      isDone: end >= text.length,
    };
    if (end < text.length) cancel = later(() => step(end));
  };
  if (text !== "") step(0);
  return { scan, stop: () => cancel?.() };
};

/** At a space: no word and no emoji is cut. */
const endOfSlice = (text: string, start: number): number => {
  if (start + SLICE >= text.length) return text.length;
  const space = text.slice(start + SLICE, start + 2 * SLICE).search(/\s/);
  return space === -1 ? Math.min(start + 2 * SLICE, text.length) : start + SLICE + space;
};

const withoutRepeats = (words: readonly MixedWord[]): readonly MixedWord[] => [
  ...new Map(words.map((one) => [one.word, one])).values(),
];
