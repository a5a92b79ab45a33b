/** What the mirror knows of a paper. Fields that its file does not give are empty. */
export interface ArxivPaper {
  readonly id: string;
  readonly title: string;
  readonly authors: readonly string[];
  readonly abstract: string;
  /** ISO date; absent when the file gives none. */
  readonly published?: string;
}

/**
 * Reads a paper's title, authors and abstract from Markdown or from extracted text, leniently: the title is the first
 * heading, else the first line that is not a comment; the abstract runs from its heading to the next one.
 */
export const parseArxivAbstract = (id: string, text: string): ArxivPaper => {
  const lines = text.split(/\r?\n/).filter((line) => !/^\s*<!--.*-->\s*$/.test(line));
  const published = readField(lines, /published|submitted|date/);
  return {
    id,
    title: readTitle(lines),
    authors: readAuthors(lines),
    abstract: readAbstract(lines),
    ...(published !== undefined && !Number.isNaN(Date.parse(published))
      ? { published: new Date(published).toISOString() }
      : {}),
  };
};

const readTitle = (lines: readonly string[]): string => {
  const heading = lines.find((line) => /^#\s+\S/.test(line));
  return clean(heading?.replace(/^#\s+/, "") ?? lines.find((line) => line.trim() !== "") ?? "");
};

/** `- Authors: A, B` or `**Authors:** A and B`. */
const readAuthors = (lines: readonly string[]): readonly string[] =>
  (readField(lines, /authors?/) ?? "")
    .split(/,|;|\band\b/)
    .map(clean)
    .filter((author) => author !== "");

const readField = (lines: readonly string[], name: RegExp): string | undefined => {
  const pattern = new RegExp(`^[\\s*_-]*(?:${name.source})[*_]*\\s*:[*_]*\\s*(.+)$`, "i");
  return lines.map((line) => pattern.exec(line)?.[1]?.trim()).find((value) => value !== undefined);
};

const ABSTRACT_HEADING = /^(?:#+\s*|\*\*)?abstract(?:\*\*)?[.:]?\s*$/i;
const NEXT_HEADING = /^(?:#+\s|(?:\d+|I)\.?\s+introduction\b|introduction\s*$|keywords\b)/i;

const readAbstract = (lines: readonly string[]): string => {
  const start = lines.findIndex((line) => ABSTRACT_HEADING.test(line.trim()));
  if (start < 0) return "";
  const rest = lines.slice(start + 1);
  const end = rest.findIndex((line) => NEXT_HEADING.test(line.trim()));
  return clean((end < 0 ? rest : rest.slice(0, end)).join(" "));
};

const clean = (text: string): string => text.replace(/\s+/g, " ").trim();
