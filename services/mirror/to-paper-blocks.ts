import { escapeMarkup } from "./escape-markup.ts";

/** Paragraphs, bullet lists and pipe tables of a section, as LaTeXML marks them up. */
export const toPaperBlocks = (lines: readonly string[]): string => splitBlocks(lines).map(toBlock).join("\n");

const splitBlocks = (lines: readonly string[]): readonly (readonly string[])[] => {
  const blocks: string[][] = [];
  let isOpen = false;
  for (const line of lines) {
    if (line.trim() === "") {
      isOpen = false;
      continue;
    }
    if (isOpen) blocks.at(-1)?.push(line);
    else blocks.push([line]);
    isOpen = true;
  }
  return blocks;
};

const BULLET = /^\s*[-*•]\s+/;
const TABLE_ROW = /^\s*\|(.*)\|\s*$/;
const TABLE_RULE = /^[\s|:-]+$/;

const toBlock = (lines: readonly string[]): string => {
  if (lines.every((line) => TABLE_ROW.test(line))) return toTable(lines);
  if (BULLET.test(lines[0] ?? "")) return toList(lines);
  return `<div class="ltx_para"><p class="ltx_p">${toInline(lines.map((line) => line.trim()).join("\n"))}</p></div>`;
};

/** A line without a bullet goes on with the item before it. */
const toList = (lines: readonly string[]): string => {
  const items: string[] = [];
  for (const line of lines) {
    if (BULLET.test(line)) items.push(line.replace(BULLET, ""));
    else items.push(`${items.pop() ?? ""}\n${line.trim()}`);
  }
  const marked = items.map((item) => `<li class="ltx_item"><p class="ltx_p">${toInline(item)}</p></li>`);
  return `<ul class="ltx_itemize">\n${marked.join("\n")}\n</ul>`;
};

const toTable = (lines: readonly string[]): string => {
  const rows = lines
    .filter((line) => !TABLE_RULE.test(line))
    .map((line) => (TABLE_ROW.exec(line)?.[1] ?? "").split("|").map((cell) => toInline(cell.trim())));
  const marked = rows.map((cells, at) => {
    const tag = at === 0 ? "th" : "td";
    return `<tr class="ltx_tr">${cells.map((cell) => `<${tag} class="ltx_td">${cell}</${tag}>`).join("")}</tr>`;
  });
  return `<figure class="ltx_table"><table class="ltx_tabular">\n${marked.join("\n")}\n</table></figure>`;
};

/** Links, bold text and code of Markdown; everything else stays text. */
const toInline = (text: string): string =>
  escapeMarkup(text)
    .replace(/\[([^\]]+)\]\((https?:[^)\s]+)\)/g, '<a class="ltx_ref ltx_href" href="$2">$1</a>')
    .replace(/\*\*([^*]+)\*\*/g, '<span class="ltx_text ltx_font_bold">$1</span>')
    .replace(/`([^`]+)`/g, '<span class="ltx_text ltx_font_typewriter">$1</span>');
