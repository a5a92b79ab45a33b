import type { AnyNode, Element } from "domhandler";
import { type MarkdownPiece, toBlocks, toInlineText } from "./markdown-piece.ts";

type RenderNodes = (nodes: readonly AnyNode[]) => readonly MarkdownPiece[];

/** Wider spans are markup gone wrong. */
const MAX_SPAN = 50;

/**
 * Renders a table as Markdown; its first row becomes the header. A table that only lays out its page (one row, one column,
 * or a table in a cell, as formulas and old pages have it) gives its cells' contents instead.
 */
export const toMarkdownTable = (table: Element, render: RenderNodes): readonly MarkdownPiece[] => {
  const rows = collectRows(table);
  const width = toMaximum(rows.map((row) => row.length));
  const isLayout = rows.length < 2 || width < 2 || rows.some((row) => row.some(holdsTable));
  if (isLayout) return rows.flat().flatMap((cell) => toBlockPieces(render(cell.children)));
  const lines = rows.map((row) => row.flatMap((cell) => toCells(cell, render)));
  const columns = toMaximum(lines.map((line) => line.length));
  const [header = [], ...body] = lines.map((line) => toLine(line, columns));
  const rule = `| ${Array.from({ length: columns }, () => "---").join(" | ")} |`;
  return [...renderCaption(table, render), { kind: "block", text: [header, rule, ...body].join("\n") }];
};

/** Without spreading: a table may have more rows than a call may have arguments. */
const toMaximum = (lengths: readonly number[]): number =>
  lengths.reduce((most, length) => Math.max(most, length), 0);

const isElement = (node: AnyNode): node is Element => "attribs" in node;
const isNamed = (node: AnyNode, names: readonly string[]): node is Element =>
  isElement(node) && names.includes(node.name);

const collectRows = (table: Element): readonly (readonly Element[])[] =>
  table.children
    .flatMap((child) => (isNamed(child, ["thead", "tbody", "tfoot"]) ? child.children : [child]))
    .filter((node) => isNamed(node, ["tr"]))
    .map((row) => row.children.filter((node) => isNamed(node, ["td", "th"])))
    .filter((row) => row.length > 0);

/** Looks a few levels down, where layout tables put their inner ones. */
const holdsTable = (node: Element, depth = 0): boolean =>
  depth < 6 &&
  node.children.some((child) => isElement(child) && (child.name === "table" || holdsTable(child, depth + 1)));

const toCells = (cell: Element, render: RenderNodes): readonly string[] => {
  const text = toInlineText(render(cell.children)).replaceAll("|", "\\|");
  const span = Number.parseInt(cell.attribs["colspan"] ?? "1", 10);
  const empty = Math.min(MAX_SPAN, Number.isNaN(span) ? 1 : Math.max(1, span)) - 1;
  return [text, ...Array.from({ length: empty }, () => "")];
};

const toLine = (cells: readonly string[], columns: number): string =>
  `| ${[...cells, ...Array.from({ length: columns - cells.length }, () => "")].join(" | ")} |`;

const renderCaption = (table: Element, render: RenderNodes): readonly MarkdownPiece[] => {
  const caption = table.children.find((child) => isNamed(child, ["caption"]));
  return caption === undefined || !isElement(caption) ? [] : toBlockPieces(render(caption.children));
};

const toBlockPieces = (pieces: readonly MarkdownPiece[]): readonly MarkdownPiece[] =>
  toBlocks(pieces).map((text) => ({ kind: "block", text }));
