/** A part of a long text that is drawn on its own. */
export interface TextChunk {
  readonly start: number;
  readonly end: number;
  /** Lines of a column, about: what keeps its place until it is drawn. */
  readonly lines: number;
}

/** Characters; a chunk is laid out in a few milliseconds. */
const CHUNK = 6_000;
/** Where no line ends for so long, a line is cut. */
const LONGEST = 12_000;
const COLUMN = 72;

/** Cuts a text into parts that end with a line; joining them gives the text back. */
export const toTextChunks = (text: string): readonly TextChunk[] => {
  const chunks: TextChunk[] = [];
  let start = 0;
  while (start < text.length) {
    const end = endOf(text, start);
    chunks.push({ start, end, lines: countLines(text, start, end) });
    start = end;
  }
  return chunks;
};

const endOf = (text: string, start: number): number => {
  if (text.length - start <= CHUNK) return text.length;
  const line = text.indexOf("\n", start + CHUNK);
  if (line !== -1 && line < start + LONGEST) return line + 1;
  const cut = Math.min(start + LONGEST, text.length);
  // Never between the two halves of one character.
  const isHalf = (text.charCodeAt(cut) & 0xfc00) === 0xdc00;
  return isHalf ? cut - 1 : cut;
};

const countLines = (text: string, start: number, end: number): number => {
  let lines = 0;
  let from = start;
  while (from < end) {
    const line = text.indexOf("\n", from);
    const stop = line === -1 || line >= end ? end : line;
    lines += Math.max(1, Math.ceil((stop - from) / COLUMN));
    from = stop + 1;
  }
  return lines;
};

/** The chunk that holds a place of the text; the last one for a place behind its end. */
export const chunkAt = (chunks: readonly TextChunk[], offset: number): number => {
  const found = chunks.findIndex(({ end }) => offset < end);
  return found === -1 ? chunks.length - 1 : found;
};
