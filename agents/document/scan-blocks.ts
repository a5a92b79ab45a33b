import { markerText, pushBlock, scanSingle } from "./block-scanner.ts";
import type { RawBlock, Scanner } from "./block-scanner.ts";
import type { TextSpan } from "./document-structure.ts";
import { FENCE, scanBibtex, scanComment, scanFence } from "./scan-fenced-blocks.ts";
import { scanLines, trimSpan } from "./scan-lines.ts";
import { isTableDivider, splitCells } from "./scan-table.ts";

const ATX = /^(#{1,6})(?:\s+|(?<=##)(?=\p{L}))/u;
const ITEM = /^(?:[-*+•·●▪◦‣–]|\(?\d{1,3}[.)、)]|[a-z]\))\s+/u;
const BOLD_LINE = /^(?:\*\*|__)([^*_\n]{2,80})(?:\*\*|__):?$/;
const RULE = /^(?:-[\s-]{2,}|\*[\s*]{2,}|_[\s_]{2,}|={3,})$/;
const HTML_HEADING = /^<h([1-6])\b[^>]*>/i;

/** Cuts the body of a Markdown text into blocks, line by line and in one pass. */
export const scanBlocks = (text: string, bodyStart: number): readonly RawBlock[] => {
  const scanner: Scanner = {
    text,
    lines: scanLines(text, bodyStart),
    blocks: [],
    group: 0,
    lastCommentEnd: text.lastIndexOf("-->"),
  };
  let index = 0;
  while (index < scanner.lines.length) index = scanBlock(scanner, index);
  return scanner.blocks;
};

