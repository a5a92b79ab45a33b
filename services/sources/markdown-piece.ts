/** A part of a rendered page: text that flows on, or a block that stands alone. */
export interface MarkdownPiece {
  readonly kind: "inline" | "block";
  readonly text: string;
}

/** Joins what flows into paragraphs, between the blocks. */
export const toBlocks = (pieces: readonly MarkdownPiece[]): readonly string[] => {
  const blocks: string[] = [];
  let flowing: string[] = [];
  const endParagraph = (): void => {
    const text = tidy(flowing.join(""));
    if (text !== "") blocks.push(text);
    flowing = [];
  };
  for (const { kind, text } of pieces) {
    if (kind === "inline") {
      flowing.push(text);
      continue;
    }
    endParagraph();
    blocks.push(text);
  }
  endParagraph();
  return blocks;
};

/** All pieces on one line, as headings and table cells need them. */
export const toInlineText = (pieces: readonly MarkdownPiece[]): string =>
  pieces
    .map(({ kind, text }) => (kind === "block" ? ` ${text} ` : text))
    .join("")
    .replace(/\s+/g, " ")
    .trim();

const tidy = (text: string): string =>
  text
    .replace(/[ \t\u00a0]+/g, " ")
    .replace(/ ?\n ?/g, "\n")
    .trim();
