import { type CheerioAPI, load } from "cheerio";
import type { AnyNode, Element } from "domhandler";
import { decodeText } from "./decode-text.ts";
import type { FetchedPage } from "./fetch-outcome.ts";
import type { PageText } from "./text-task.ts";
import { htmlToMarkdown, isElement, isSilentElement } from "./html-to-markdown.ts";

type IsMain = (element: Element) => boolean;

/** Where pages keep what they are about, the most telling first. */
const MAIN_CONTENT: readonly IsMain[] = [
  ({ name }) => name === "article",
  ({ name }) => name === "main",
  ({ attribs }) => attribs["role"] === "main",
  ({ attribs }) =>
    /(?:^|[\s_-])(?:post|entry|article|page)-(?:content|body)(?:\s|$)/.test(attribs["class"] ?? ""),
  ({ attribs }) => /(?:^|\s)markdown-body(?:\s|$)/.test(attribs["class"] ?? ""),
  ({ attribs }) => attribs["id"] === "content",
];

/** A part that holds less of the page's text than this is a teaser, not its content. */
const MIN_SHARE = 0.3;

/** Reads a page's main content as Markdown-like text. */
export const readWebPage = (page: FetchedPage): PageText => {
  const $ = load(decodeText(page));
  const [body] = $("body").toArray();
  const main = body === undefined ? [] : [selectMain(body)];
  const text = htmlToMarkdown(main, { baseUrl: toBaseUrl($, page.url) });
  const title = readTitle($);
  return title === undefined ? { text } : { text, title };
};

const toBaseUrl = ($: CheerioAPI, url: string): string => {
  const base = $("base[href]").first().attr("href");
  return base !== undefined && URL.canParse(base, url) ? new URL(base, url).href : url;
};

/** The first kind of container whose longest example holds enough of the page, else the whole body. */
const selectMain = (body: AnyNode): AnyNode => {
  const enough = measureText(body) * MIN_SHARE;
  for (const isMain of MAIN_CONTENT) {
    const longest = findOutermost(body, isMain)
      .map((node) => ({ node, length: measureText(node) }))
      .reduce((best, candidate) => (candidate.length > best.length ? candidate : best), {
        node: body,
        length: 0,
      });
    if (longest.length > enough) return longest.node;
  }
  return body;
};

/** Matching elements that are in no other matching one, so that each text is looked at once. */
const findOutermost = (root: AnyNode, isMain: IsMain): readonly Element[] => {
  const found: Element[] = [];
  walk(root, (node) => {
    if (!isElement(node) || !isMain(node)) return true;
    found.push(node);
    return false;
  });
  return found;
};

/** Characters of visible text. */
const measureText = (root: AnyNode): number => {
  let length = 0;
  walk(root, (node) => {
    if (node.type === "text") length += node.data.trim().length;
    return !isElement(node) || !isSilentElement(node);
  });
  return length;
};

/** Visits nodes in any order, without recursion: markup may be nested deeper than the stack. `visit` tells whether to go below. */
const walk = (root: AnyNode, visit: (node: AnyNode) => boolean): void => {
  const open: AnyNode[] = [root];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (visit(node) && isElement(node)) for (const child of node.children) open.push(child);
  }
};

const MAX_TITLE_LENGTH = 300;

const readTitle = ($: CheerioAPI): string | undefined => {
  const candidates = [
    $('meta[property="og:title"]').first().attr("content"),
    $("h1").first().text(),
    $("title").first().text(),
  ];
  return candidates
    .map((title) => title?.replace(/\s+/g, " ").trim().slice(0, MAX_TITLE_LENGTH))
    .find((title) => title !== undefined && title !== "");
};
