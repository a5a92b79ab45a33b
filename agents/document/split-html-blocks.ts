import type { TextSpan } from "./document-structure.ts";
import type { RawBlock } from "./block-scanner.ts";
import { trimSpan } from "./scan-lines.ts";

/** Tags that start a block of their own in a page; every other tag is part of the prose around it. */
const BLOCK_TAG =
  /<(\/?)(tr|li|p|h[1-6]|td|th|div|ul|ol|table|tbody|thead|details|summary|blockquote|pre|code)\b[^<>]{0,500}>/gi;
const HAS_BLOCK_TAG = /<(?:tr|li|p|h[1-6]|div|ul|table|details)\b/i;
/** Groups of HTML blocks are numbered apart from those of Markdown ones. */
const HTML_GROUPS = 1_000_000;

/** Cuts paragraphs that are HTML into rows, items, headings and paragraphs. */
export const splitHtmlBlocks = (text: string, blocks: readonly RawBlock[]): readonly RawBlock[] => {
  const splitter = createSplitter(text);
  return blocks.flatMap((block) => {
    if (block.kind !== "paragraph") return [block];
    return HAS_BLOCK_TAG.test(text.slice(block.start, block.end)) || splitter.isInside()
      ? splitter.split(block)
      : [block];
  });
};

interface Piece {
  kind: "paragraph" | "list-item" | "table-row" | "table-header" | "heading";
  level: number;
  start: number;
  cells: TextSpan[];
  cellStart: number | undefined;
}

const createSplitter = (text: string) => {
  let tables = 0;
  let group = HTML_GROUPS;
  let headerSeen = false;

  const split = (block: RawBlock): readonly RawBlock[] => {
    const result: RawBlock[] = [];
    let piece: Piece = startPiece("paragraph", block.start);
    const close = (end: number): void => {
      const span = trimSpan(text, piece.start, end);
      if (piece.cellStart !== undefined) piece.cells.push(trimSpan(text, piece.cellStart, end));
      const isRow = piece.kind === "table-row" || piece.kind === "table-header";
      if (span.end > span.start && (!isRow || piece.cells.length > 0)) {
        const isHeader = piece.kind === "table-header";
        result.push({
          kind: piece.kind,
          ...span,
          content: span,
          level: piece.level,
          group: isRow || piece.kind === "list-item" ? group : (group += 1),
          cells: piece.cells,
          ...(isHeader && { isHeader: true }),
        });
      }
    };
    for (const match of text.slice(block.start, block.end).matchAll(BLOCK_TAG)) {
      const isClosing = match[1] === "/";
      const tag = (match[2] ?? "").toLowerCase();
      const at = block.start + match.index;
      const after = at + match[0].length;
      if (tag === "table") {
        tables = Math.max(0, tables + (isClosing ? -1 : 1));
        group += 1;
        headerSeen = false;
      }
      if (tag === "ul" || tag === "ol") group += 1;
      if (tag === "td" || tag === "th") {
        if (piece.cellStart !== undefined) piece.cells.push(trimSpan(text, piece.cellStart, at));
        piece.cellStart = isClosing ? undefined : after;
        if (tag === "th" && !isClosing && piece.kind === "table-row" && !headerSeen) {
          piece.kind = "table-header";
          headerSeen = true;
        }
        continue;
      }
      if (tag === "p" && piece.cellStart !== undefined) continue;
      close(at);
      piece = startPiece(isClosing ? "paragraph" : kindOf(tag), after);
      if (piece.kind === "heading") piece.level = Number(tag.slice(1));
    }
    close(block.end);
    return result;
  };
  return { split, isInside: () => tables > 0 };
};

const startPiece = (kind: Piece["kind"], start: number): Piece => ({
  kind,
  level: 0,
  start,
  cells: [],
  cellStart: undefined,
});

const kindOf = (tag: string): Piece["kind"] => {
  if (tag === "tr") return "table-row";
  if (tag === "li") return "list-item";
  return tag.startsWith("h") ? "heading" : "paragraph";
};
