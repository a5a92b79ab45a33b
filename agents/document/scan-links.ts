import type { Link, LinkForm, TextSpan } from "./document-structure.ts";

/** Longest address and longest tag that are read; a hostile line must not make the scan quadratic. */
const MAX_URL = 2000;
/** Longest anchor, nested images included. */
const MAX_ANCHOR = 1500;
const MAX_LABEL = 200;
/** Parentheses inside an address that may be open at once. */
const MAX_NESTING = 8;
const URL_START =
  /(?:https?:\/\/|www\.|(?:huggingface\.co|hf\.co|github\.com|arxiv\.org|modelscope\.cn|kaggle\.com)\/)/gi;
const URL_STOP = /[\s<>"'`|{}\\^\]，。；、）（】【》《“”]/;
const HREF = /\bhref\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/i;

export type FoundLink = Omit<Link, "block">;

interface LinkParts {
  readonly form: LinkForm;
  readonly span: TextSpan;
  readonly anchor: TextSpan;
  readonly url: string;
}

const toLink = (text: string, parts: LinkParts): FoundLink => ({
  form: parts.form,
  ...parts.span,
  anchorStart: parts.anchor.start,
  anchorEnd: parts.anchor.end,
  text: text.slice(parts.anchor.start, parts.anchor.end),
  url: parts.url.slice(0, MAX_URL),
});

/** Definitions of reference links: `[label]: address` on a line of its own, labels in lower case. */
export const scanReferences = (text: string): ReadonlyMap<string, string> => {
  const references = new Map<string, string>();
  for (const match of text.matchAll(/^ {0,3}\[([^\]\n]{1,200})\]:[ \t]*<?(\S{1,2000})/gm)) {
    const [, label, url] = match;
    if (label !== undefined && url !== undefined && !label.startsWith("^")) {
      references.set(label.toLowerCase(), url.replace(/>$/, ""));
    }
  }
  return references;
};

export interface LinkOptions {
  readonly references: ReadonlyMap<string, string>;
  /** In code and BibTeX brackets are no links. */
  readonly bareOnly: boolean;
}

/** What every link has one of; most blocks have none. */
const MAY_LINK = /\]|<a\s|:\/\/|www\.|\.(?:co|com|org|cn)\//i;

/** All links of a range, in order: Markdown, reference, HTML and bare ones. Linear in the length of the range. */
export const scanLinks = (text: string, range: TextSpan, options: LinkOptions): readonly FoundLink[] => {
  if (!MAY_LINK.test(text.slice(range.start, range.end))) return [];
  if (options.bareOnly) return scanBare(text, range, []);
  const links = [...scanBrackets(text, range, options.references), ...scanAnchors(text, range)];
  const taken = links.toSorted((left, right) => left.start - right.start);
  return [...taken, ...scanBare(text, range, taken)].toSorted((left, right) => left.start - right.start);
};

const scanBrackets = (
  text: string,
  range: TextSpan,
  references: ReadonlyMap<string, string>,
): readonly FoundLink[] => {
  const links: FoundLink[] = [];
  const open: number[] = [];
  for (let at = range.start; at < range.end; at += 1) {
    const character = text.charCodeAt(at);
    if (character === 92) at += 1;
    else if (character === 91) open.push(at);
    else if (character === 93) {
      const bracket = open.pop();
      if (bracket === undefined || at - bracket > MAX_ANCHOR) continue;
      const link = closeBracket(text, { start: bracket, end: at }, { range, references });
      if (link === undefined) continue;
      links.push(link);
      at = Math.max(at, link.end - 1);
    }
  }
  return links;
};

interface BracketContext {
  readonly range: TextSpan;
  readonly references: ReadonlyMap<string, string>;
}

const closeBracket = (text: string, bracket: TextSpan, context: BracketContext): FoundLink | undefined => {
  const anchor = { start: bracket.start + 1, end: bracket.end };
  const isImage = text[bracket.start - 1] === "!";
  const start = isImage ? bracket.start - 1 : bracket.start;
  const target =
    text[bracket.end + 1] === "(" ? inlineTarget(text, bracket.end + 2, context.range.end) : undefined;
  if (target !== undefined) {
    const form = isImage ? "image" : "markdown";
    return toLink(text, { form, span: { start, end: target.end }, anchor, url: target.url });
  }
  if (context.references.size === 0 || bracket.end - bracket.start > MAX_LABEL) return undefined;
  const label = labelAfter(text, bracket, context.range.end);
  const url = context.references.get(label.text.toLowerCase());
  if (url === undefined || text[bracket.end + 1] === ":") return undefined;
  return toLink(text, { form: "reference", span: { start, end: label.end }, anchor, url });
};