/** Reads the block that starts at a line and returns the index of the line after it. */
const scanBlock = (scanner: Scanner, index: number): number => {
  const line = scanner.lines[index];
  if (line === undefined || line.first === line.end) return index + 1;
  const start = markerText(scanner, index);
  if (start.startsWith("<!--")) return scanComment(scanner, index);
  if (FENCE.test(start)) return scanFence(scanner, index);
  if (/^@\w{3,20}\s*\{/.test(start)) return scanBibtex(scanner, index);
  if (RULE.test(start)) return scanSingle(scanner, index, "rule");
  if (isHeadingLine(scanner, index)) return scanHeading(scanner, index);
  if (isTableStart(scanner, index)) return scanTable(scanner, index);
  if (ITEM.test(start)) return scanList(scanner, index);
  if (start.startsWith(">")) return scanRun(scanner, index, "quote");
  return scanRun(scanner, index, "paragraph");
};

const isSetext = (scanner: Scanner, index: number): boolean => {
  const line = scanner.lines[index];
  const next = markerText(scanner, index + 1);
  if (line === undefined || line.end - line.first > 100) return false;
  return (
    /^(?:={3,}|-{3,})$/.test(next) &&
    !ITEM.test(markerText(scanner, index)) &&
    !markerText(scanner, index).includes("|")
  );
};

const isHeadingLine = (scanner: Scanner, index: number): boolean => {
  const start = markerText(scanner, index);
  const line = scanner.lines[index];
  if (ATX.test(start) || HTML_HEADING.test(start) || BOLD_LINE.test(start)) return true;
  if (isSetext(scanner, index)) return true;
  // Published copies of cards lose their front matter and the first "#": a blank and the title are left.
  return (
    index === 0 && line?.start === 0 && scanner.text[0] === " " && start.length <= 120 && !ITEM.test(start)
  );
};

const scanHeading = (scanner: Scanner, index: number): number => {
  const line = scanner.lines[index];
  if (line === undefined) return index + 1;
  const start = markerText(scanner, index);
  const marker = ATX.exec(start);
  const html = HTML_HEADING.exec(start);
  const bold = BOLD_LINE.exec(start);
  const setext = isSetext(scanner, index);
  scanner.group += 1;
  let content: TextSpan = { start: line.first, end: line.end };
  let level = 1;
  if (marker !== null) {
    level = marker[1]?.length ?? 1;
    content = { start: line.first + marker[0].length, end: line.end };
  } else if (html !== null) {
    level = Number(html[1]);
    const close = scanner.text.slice(line.first, line.end).search(/<\/h[1-6]/i);
    content = { start: line.first + html[0].length, end: close === -1 ? line.end : line.first + close };
  } else if (bold !== null) {
    level = 7;
    content = { start: line.first + 2, end: line.first + 2 + (bold[1]?.length ?? 0) };
  } else if (setext) level = markerText(scanner, index + 1).startsWith("=") ? 1 : 2;
  pushBlock(scanner, { kind: "heading", level, start: line.start, end: line.end, content });
  return setext && marker === null ? index + 2 : index + 1;
};

const isTableStart = (scanner: Scanner, index: number): boolean => {
  const start = markerText(scanner, index);
  if (start.startsWith("|")) return true;
  return start.includes("|") && isTableDivider(markerText(scanner, index + 1));
};

const scanTable = (scanner: Scanner, index: number): number => {
  scanner.group += 1;
  const hasHeader = isTableDivider(markerText(scanner, index + 1));
  let next = index;
  while (next < scanner.lines.length) {
    const line = scanner.lines[next];
    const start = markerText(scanner, next);
    if (line === undefined || !start.includes("|") || (next > index && ATX.test(start))) break;
    if (!isTableDivider(start)) {
      const isHeader = hasHeader && next === index;
      const span = trimSpan(scanner.text, line.start, line.end);
      const cells = splitCells(scanner.text, span);
      pushBlock(scanner, { kind: isHeader ? "table-header" : "table-row", ...span, cells, isHeader });
    }
    next += 1;
  }
  return next === index ? scanRun(scanner, index, "paragraph") : next;
};

const scanList = (scanner: Scanner, index: number): number => {
  scanner.group += 1;
  const base = scanner.lines[index];
  const baseIndent = base === undefined ? 0 : base.first - base.start;
  let next = index;
  while (next < scanner.lines.length) {
    const line = scanner.lines[next];
    const start = markerText(scanner, next);
    if (line === undefined) break;
    if (line.first === line.end) {
      // One blank line may stand between two items.
      if (!ITEM.test(markerText(scanner, next + 1))) break;
      next += 1;
      continue;
    }
    if (!ITEM.test(start) || RULE.test(start)) break;
    const end = continuationEnd(scanner, next);
    const marker = ITEM.exec(start)?.[0].length ?? 0;
    const level = Math.max(0, Math.floor((line.first - line.start - baseIndent) / 2));
    const last = scanner.lines[end - 1]?.end ?? line.end;
    pushBlock(scanner, {
      kind: "list-item",
      level,
      start: line.start,
      end: last,
      content: { start: line.first + marker, end: last },
    });
    next = end;
  }
  return Math.max(next, index + 1);
};

const startsBlock = (scanner: Scanner, index: number): boolean => {
  const start = markerText(scanner, index);
  const isItem = ITEM.test(start) && !/^\d/.test(start);
  return (
    isItem ||
    /^(?:1[.)]\s|<!--|@\w{3,20}\s*\{)/.test(start) ||
    FENCE.test(start) ||
    ATX.test(start) ||
    HTML_HEADING.test(start) ||
    isTableStart(scanner, index)
  );
};

const continuationEnd = (scanner: Scanner, index: number): number => {
  let next = index + 1;
  while (next < scanner.lines.length) {
    const line = scanner.lines[next];
    if (line === undefined || line.first === line.end) break;
    if (
      startsBlock(scanner, next) ||
      ITEM.test(markerText(scanner, next)) ||
      RULE.test(markerText(scanner, next))
    )
      break;
    next += 1;
  }
  return next;
};

/** Lines up to a blank one or the start of another block. */
const scanRun = (scanner: Scanner, index: number, kind: "paragraph" | "quote"): number => {
  scanner.group += 1;
  const first = scanner.lines[index];
  let next = index + 1;
  while (next < scanner.lines.length) {
    const line = scanner.lines[next];
    if (line === undefined || line.first === line.end) break;
    const start = markerText(scanner, next);
    if (RULE.test(start) || startsBlock(scanner, next) || BOLD_LINE.test(start)) break;
    if (start.startsWith(">") !== (kind === "quote")) break;
    next += 1;
  }
  const end = scanner.lines[next - 1]?.end ?? 0;
  if (first !== undefined) pushBlock(scanner, { kind, start: first.start, end });
  return next;
};
