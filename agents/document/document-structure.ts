/** A half-open range of the document's text, in UTF-16 code units: `text.slice(start, end)`. */
export interface TextSpan {
  readonly start: number;
  readonly end: number;
}

/**
 * What a block is. `comment` is an HTML comment, `rule` a horizontal line; neither is shown to a reader of the page.
 * A code block whose content is a BibTeX entry is `bibtex`, as is an entry outside any fence.
 */
export const BLOCK_KINDS = [
  "heading",
  "paragraph",
  "list-item",
  "table-header",
  "table-row",
  "code",
  "quote",
  "bibtex",
  "comment",
  "rule",
] as const;
export type BlockKind = (typeof BLOCK_KINDS)[number];

/** A block of the body, without its leading and trailing white space. Blocks are in order and never overlap. */
export interface Block extends TextSpan {
  readonly kind: BlockKind;
  /** Range of the content without the marker: the heading's text, the item without its bullet, the code in its fence. */
  readonly content: TextSpan;
  /** Texts of the headings above, outermost first. A heading's own text is not among them. */
  readonly section: readonly string[];
  /** Heading level 1 to 6, 7 for a line that is only bold; nesting of a list item from 0; otherwise 0. */
  readonly level: number;
  /** The items of one list and the rows of one table share a number; every other block has its own. */
  readonly group: number;
  /** Cells of a table row or header, trimmed; empty for other kinds. */
  readonly cells: readonly TextSpan[];
  /** Texts of the table's header cells, for rows of a table that has one; otherwise empty. */
  readonly header: readonly string[];
}

export const LINK_FORMS = ["markdown", "image", "reference", "html", "bare"] as const;
export type LinkForm = (typeof LINK_FORMS)[number];

/** A link with the text that a reader sees for it; a bare address is its own text. */
export interface Link extends TextSpan {
  readonly form: LinkForm;
  readonly anchorStart: number;
  readonly anchorEnd: number;
  /** The anchor as written, `text.slice(anchorStart, anchorEnd)`. */
  readonly text: string;
  /** The address as written, at most 2000 characters. */
  readonly url: string;
  /** Index of the block that holds the link, in `DocumentStructure.blocks`. */
  readonly block: number;
}

export interface Sentence extends TextSpan {
  /** Index of the block that holds the sentence. */
  readonly block: number;
}

/** One `key: value` or `- item` line of the front matter. `key` is the nearest key above or on the line. */
export interface FrontMatterLine extends TextSpan {
  /** Keys from the top level down to this line, such as `["dataset_info", "features"]`. */
  readonly path: readonly string[];
  /** The scalar without quotes; absent where the line only opens a list or a map. */
  readonly value?: string;
}

export interface FrontMatter extends TextSpan {
  /** The YAML between the two markers. */
  readonly yaml: TextSpan;
  readonly lines: readonly FrontMatterLine[];
}

/** The structure of a Markdown text or a plain-text paper; every offset points into the text as stored. */
export interface DocumentStructure {
  readonly text: string;
  readonly frontMatter?: FrontMatter;
  /** Where the body starts: after the front matter. */
  readonly bodyStart: number;
  readonly blocks: readonly Block[];
  readonly links: readonly Link[];
  /** Sentences of paragraphs, list items and quotes, in order. */
  readonly sentences: readonly Sentence[];
}
