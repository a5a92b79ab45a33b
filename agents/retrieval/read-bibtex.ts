/** One entry of a bibliography, as far as it tells which paper it is. */
export interface BibtexEntry {
  readonly key: string;
  readonly title?: string;
  readonly arxivId?: string;
  /** Offset of the entry in the text that was read. */
  readonly start: number;
}

const ENTRY = /@([a-z]+)\s*[{(]\s*([^,\s{}]{0,200})\s*,/giu;
const MAX_ENTRY = 20_000;
/** Titles shorter than this find anything. */
const MIN_TITLE = 12;

/** The entries of all BibTeX in a text, in its order; braces and LaTeX marks are taken out of titles. */
export const readBibtex = (text: string): readonly BibtexEntry[] =>
  [...text.matchAll(ENTRY)]
    .filter(([, type]) => !["string", "comment", "preamble"].includes((type ?? "").toLowerCase()))
    .map((found) => toEntry(bodyAt(text, found.index), found[2] ?? "", found.index));

const toEntry = (body: string, key: string, start: number): BibtexEntry => {
  const title = cleanTitle(fieldOf(body, "title"));
  const arxivId = arxivIdOf(body);
  return {
    key,
    start,
    ...(title.length >= MIN_TITLE && { title }),
    ...(arxivId !== undefined && { arxivId }),
  };
};

/** From the opening brace to the one that closes it; to the next blank line when none does. */
const bodyAt = (text: string, start: number): string => {
  const slice = text.slice(start, start + MAX_ENTRY);
  let depth = 0;
  for (let index = 0; index < slice.length; index += 1) {
    if (slice[index] === "{") depth += 1;
    if (slice[index] !== "}") continue;
    depth -= 1;
    if (depth === 0) return slice.slice(0, index);
  }
  return slice.split(/\n\s*\n/, 1)[0] ?? "";
};

const fieldOf = (body: string, name: string): string => {
  const found = new RegExp(String.raw`(?:^|[\s,{])${name}\s*=\s*`, "iu").exec(body);
  if (found === null) return "";
  const rest = body.slice(found.index + found[0].length);
  if (rest.startsWith("{")) return balanced(rest);
  return /^"([^"]*)"/.exec(rest)?.[1] ?? /^[^,\n]*/.exec(rest)?.[0] ?? "";
};

const balanced = (text: string): string => {
  let depth = 0;
  for (let index = 0; index < text.length; index += 1) {
    if (text[index] === "{") depth += 1;
    if (text[index] === "}") depth -= 1;
    if (depth === 0) return text.slice(1, index);
  }
  return text.slice(1);
};

const cleanTitle = (title: string): string =>
  title
    .replace(/\\[a-zA-Z]+\s*/g, "")
    .replace(/[{}$\\]/g, "")
    .replace(/\s+/gu, " ")
    .trim()
    .slice(0, 300);

const arxivIdOf = (body: string): string | undefined =>
  /(?:arxiv[^\d\n]{0,20}|eprint\s*=\s*[{"]?\s*)(\d{4}\.\d{4,5})(?!\d)/iu.exec(body)?.[1];
