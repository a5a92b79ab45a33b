import type { TextSpan } from "./document-structure.ts";
import { trimSpan } from "./scan-lines.ts";

/** Whether a line is the `| --- | :-: |` under a table's header. */
export const isTableDivider = (line: string): boolean =>
  line.length >= 3 && /^[\s|:-]+$/.test(line) && line.includes("-") && line.includes("|");

/** Cuts a table line at its unescaped bars into trimmed cells; an outer bar opens or closes no cell. */
export const splitCells = (text: string, line: TextSpan): readonly TextSpan[] => {
  const cells: TextSpan[] = [];
  let start = text[line.start] === "|" ? line.start + 1 : line.start;
  for (let at = start; at < line.end; at += 1) {
    if (text[at] !== "|" || text[at - 1] === "\\") continue;
    cells.push(trimSpan(text, start, at));
    start = at + 1;
  }
  if (start < line.end) cells.push(trimSpan(text, start, line.end));
  return cells;
};
