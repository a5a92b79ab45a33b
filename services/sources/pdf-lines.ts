/** The part of a PDF text item that is needed here. */
export interface PdfItem {
  readonly str: string;
  readonly hasEOL: boolean;
  /** Height of the text on the page. */
  readonly height: number;
  /** Matrix; its last two numbers are the position from the lower left corner. */
  readonly transform: readonly unknown[];
  readonly width: number;
}

export interface PdfLine {
  readonly text: string;
  readonly height: number;
  /** Distance from the lower edge of the page. */
  readonly y: number;
}

/** Joins a page's items to lines in the order of the file, which is the reading order of typeset papers. */
export const toPdfLines = (items: readonly PdfItem[]): readonly PdfLine[] => {
  const lines: PdfLine[] = [];
  let parts: PdfItem[] = [];
  const endLine = (): void => {
    const text = joinParts(parts);
    if (text !== "")
      lines.push({ text, height: Math.max(...parts.map(({ height }) => height)), y: toY(parts) });
    parts = [];
  };
  for (const item of items) {
    const last = parts.at(-1);
    if (last !== undefined && isNewLine(last, item)) endLine();
    parts.push(item);
    if (item.hasEOL) endLine();
  }
  endLine();
  return lines;
};

const joinParts = (parts: readonly PdfItem[]): string =>
  parts
    .map(({ str }) => str)
    .join("")
    .replace(/[\s\u00a0]+/g, " ")
    .trim();

/** An item without text only moves on; raised or lowered marks stay on their line. */
const isNewLine = (last: PdfItem, item: PdfItem): boolean =>
  item.str !== "" && Math.abs(toY([item]) - toY([last])) > Math.max(last.height, item.height, 1);

const toY = (parts: readonly PdfItem[]): number => Number(parts[0]?.transform[5] ?? 0);

const NUMBERED = /^(?:\d{1,2}|[A-Z])(?:\.\d{1,2}){0,3}\.?\s+\p{Lu}[^.?!]{1,90}$/u;
const NAMED = /^(?:abstract|references|bibliography|acknowledge?ments?|appendix|appendices|contents)\.?$/i;
const MAX_HEADING_LENGTH = 100;
/** A heading is set larger than the text, if only a little. */
const HEADING_RATIO = 1.08;
/** A gap larger than this many line heights ends a paragraph. */
const PARAGRAPH_GAP = 1.7;

/** Pages of lines to paragraphs and headings. A word that was divided at a line's end is joined again. */
export const toPdfMarkdown = (pages: readonly (readonly PdfLine[])[]): string => {
  const bodyHeight = toBodyHeight(pages.flat());
  const blocks: string[] = [];
  let paragraph: PdfLine[] = [];
  const endParagraph = (): void => {
    if (paragraph.length > 0) blocks.push(joinLines(paragraph.map(({ text }) => text)));
    paragraph = [];
  };
  for (const line of pages.flat()) {
    const level = toHeadingLevel(line, bodyHeight);
    if (level !== undefined) {
      endParagraph();
      blocks.push(`${"#".repeat(level)} ${line.text}`);
      continue;
    }
    const last = paragraph.at(-1);
    if (last !== undefined && last.y - line.y > PARAGRAPH_GAP * Math.max(bodyHeight, 1)) endParagraph();
    paragraph.push(line);
  }
  endParagraph();
  return blocks.join("\n\n");
};

/** The height in which most characters are set. */
const toBodyHeight = (lines: readonly PdfLine[]): number => {
  const characters = new Map<number, number>();
  for (const { height, text } of lines) {
    const rounded = Math.round(height * 10) / 10;
    characters.set(rounded, (characters.get(rounded) ?? 0) + text.length);
  }
  return [...characters].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
};

const toHeadingLevel = ({ text, height }: PdfLine, bodyHeight: number): number | undefined => {
  if (text.length > MAX_HEADING_LENGTH || !/\p{L}{2}/u.test(text)) return undefined;
  if (NAMED.test(text)) return 2;
  const isLarge = height > bodyHeight * HEADING_RATIO;
  if (!isLarge) return undefined;
  if (!NUMBERED.test(text)) return height > bodyHeight * 1.3 ? 1 : 2;
  return Math.min(5, 1 + (text.split(/\s/)[0] ?? "").replace(/\.$/, "").split(".").length);
};

const joinLines = (lines: readonly string[]): string =>
  lines.reduce((text, line) => {
    if (/\p{Ll}-$/u.test(text) && /^\p{Ll}/u.test(line)) return text.slice(0, -1) + line;
    return text === "" ? line : `${text}\n${line}`;
  }, "");
