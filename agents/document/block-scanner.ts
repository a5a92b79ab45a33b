import type { Block, BlockKind, TextSpan } from "./document-structure.ts";
import { trimSpan } from "./scan-lines.ts";
import type { Line } from "./scan-lines.ts";

/** A block before sections are known. */
export type RawBlock = Omit<Block, "section" | "header"> & { readonly isHeader?: boolean };

/** Longest line whose look is examined; a longer one is prose or data. */
const MAX_MARKER_LINE = 400;

/** What the functions that read one kind of block share. */
export interface Scanner {
  readonly text: string;
  readonly lines: readonly Line[];
  readonly blocks: RawBlock[];
  group: number;
  /** From here on no comment is closed. */
  readonly lastCommentEnd: number;
}

/** The start of a line without its indent: enough to tell what the line is. */
export const markerText = (scanner: Scanner, index: number): string => {
  const line = scanner.lines[index];
  return line === undefined
    ? ""
    : scanner.text.slice(line.first, Math.min(line.end, line.first + MAX_MARKER_LINE)).trimEnd();
};

interface FoundBlock extends TextSpan {
  readonly kind: BlockKind;
  readonly level?: number;
  readonly cells?: readonly TextSpan[];
  readonly content?: TextSpan;
  readonly isHeader?: boolean;
}

/** Adds a block without the white space around it; an empty one is dropped. */
export const pushBlock = (scanner: Scanner, block: FoundBlock): void => {
  const span = trimSpan(scanner.text, block.start, block.end);
  if (span.end <= span.start) return;
  const content =
    block.content === undefined ? span : trimSpan(scanner.text, block.content.start, block.content.end);
  scanner.blocks.push({
    kind: block.kind,
    ...span,
    content,
    level: block.level ?? 0,
    group: scanner.group,
    cells: block.cells ?? [],
    ...(block.isHeader === true && { isHeader: true }),
  });
};

/** Takes one line as a block and returns the index of the line after it. */
export const scanSingle = (scanner: Scanner, index: number, kind: BlockKind): number => {
  const line = scanner.lines[index];
  scanner.group += 1;
  if (line !== undefined) pushBlock(scanner, { kind, start: line.start, end: line.end });
  return index + 1;
};
