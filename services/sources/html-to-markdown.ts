import type { AnyNode, Element } from "domhandler";
import { type MarkdownPiece, toBlocks, toInlineText } from "./markdown-piece.ts";
import { toMarkdownTable } from "./html-table.ts";

export interface HtmlContext {
  /** Address of the page, for relative links. */
  readonly baseUrl: string;
}

/** What a page says to machines and browsers, not to its reader; controls and navigation. */
const SILENT = new Set(
  "script style noscript template svg iframe object embed canvas audio video head nav footer label button input select textarea dialog link meta".split(
    " ",
  ),
);
const SILENT_ROLES = new Set(["navigation", "banner", "contentinfo", "search", "complementary"]);
const BLOCKS = new Set(
  "address article aside blockquote body center dd details div dl dt fieldset figcaption figure form header hgroup html main p section summary".split(
    " ",
  ),
);
/** Deeper markup is no text that a person wrote. */
const MAX_DEPTH = 100;

/**
 * Renders markup as Markdown-like text: headings, paragraphs, lists, tables, links, code. What is hidden from readers is
 * left out. Plain text is not escaped: quotes of it must occur as they are read.
 */
export const htmlToMarkdown = (nodes: readonly AnyNode[], context: HtmlContext): string =>
  toBlocks(renderAll(nodes, context, 0)).join("\n\n");

type Render = (node: AnyNode, context: HtmlContext, depth: number) => readonly MarkdownPiece[];

const renderAll = (
  nodes: readonly AnyNode[],
  context: HtmlContext,
  depth: number,
): readonly MarkdownPiece[] => nodes.flatMap((node) => render(node, context, depth));

const render: Render = (node, context, depth) => {
  if (node.type === "text") return [{ kind: "inline", text: node.data.replace(/\s+/g, " ") }];
  if (!isElement(node) || depth > MAX_DEPTH || isSilentElement(node)) return [];
  const name = node.name;
  if (/^h[1-6]$/.test(name)) return renderHeading(node, context, depth);
  const special = SPECIAL.get(name);
  if (special !== undefined) return special(node, context, depth);
  const pieces = renderAll(node.children, context, depth + 1);
  return BLOCKS.has(name) ? asBlocks(pieces) : pieces;
};

export const isElement = (node: AnyNode): node is Element => "attribs" in node;

/** Whether an element is not for the reader's eyes. */
export const isSilentElement = ({ name, attribs }: Element): boolean =>
  SILENT.has(name) ||
  SILENT_ROLES.has(attribs["role"] ?? "") ||
  attribs["hidden"] !== undefined ||
  attribs["aria-hidden"] === "true" ||
  /display\s*:\s*none|visibility\s*:\s*hidden/i.test(attribs["style"] ?? "");

const asBlocks = (pieces: readonly MarkdownPiece[]): readonly MarkdownPiece[] =>
  toBlocks(pieces).map((text) => ({ kind: "block", text }));

type RenderElement = (element: Element, context: HtmlContext, depth: number) => readonly MarkdownPiece[];

const renderHeading: RenderElement = (element, context, depth) => {
  const text = toInlineText(renderAll(element.children, context, depth + 1));
  if (text === "") return [];
  return [{ kind: "block", text: `${"#".repeat(Number(element.name.slice(1)))} ${text}` }];
};

const renderList: RenderElement = (element, context, depth) => {
  const isOrdered = element.name === "ol";
  const first = Number.parseInt(element.attribs["start"] ?? "1", 10);
  const items = element.children
    .filter(isElement)
    .map((item) => toBlocks(renderAll(item.children, context, depth + 1)).join("\n"))
    .filter((text) => text !== "")
    .map((text, at) => {
      const mark = isOrdered ? `${(Number.isNaN(first) ? 1 : first) + at}. ` : "- ";
      return mark + text.replaceAll("\n", `\n${" ".repeat(mark.length)}`);
    });
  return items.length === 0 ? [] : [{ kind: "block", text: items.join("\n") }];
};

