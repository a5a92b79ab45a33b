import type { DocumentKind } from "../../schema/vocabulary.ts";
import type { Block, DocumentStructure, Link, Sentence } from "./document-structure.ts";
import { scanBlocks } from "./scan-blocks.ts";
import type { RawBlock } from "./block-scanner.ts";
import { scanFrontMatter } from "./scan-front-matter.ts";
import { splitHtmlBlocks } from "./split-html-blocks.ts";
import { scanLinks, scanReferences } from "./scan-links.ts";
import { isPlainPaper, scanPaperBlocks } from "./scan-paper-blocks.ts";
import { splitSentences } from "./split-sentences.ts";

/**
 * Reads the structure of a document: front matter, blocks with their section, links and sentences. Never throws,
 * takes time linear in the text, and every offset is one of the text as given.
 *
 * @example parseStructure("# Made from\n- [Alpha](https://example.org/a)").blocks[1]
 * // { kind: "list-item", start: 12, end: 44, section: ["Made from"], ... }
 */
export const parseStructure = (text: string, kind: DocumentKind = "card"): DocumentStructure => {
  const frontMatter = scanFrontMatter(text);
  const bodyStart = frontMatter?.end ?? 0;
  const raw =
    kind === "paper" && isPlainPaper(text)
      ? scanPaperBlocks(text, bodyStart)
      : splitHtmlBlocks(text, scanBlocks(text, bodyStart));
  const blocks = addSections(text, raw);
  const references = scanReferences(text);
  return {
    text,
    ...(frontMatter !== undefined && { frontMatter }),
    bodyStart,
    blocks,
    links: blocks.flatMap((block, index) => linksOf(text, { block, index, references })),
    sentences: blocks.flatMap((block, index) => sentencesOf(text, block, index)),
  };
};

interface OpenHeading {
  readonly level: number;
  readonly text: string;
}

/** Longest heading text that is kept in a section path. */
const MAX_HEADING = 200;

/** Gives every block the path of headings above it, and every table row its table's header. */
const addSections = (text: string, raw: readonly RawBlock[]): readonly Block[] => {
  const blocks: Block[] = [];
  let open: readonly OpenHeading[] = [];
  let section: readonly string[] = [];
  let header: readonly string[] = [];
  let headerGroup = -1;
  for (const { isHeader, ...block } of raw) {
    if (block.kind === "heading") {
      open = open.filter((heading) => heading.level < block.level);
      section = open.map((heading) => heading.text);
    }
    if (isHeader === true) {
      header = block.cells.map((cell) => text.slice(cell.start, cell.end));
      headerGroup = block.group;
    }
    const hasHeader = block.kind === "table-row" && block.group === headerGroup;
    blocks.push({ ...block, section, header: hasHeader ? header : [] });
    if (block.kind === "heading") {
      const { start, end } = block.content;
      open = [...open, { level: block.level, text: text.slice(start, Math.min(end, start + MAX_HEADING)) }];
      section = open.map((heading) => heading.text);
    }
  }
  return blocks;
};

interface BlockAt {
  readonly block: Block;
  readonly index: number;
  readonly references: ReadonlyMap<string, string>;
}

const linksOf = (text: string, { block, index, references }: BlockAt): readonly Link[] => {
  if (block.kind === "comment" || block.kind === "rule") return [];
  return scanLinks(text, block, {
    references,
    bareOnly: block.kind === "code" || block.kind === "bibtex",
  }).map((link) => ({ ...link, block: index }));
};

const sentencesOf = (text: string, block: Block, index: number): readonly Sentence[] => {
  if (block.kind !== "paragraph" && block.kind !== "list-item" && block.kind !== "quote") return [];
  return splitSentences(text, block.content).map((span) => ({ ...span, block: index }));
};
