import { parseStructure } from "../../document/parse-structure.ts";
import type { Block, DocumentStructure, Sentence, TextSpan } from "../../document/document-structure.ts";
import { toNameKey } from "./name-key.ts";
import type { RuleInput } from "./rule-input.ts";
import { toVisibleText } from "./visible-text.ts";

/** A document as the rules read it. */
export interface DocumentView {
  readonly text: string;
  /** Same length as `text`: addresses and marks are blanks. */
  readonly visible: string;
  readonly structure: DocumentStructure;
  readonly input: RuleInput;
  /** Index of the first sentence of each block, -1 for blocks without any. */
  readonly firstSentence: readonly number[];
  /** For each offset how many characters a reader has passed, runs of blanks counted once. */
  readonly passed: Int32Array;
  /** `toNameKey`, each name once. */
  readonly keyOf: (name: string) => string;
}

/** Longest quote, in characters: a reader has to see at once what it says. */
const MAX_UNIT = 700;
/** An item or row up to this length is quoted whole. */
const MAX_ITEM = 400;

export const createView = (
  input: RuleInput,
  structure = parseStructure(input.text, input.kind),
): DocumentView => {
  const firstSentence = Array.from({ length: structure.blocks.length }, () => -1);
  structure.sentences.forEach((sentence, index) => {
    if (firstSentence[sentence.block] === -1) firstSentence[sentence.block] = index;
  });
  const visible = toVisibleText(structure);
  return {
    text: input.text,
    visible,
    structure,
    input,
    firstSentence,
    passed: countPassed(visible),
    keyOf: createKeys(),
  };
};

const createKeys = (): ((name: string) => string) => {
  const keys = new Map<string, string>();
  return (name) => {
    const known = keys.get(name);
    if (known !== undefined) return known;
    const key = toNameKey(name);
    keys.set(name, key);
    return key;
  };
};

const countPassed = (visible: string): Int32Array => {
  const passed = new Int32Array(visible.length + 1);
  let count = 0;
  let wasBlank = false;
  for (let at = 0; at < visible.length; at += 1) {
    passed[at] = count;
    const code = visible.charCodeAt(at);
    const isBlank = code === 32 || (code >= 9 && code <= 13);
    if (!isBlank || !wasBlank) count += 1;
    wasBlank = isBlank;
  }
  passed[visible.length] = count;
  return passed;
};

/** Distance between two offsets as a reader counts it. */
export const readingDistance = (view: DocumentView, from: number, to: number): number =>
  (view.passed[to] ?? 0) - (view.passed[from] ?? 0);

/** The last `length` characters of a span as a reader sees them. */
export const readBefore = (view: DocumentView, span: TextSpan, length: number): string =>
  view.visible
    .slice(Math.max(span.start, span.end - LOOK_BACK), span.end)
    .replace(/\s+/g, " ")
    .slice(-length);

/** The first `length` characters of a span as a reader sees them. */
export const readAfter = (view: DocumentView, span: TextSpan, length: number): string =>
  view.visible
    .slice(span.start, Math.min(span.end, span.start + LOOK_BACK))
    .replace(/\s+/g, " ")
    .slice(0, length);

/** Longest stretch of the original text, with its addresses, that is looked through. */
const LOOK_BACK = 1500;

/** The sentence, item, row or line that holds a span: what the span's claim quotes. */
export const unitAround = (view: DocumentView, blockIndex: number, span: TextSpan): TextSpan => {
  const block = view.structure.blocks[blockIndex];
  if (block === undefined) return span;
  return clip(view.text, wholeUnit(view, { block, blockIndex }, span), span);
};

interface BlockAt {
  readonly block: Block;
  readonly blockIndex: number;
}

const wholeUnit = (view: DocumentView, { block, blockIndex }: BlockAt, span: TextSpan): TextSpan => {
  if (block.kind === "code" || block.kind === "bibtex") return lineAround(view.text, block, span);
  if (block.kind === "table-row" || block.kind === "table-header") return block;
  if (block.kind === "heading") return block.content;
  if (block.kind === "list-item" && block.content.end - block.content.start <= MAX_ITEM) return block.content;
  return sentenceAt(view, blockIndex, span.start) ?? block.content;
};

/** The last sentence of a block that starts at or before an offset. */
export const sentenceAt = (view: DocumentView, blockIndex: number, offset: number): Sentence | undefined => {
  const first = view.firstSentence[blockIndex] ?? -1;
  if (first === -1) return undefined;
  const { sentences } = view.structure;
  // Sentences are in order, so the last one that starts early enough is found by halving.
  let low = first;
  let high = sentences.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    const sentence = sentences[middle];
    const isBefore = sentence !== undefined && sentence.block <= blockIndex && sentence.start <= offset;
    if (isBefore) low = middle;
    else high = middle - 1;
  }
  return sentences[low];
};

const lineAround = (text: string, block: Block, span: TextSpan): TextSpan => {
  const start = Math.max(block.start, text.lastIndexOf("\n", span.start - 1) + 1);
  const newline = text.indexOf("\n", span.end);
  const end = Math.min(block.end, newline === -1 ? text.length : newline);
  return { start, end };
};

/** Narrows a long unit to a window of whole words around the span, and cuts white space at both sides. */
const clip = (text: string, unit: TextSpan, span: TextSpan): TextSpan => {
  let start = Math.min(unit.start, span.start);
  let end = Math.max(unit.end, span.end);
  if (end - start > MAX_UNIT) {
    const half = Math.floor(MAX_UNIT / 2);
    const from = Math.max(start, span.start - half);
    const to = Math.min(end, span.end + half);
    start = from === start ? start : wordStart(text, from, span.start);
    end = to === end ? end : wordEnd(text, to, span.end);
  }
  while (start < span.start && /\s/.test(text[start] ?? "")) start += 1;
  while (end > span.end && /\s/.test(text[end - 1] ?? "")) end -= 1;
  return { start, end };
};

const wordStart = (text: string, from: number, limit: number): number => {
  for (let at = from; at < limit && at < from + 80; at += 1) if (/\s/.test(text[at] ?? "")) return at + 1;
  return from;
};

const wordEnd = (text: string, to: number, limit: number): number => {
  for (let at = to; at > limit && at > to - 80; at -= 1) if (/\s/.test(text[at] ?? "")) return at;
  return to;
};