const labelAfter = (text: string, bracket: TextSpan, end: number): { text: string; end: number } => {
  const own = { text: text.slice(bracket.start + 1, bracket.end), end: bracket.end + 1 };
  if (text[bracket.end + 1] !== "[") return own;
  const close = text.slice(bracket.end + 2, Math.min(end, bracket.end + 202)).indexOf("]");
  if (close === -1) return own;
  const label = text.slice(bracket.end + 2, bracket.end + 2 + close);
  return { text: label === "" ? own.text : label, end: bracket.end + 3 + close };
};

/** Reads `address "title")` after `](`; parentheses inside the address may nest. */
const inlineTarget = (text: string, from: number, end: number): { url: string; end: number } | undefined => {
  const limit = Math.min(end, from + MAX_URL);
  if (!text.slice(from, limit).includes(")")) return undefined;
  let depth = 0;
  for (let at = from; at < limit; at += 1) {
    const character = text[at];
    if (character === "(") depth += 1;
    if (depth > MAX_NESTING || character === "\n") return undefined;
    if (character === ")") {
      if (depth === 0) {
        const inside = text.slice(from, at).trim();
        return { url: (inside.split(/\s/, 1)[0] ?? "").replace(/^<|>$/g, ""), end: at + 1 };
      }
      depth -= 1;
    }
  }
  return undefined;
};

/** Finds the next occurrence at or after an offset; asked with rising offsets, it reads the text once in all. */
const createFinder = (text: string, wanted: string) => {
  let found = -1;
  return (from: number): number => {
    if (found < from && found !== Number.POSITIVE_INFINITY) {
      const at = text.indexOf(wanted, from);
      found = at === -1 ? Number.POSITIVE_INFINITY : at;
    }
    return found;
  };
};

/** `<a href="...">text</a>`; an unclosed one ends where its tag ends. */
const scanAnchors = (text: string, range: TextSpan): readonly FoundLink[] => {
  const links: FoundLink[] = [];
  const slice = text.slice(range.start, range.end);
  const nextTagEnd = createFinder(slice, ">");
  const nextClose = createFinder(slice, "</a");
  let free = 0;
  for (const match of slice.matchAll(/<a\s/gi)) {
    const start = match.index;
    const tagEnd = nextTagEnd(start);
    if (start < free || tagEnd - start > MAX_URL) continue;
    free = tagEnd;
    const href = HREF.exec(slice.slice(start, tagEnd));
    const url = href?.[1] ?? href?.[2] ?? href?.[3];
    if (url === undefined) continue;
    const anchorStart = tagEnd + 1;
    const close = nextClose(anchorStart);
    const isClosed = close - anchorStart <= MAX_ANCHOR;
    const end = isClosed ? Math.min(close + 4, slice.length) : anchorStart;
    const anchor = { start: range.start + anchorStart, end: range.start + (isClosed ? close : anchorStart) };
    links.push(
      toLink(text, {
        form: "html",
        span: { start: range.start + start, end: range.start + end },
        anchor,
        url,
      }),
    );
  }
  return links;
};

const scanBare = (text: string, range: TextSpan, taken: readonly FoundLink[]): readonly FoundLink[] => {
  const links: FoundLink[] = [];
  const slice = text.slice(range.start, range.end);
  let next = 0;
  let free = 0;
  for (const match of slice.matchAll(URL_START)) {
    const start = range.start + match.index;
    if (start < free) continue;
    while (next < taken.length && (taken[next]?.end ?? 0) <= start) next += 1;
    if ((taken[next]?.start ?? Number.POSITIVE_INFINITY) <= start) continue;
    if (/[\w@/.-]/.test(text[start - 1] ?? " ")) continue;
    // The address of an image or another attribute is no link.
    if (/=\s?["']?$/.test(text.slice(Math.max(range.start, start - 3), start))) continue;
    const span = { start, end: bareEnd(text, start, range.end) };
    free = span.end;
    if (span.end - start < 8) continue;
    links.push(toLink(text, { form: "bare", span, anchor: span, url: text.slice(start, span.end) }));
  }
  return links;
};

const bareEnd = (text: string, start: number, end: number): number => {
  let at = start;
  let depth = 0;
  while (at < end && at - start < MAX_URL) {
    const character = text[at] ?? "";
    if (URL_STOP.test(character)) break;
    if (character === "(") depth += 1;
    if (character === ")") depth -= 1;
    if (depth < 0) break;
    at += 1;
  }
  while (at > start && /[.,;:!?*_]/.test(text[at - 1] ?? "")) at -= 1;
  return at;
};
