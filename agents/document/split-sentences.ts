import type { TextSpan } from "./document-structure.ts";
import { trimSpan } from "./scan-lines.ts";

/** Words before a full stop that do not end a sentence. */
const ABBREVIATIONS = new Set(
  "e.g i.e al etc vs cf fig figs eq sec no nos dr mr mrs ms prof approx resp ca st vol pp ed eds inc ltd jr dept est incl".split(
    " ",
  ),
);
const FULL_WIDTH_ENDS = new Set(["。", "！", "？", "；"]);
const CLOSERS = new Set(['"', "'", ")", "]", "”", "’", "*", "_", "`", "）", "」", "』"]);
/** A sentence longer than this is cut at the next line break: a quote has to stay readable. */
const LONG_SENTENCE = 600;

/**
 * Cuts a range of prose into sentences, English and Chinese. Line breaks do not end a sentence, but a line that ends
 * in a colon, two spaces or `<br>` does.
 */
export const splitSentences = (text: string, range: TextSpan): readonly TextSpan[] => {
  const sentences: TextSpan[] = [];
  let start = range.start;
  const cut = (end: number): void => {
    const span = trimSpan(text, start, end);
    if (span.end > span.start) sentences.push(span);
    start = end;
  };
  for (let at = range.start; at < range.end; at += 1) {
    const character = text[at] ?? "";
    if (FULL_WIDTH_ENDS.has(character)) cut(afterClosers(text, at + 1, range.end));
    else if (character === "\n" && endsLine(text, start, at)) cut(at);
    else if (character === "." || character === "!" || character === "?") {
      const after = afterClosers(text, at + 1, range.end);
      if (after < range.end && !isSpaceAt(text, after)) continue;
      if (character === "." && isAbbreviation(text, start, at)) continue;
      if (startsLower(text, after, range.end)) continue;
      cut(after);
      at = Math.max(at, after - 1);
    }
  }
  cut(range.end);
  return sentences;
};

const isSpaceAt = (text: string, at: number): boolean => /\s/.test(text[at] ?? " ");

const afterClosers = (text: string, from: number, end: number): number => {
  let at = from;
  while (at < end && at < from + 4 && CLOSERS.has(text[at] ?? "")) at += 1;
  return at;
};

const startsLower = (text: string, from: number, end: number): boolean => {
  let at = from;
  while (at < end && at < from + 4 && isSpaceAt(text, at)) at += 1;
  return at < end && /\p{Ll}/u.test(text[at] ?? "");
};

const isAbbreviation = (text: string, start: number, stop: number): boolean => {
  const word = /[\p{L}.]{1,8}$/u.exec(text.slice(Math.max(start, stop - 8), stop))?.[0].toLowerCase() ?? "";
  return (
    ABBREVIATIONS.has(word) ||
    (/^\p{Lu}$/u.test(text.slice(stop - 1, stop)) && !/\p{L}/u.test(text[stop - 2] ?? " "))
  );
};

const endsLine = (text: string, start: number, newline: number): boolean => {
  const line = text.slice(Math.max(start, newline - 8), newline);
  return /(?: {2}|[:：]\s*|<br\s?\/?>\s*|\\)$/i.test(line) || newline - start > LONG_SENTENCE;
};
