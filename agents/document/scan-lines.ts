import type { TextSpan } from "./document-structure.ts";

/** A line without its line break. `end` is before `\n` or `\r\n`; `next` is where the following line starts. */
export interface Line extends TextSpan {
  readonly next: number;
  /** First character that is not white space, or `end` for a blank line. */
  readonly first: number;
}

const isSpace = (code: number): boolean =>
  code === 32 || (code >= 9 && code <= 13) || code === 160 || code === 0x3000 || code === 0xfeff;

/** Narrows a span to its content without white space at either side. An all-blank span becomes empty. */
export const trimSpan = (text: string, start: number, end: number): TextSpan => {
  let from = start;
  let to = end;
  while (from < to && isSpace(text.charCodeAt(from))) from += 1;
  while (to > from && isSpace(text.charCodeAt(to - 1))) to -= 1;
  return { start: from, end: to };
};

/** Cuts a text from an offset on into lines, in one pass. */
export const scanLines = (text: string, from: number): readonly Line[] => {
  const lines: Line[] = [];
  let start = from;
  while (start < text.length) {
    const newline = text.indexOf("\n", start);
    const next = newline === -1 ? text.length : newline + 1;
    let end = newline === -1 ? text.length : newline;
    if (end > start && text.charCodeAt(end - 1) === 13) end -= 1;
    let first = start;
    while (first < end && isSpace(text.charCodeAt(first))) first += 1;
    lines.push({ start, end, next, first });
    start = next;
  }
  return lines;
};
