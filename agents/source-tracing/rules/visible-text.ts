import type { DocumentStructure, TextSpan } from "../../document/document-structure.ts";

const TAG = /<\/?[a-zA-Z][^<>]{0,300}>/g;
/** An anchor that repeats the address is no text. */
const URL_ANCHOR = /^\s*(?:https?:\/\/|www\.)\S+\s*$/i;
const EMPHASIS = /\*{1,3}|`{1,2}|(?<![\p{L}\p{N}_])_{1,2}(?=\S)|(?<=\S)_{1,2}(?![\p{L}\p{N}_])|^ {0,3}>+/gmu;

/**
 * The text as a reader sees it, at the offsets of the original: addresses, tags, comments and marks of emphasis
 * are replaced by as many blanks. Code stays as it is.
 */
export const toVisibleText = (structure: DocumentStructure): string => {
  const { text } = structure;
  const hidden = hiddenSpans(structure).toSorted((left, right) => left.start - right.start);
  const parts: string[] = [];
  let at = 0;
  for (const span of hidden) {
    if (span.end <= at) continue;
    const start = Math.max(at, span.start);
    parts.push(text.slice(at, start), blanks(text, start, span.end));
    at = span.end;
  }
  parts.push(text.slice(at));
  return parts.join("");
};

const blanks = (text: string, start: number, end: number): string =>
  text.slice(start, end).replace(/[^\n]/g, " ");

const hiddenSpans = (structure: DocumentStructure): readonly TextSpan[] => {
  const { text, blocks, links } = structure;
  const spans: TextSpan[] = [];
  for (const block of blocks) {
    if (block.kind === "code" || block.kind === "bibtex") continue;
    if (block.kind === "comment" || block.kind === "rule") {
      spans.push({ start: block.start, end: block.end });
      continue;
    }
    const slice = text.slice(block.start, block.end);
    for (const pattern of [TAG, EMPHASIS]) {
      for (const match of slice.matchAll(pattern)) {
        const start = block.start + match.index;
        spans.push({ start, end: start + match[0].length });
      }
    }
  }
  for (const link of links) {
    if (link.form === "bare" || link.form === "image" || URL_ANCHOR.test(link.text))
      spans.push({ start: link.start, end: link.end });
    else spans.push({ start: link.start, end: link.anchorStart }, { start: link.anchorEnd, end: link.end });
  }
  return spans;
};
