import type { Citation } from "./citation.ts";

/**
 * A list of references in BibTeX, in the order of the ids. Each entry is a @misc, which every style knows; a paper has its arXiv id
 * as eprint. Texts are UTF-8 with what LaTeX would take for a command escaped; names and titles keep their case.
 */
export const toBibtex = (citations: readonly Citation[]): string => {
  const sorted = [...citations].sort((one, other) => (one.id < other.id ? -1 : 1));
  const keys = toKeys(sorted.map(({ id }) => id));
  return sorted.map((citation, index) => toEntry(citation, keys[index] ?? citation.id)).join("\n");
};

const toEntry = (citation: Citation, key: string): string => {
  const fields: readonly (readonly [string, string | undefined])[] = [
    ["author", verbatim(citation.author)],
    ["title", verbatim(citation.title)],
    ["year", braced(citation.year)],
    ["month", MONTHS[Number(citation.month) - 1]],
    ["howpublished", braced(citation.place && toLatex(citation.place))],
    ["eprint", braced(citation.arXiv)],
    ["archiveprefix", citation.arXiv === undefined ? undefined : "{arXiv}"],
    ["url", braced(citation.url && toUrl(citation.url))],
    ["urldate", braced(citation.readOn)],
    ["note", braced(toLatex(noteOf(citation)) || undefined)],
  ];
  const lines = fields.flatMap(([name, value]) => (value === undefined ? [] : [`  ${name} = ${value},\n`]));
  return `@misc{${key},\n${lines.join("")}}\n`;
};

/** The months are macros of BibTeX, which each style writes in its own way. */
const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

const noteOf = ({ arXiv, revision, licence }: Citation): string =>
  [
    arXiv === undefined ? "Dataset" : undefined,
    revision === undefined ? undefined : `revision ${revision}`,
    licence === undefined ? undefined : `licence ${licence}`,
  ]
    .filter((part) => part !== undefined)
    .join(", ");

const braced = (text: string | undefined): string | undefined =>
  text === undefined ? undefined : `{${text}}`;

/** Double braces: a name is one name, and styles leave the case of a title alone. */
const verbatim = (text: string | undefined): string | undefined =>
  text === undefined ? undefined : `{{${toLatex(text)}}}`;

const COMMANDS = new Map([
  ["\\", "\\textbackslash{}"],
  ["~", "\\textasciitilde{}"],
  ["^", "\\textasciicircum{}"],
]);

/** Control characters, halves of surrogate pairs and marks that only turn the direction of text have no place in a reference. */
const UNWANTED = /[\p{Cc}\p{Cs}\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/gu;

/** A text as LaTeX prints it, on one line. */
export const toLatex = (text: string): string =>
  text
    .replace(/\s+/g, " ")
    .replace(UNWANTED, "")
    .trim()
    .replace(/[\\~^&%$#_{}]/g, (character) => COMMANDS.get(character) ?? `\\${character}`);

/** An address stands as it is, but for what would end the field or the entry. */
const toUrl = (url: string): string =>
  url.replace(/[\s{}\\^~"<>`\p{Cc}\p{Cs}]/gu, (character) =>
    [...new TextEncoder().encode(character)]
      .map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, "0")}`)
      .join(""),
  );

/**
 * The same id always gets the same key, which is the id itself where BibTeX takes it. Ids that would share a key (BibTeX does not
 * tell upper from lower case) all get a hash of their own behind it.
 */
const toKeys = (ids: readonly string[]): readonly string[] => {
  const plain = ids.map((id) => id.replace(/[^A-Za-z0-9:./_+-]+/g, "-"));
  const counts = new Map<string, number>();
  for (const key of plain) counts.set(key.toLowerCase(), (counts.get(key.toLowerCase()) ?? 0) + 1);
  return plain.map((key, index) => {
    const id = ids[index] ?? key;
    const isAmbiguous = key !== id || (counts.get(key.toLowerCase()) ?? 0) > 1;
    return isAmbiguous ? `${key}-${hash(id)}` : key;
  });
};

const FNV_PRIME = 0x01000193;
const FNV_START = 0x811c9dc5;

/** FNV-1a in 32 bits: short, and enough to keep a handful of look-alike keys apart. */
const hash = (text: string): string => {
  let value = FNV_START;
  for (const byte of new TextEncoder().encode(text)) value = Math.imul(value ^ byte, FNV_PRIME);
  return (value >>> 0).toString(16).padStart(8, "0");
};
