import type { RawBlock } from "./block-scanner.ts";
import { scanLines, trimSpan } from "./scan-lines.ts";
import type { Line } from "./scan-lines.ts";

const NUMBERED = /^(?:\d{1,2}(?:\.\d{1,2}){0,3}|[A-Z](?:\.\d{1,2}){1,3}|[A-H]|[IVX]{1,4})\.?\s+\p{Lu}/u;
const KNOWN =
  /^(?:abstract|introduction|related works?|background|references|bibliography|appendix|appendices|acknowledge?ments?|conclusions?|limitations|ethics statement|broader impact|supplementary materials?)\b/i;
const MAX_HEADING_LINE = 90;
/** Share of lines that start with "#" below which a text is taken for extracted pages. */
const PLAIN_HEADINGS = 3;

/** Whether a paper's text has no Markdown structure: extracted from pages, with hardly any heading line. */
export const isPlainPaper = (text: string): boolean => {
  let headings = 0;
  for (const _ of text.slice(0, 200_000).matchAll(/^#{1,4} \S/gm)) headings += 1;
  return headings < PLAIN_HEADINGS && (text.includes("<!-- page ") || text.length > 8000);
};

interface PaperScanner {
  readonly text: string;
  readonly blocks: RawBlock[];
  paragraphStart: number | undefined;
  paragraphEnd: number;
}

/** Cuts the plain text of a paper into headings and paragraphs; page marks are comments. */
export const scanPaperBlocks = (text: string, bodyStart: number): readonly RawBlock[] => {
  const scanner: PaperScanner = { text, blocks: [], paragraphStart: undefined, paragraphEnd: 0 };
  for (const line of scanLines(text, bodyStart)) {
    const content = text.slice(line.first, Math.min(line.end, line.first + 200)).trim();
    if (content === "") {
      closeParagraph(scanner);
    } else if (content.startsWith("<!--") && content.endsWith("-->")) {
      closeParagraph(scanner);
      push(scanner, { kind: "comment", level: 0 }, line);
    } else if (isHeading(content)) {
      closeParagraph(scanner);
      push(scanner, { kind: "heading", level: levelOf(content) }, line);
    } else {
      scanner.paragraphStart ??= line.first;
      scanner.paragraphEnd = line.end;
    }
  }
  closeParagraph(scanner);
  return scanner.blocks;
};

const isHeading = (content: string): boolean => {
  if (content.length > MAX_HEADING_LINE || /[.,;:]$/.test(content)) return false;
  if (/^#{1,4} /.test(content)) return true;
  if (KNOWN.test(content)) return content.split(/\s+/).length <= 6;
  // A table's row of figures is numbered as well.
  return NUMBERED.test(content) && !/\d\s+\d/.test(content) && content.split(/\s+/).length <= 12;
};

const levelOf = (content: string): number => {
  const marks = /^#{1,4} /.exec(content)?.[0].length;
  if (marks !== undefined) return marks - 1;
  const number = /^[\dA-Z]+(?:\.\d+)*/.exec(content)?.[0] ?? "";
  return KNOWN.test(content) ? 1 : number.split(".").length;
};

const closeParagraph = (scanner: PaperScanner): void => {
  if (scanner.paragraphStart === undefined) return;
  push(
    scanner,
    { kind: "paragraph", level: 0 },
    { start: scanner.paragraphStart, end: scanner.paragraphEnd },
  );
  scanner.paragraphStart = undefined;
};

interface Found {
  readonly kind: "comment" | "heading" | "paragraph";
  readonly level: number;
}

const push = (scanner: PaperScanner, found: Found, line: Pick<Line, "start" | "end">): void => {
  const span = trimSpan(scanner.text, line.start, line.end);
  if (span.end <= span.start) return;
  scanner.blocks.push({ ...found, ...span, content: span, group: scanner.blocks.length, cells: [] });
};
