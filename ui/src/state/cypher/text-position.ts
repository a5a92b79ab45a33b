/** Line and column from 1, the column in characters as a person counts them. */
export interface TextPosition {
  readonly line: number;
  readonly column: number;
}

/** Offset in UTF-16 units of a place in a text; beyond the end of its line, that end. */
export const offsetOf = (text: string, { line, column }: TextPosition): number => {
  const lines = text.split("\n");
  const before = lines.slice(0, line - 1).reduce((sum, one) => sum + one.length + 1, 0);
  const found = [...(lines[line - 1] ?? "")].slice(0, column - 1).join("");
  return Math.min(text.length, before + found.length);
};
