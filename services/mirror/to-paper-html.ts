import { escapeMarkup } from "./escape-markup.ts";
import type { ArxivPaper } from "./parse-arxiv-abstract.ts";
import { toPaperBlocks } from "./to-paper-blocks.ts";

/**
 * A paper's text as arXiv's HTML shows it (LaTeXML's classes): abstract, numbered sections, tables, lists, bibliography.
 * Reads Markdown headings, and in extracted text the numbered headings of papers.
 */
export const toPaperHtml = (paper: ArxivPaper, fullText: string): string => {
  const sections = splitSections(fullText);
  return `<!DOCTYPE html>
<html lang="en">
<head><meta charset="utf-8"><title>${escapeMarkup(paper.title)}</title></head>
<body>
<article class="ltx_document">
<h1 class="ltx_title ltx_title_document">${escapeMarkup(paper.title)}</h1>
${toAuthors(paper, sections)}
${sections.map(toSection).join("\n")}
</article>
</body>
</html>
`;
};

/** Texts usually name their authors themselves, between title and abstract. */
const toAuthors = ({ authors }: ArxivPaper, sections: readonly Section[]): string => {
  const isNamed = sections.some(
    ({ level, lines }) => level === 1 && lines.some((line) => line.trim() !== ""),
  );
  if (isNamed) return "";
  const names = authors.map((author) => `<span class="ltx_personname">${escapeMarkup(author)}</span>`);
  return `<div class="ltx_authors">${names.join(", ")}</div>`;
};

interface Section {
  readonly level: number;
  readonly title: string;
  readonly lines: readonly string[];
  /** Whatever follows the references. */
  readonly isAppendix: boolean;
}

const MARKDOWN_HEADING = /^(#{1,5})\s+(.+?)\s*#*$/;
/** "3 Data", "3.1. Data sources": short, capitalised, no full stop at the end. */
const NUMBERED_HEADING = /^(\d+(?:\.\d+)*)\.?\s+(\p{Lu}[^.]{2,70})$/u;
/** "A Prompts": only after the references, because sentences begin so too. */
const LETTERED_HEADING = /^([A-Z](?:\.\d+)*)\.?\s+(\p{Lu}[^.]{2,70})$/u;
const NAMED_HEADING = /^(?:abstract|references|bibliography|acknowledge?ments?|appendix)$/i;
const BIBLIOGRAPHY = /^(?:\d+\.?\s+)?(?:references|bibliography)$/i;

/** What stands before the first heading is a section without a title. */
const splitSections = (text: string): readonly Section[] => {
  const isMarkdown = /^##\s/m.test(text);
  let lines: string[] = [];
  let isPastReferences = false;
  const sections: Section[] = [{ level: 1, title: "", lines, isAppendix: false }];
  for (const line of text.split(/\r?\n/)) {
    if (/^\s*<!--.*-->\s*$/.test(line)) continue;
    const heading = isMarkdown ? readMarkdownHeading(line) : readExtractedHeading(line, isPastReferences);
    if (heading === undefined) {
      lines.push(line);
      continue;
    }
    lines = [];
    sections.push({ ...heading, lines, isAppendix: isPastReferences });
    isPastReferences ||= BIBLIOGRAPHY.test(heading.title);
  }
  return sections;
};

type Heading = Pick<Section, "level" | "title">;

const readMarkdownHeading = (line: string): Heading | undefined => {
  const [, marks = "", title = ""] = MARKDOWN_HEADING.exec(line) ?? [];
  return marks === "" ? undefined : { level: marks.length, title };
};

const readExtractedHeading = (line: string, isPastReferences: boolean): Heading | undefined => {
  const text = line.trim();
  if (NAMED_HEADING.test(text)) return { level: 2, title: text };
  const pattern = isPastReferences ? LETTERED_HEADING : NUMBERED_HEADING;
  const number = pattern.exec(text)?.[1];
  return number === undefined ? undefined : { level: 1 + number.split(".").length, title: text };
};

const SECTION_KINDS = ["document", "section", "subsection", "subsubsection", "paragraph"] as const;

/** The document's own title is already printed, so a first-level section shows only its text. */
const toSection = ({ level, title, lines, isAppendix }: Section): string => {
  const kind = SECTION_KINDS[level - 1] ?? "paragraph";
  const blocks = toPaperBlocks(lines);
  if (level === 1) return blocks;
  const heading = `<h${level} class="ltx_title ltx_title_${kind}">${escapeMarkup(title)}</h${level}>`;
  if (/^abstract$/i.test(title)) return `<div class="ltx_abstract">${heading}\n${blocks}</div>`;
  const isBibliography = BIBLIOGRAPHY.test(title);
  const name = isBibliography
    ? "ltx_bibliography"
    : isAppendix || /^appendix\b/i.test(title)
      ? "ltx_appendix"
      : `ltx_${kind}`;
  return `<section class="${name}">\n${heading}\n${blocks}</section>`;
};