/** A link around blocks is left out: its blocks matter more than its address. */
const renderLink: RenderElement = (element, context, depth) => {
  const pieces = renderAll(element.children, context, depth + 1);
  const href = toAddress(element.attribs["href"], context);
  return href === undefined ? pieces : wrapInline(pieces, (text) => `[${text}](${href})`);
};

const renderStrong: RenderElement = (element, context, depth) =>
  wrapInline(renderAll(element.children, context, depth + 1), (text) => `**${text}**`);

/** Puts marks around flowing text, with its outer white space outside of them. */
const wrapInline = (
  pieces: readonly MarkdownPiece[],
  wrap: (text: string) => string,
): readonly MarkdownPiece[] => {
  const text = toInlineText(pieces);
  if (text === "" || pieces.some(({ kind }) => kind === "block")) return pieces;
  const raw = pieces.map((piece) => piece.text).join("");
  return [
    { kind: "inline", text: `${/^\s/.test(raw) ? " " : ""}${wrap(text)}${/\s$/.test(raw) ? " " : ""}` },
  ];
};

const toAddress = (href: string | undefined, { baseUrl }: HtmlContext): string | undefined => {
  if (href === undefined || href.startsWith("#") || !URL.canParse(href, baseUrl)) return undefined;
  const url = new URL(href, baseUrl);
  const isPage = url.protocol === "http:" || url.protocol === "https:";
  return isPage ? url.href.replaceAll("(", "%28").replaceAll(")", "%29") : undefined;
};

const renderQuote: RenderElement = (element, context, depth) => {
  const text = toBlocks(renderAll(element.children, context, depth + 1)).join("\n\n");
  return text === "" ? [] : [{ kind: "block", text: text.replace(/^/gm, "> ") }];
};

const renderTable: RenderElement = (element, context, depth) =>
  toMarkdownTable(element, (nodes) => renderAll(nodes, context, depth + 1));

/** White space matters here; the fence is longer than any inside. */
const renderPreformatted: RenderElement = (element) => {
  const text = toRawText(element).replace(/^\n+/, "").trimEnd();
  if (text === "") return [];
  const longest = [...text.matchAll(/`{3,}/g)].reduce((most, [run]) => Math.max(most, run.length), 2);
  const fence = "`".repeat(longest + 1);
  const language = /language-([\w+-]+)/.exec(toClasses(element))?.[1] ?? "";
  return [{ kind: "block", text: `${fence}${language}\n${text}\n${fence}` }];
};

const toClasses = (element: Element): string =>
  [element, ...element.children.filter(isElement)].map(({ attribs }) => attribs["class"] ?? "").join(" ");

const toRawText = (node: AnyNode, depth = 0): string => {
  if (node.type === "text") return node.data;
  if (!isElement(node) || depth > MAX_DEPTH) return "";
  if (node.name === "br") return "\n";
  return node.children.map((child) => toRawText(child, depth + 1)).join("");
};

const renderCode: RenderElement = (element) => {
  const text = toRawText(element).replace(/\s+/g, " ").trim();
  return text === "" ? [] : [{ kind: "inline", text: `\`${text}\`` }];
};

/** A formula is the TeX that it was made from. */
const renderFormula: RenderElement = (element) => {
  const tex = element.attribs["alttext"]?.replace(/\s+/g, " ").trim() ?? "";
  return tex === "" ? [] : [{ kind: "inline", text: `$${tex}$` }];
};

const SPECIAL: ReadonlyMap<string, RenderElement> = new Map([
  ["a", renderLink],
  ["b", renderStrong],
  ["strong", renderStrong],
  ["blockquote", renderQuote],
  ["br", () => [{ kind: "inline", text: "\n" }]],
  ["code", renderCode],
  ["hr", () => [{ kind: "block", text: "---" }]],
  ["math", renderFormula],
  ["ol", renderList],
  ["ul", renderList],
  ["pre", renderPreformatted],
  ["table", renderTable],
]);
