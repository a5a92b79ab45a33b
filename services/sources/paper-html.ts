import { type CheerioAPI, load } from "cheerio";
import { decodeText } from "./decode-text.ts";
import type { FetchedPage } from "./fetch-outcome.ts";
import { htmlToMarkdown } from "./html-to-markdown.ts";
import type { PageText } from "./text-task.ts";

/** Marks that stand beside their text and would run into it. */
const NOISE = [
  ".ltx_tag_item",
  ".ltx_note_mark",
  ".ltx_tag_note",
  ".ltx_ERROR",
  ".ltx_page_navbar",
  ".ltx_page_footer",
  ".ltx_pagination",
].join(", ");

/** Tables that the converter wrote as spans. */
const SPAN_TABLES = [
  ["ltx_tabular", "table"],
  ["ltx_thead", "thead"],
  ["ltx_tbody", "tbody"],
  ["ltx_tr", "tr"],
  ["ltx_th", "th"],
  ["ltx_td", "td"],
] as const;

/** Reads a paper that arXiv converted to HTML. Undefined when the page holds no paper. */
export const readPaperHtml = (page: FetchedPage): PageText | undefined => {
  const $ = load(decodeText(page));
  const paper = $("article.ltx_document, .ltx_document").first();
  if (paper.length === 0) return undefined;
  const title = $(".ltx_title_document").first().text().replace(/\s+/g, " ").trim();
  simplify($);
  const text = htmlToMarkdown(paper.toArray(), { baseUrl: page.url });
  return title === "" ? { text } : { text, title };
};

const simplify = ($: CheerioAPI): void => {
  $(NOISE).remove();
  $(".ltx_note_content").prepend(" (").append(") ");
  for (const [name, tag] of SPAN_TABLES) {
    for (const element of $(`span.${name}`).toArray()) if ("name" in element) element.name = tag;
  }
  const formulas = $("table.ltx_eqn_table, table.ltx_equation, table.ltx_equationgroup");
  for (const element of formulas.find("tbody, tr, td").addBack().toArray()) {
    if ("name" in element) element.name = element.name === "td" ? "span" : "div";
  }
};
