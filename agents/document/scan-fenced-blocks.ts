import { markerText, pushBlock, scanSingle } from "./block-scanner.ts";
import type { Scanner } from "./block-scanner.ts";

export const FENCE = /^(?:`{3,}|~{3,})/;

/** Lines up to and including the one that holds an offset. */
const lineAfter = (scanner: Scanner, index: number, offset: number): number => {
  let next = index;
  while (next < scanner.lines.length && (scanner.lines[next]?.end ?? 0) < offset) next += 1;
  return next + 1;
};

export const scanComment = (scanner: Scanner, index: number): number => {
  const line = scanner.lines[index];
  if (line === undefined) return index + 1;
  const close = scanner.lastCommentEnd < line.first + 4 ? -1 : scanner.text.indexOf("-->", line.first + 4);
  if (close === -1) return scanSingle(scanner, index, "paragraph");
  const end = close + 3;
  scanner.group += 1;
  pushBlock(scanner, { kind: "comment", start: line.first, end });
  const last = lineAfter(scanner, index, end);
  const rest = scanner.lines[last - 1];
  if (rest !== undefined && rest.end > end && scanner.text.slice(end, rest.end).trim() !== "") {
    pushBlock(scanner, { kind: "paragraph", start: end, end: rest.end });
  }
  return last;
};

export const scanFence = (scanner: Scanner, index: number): number => {
  const opening = scanner.lines[index];
  const fence = FENCE.exec(markerText(scanner, index))?.[0] ?? "```";
  if (opening === undefined) return index + 1;
  let closing = index + 1;
  while (closing < scanner.lines.length) {
    const text = markerText(scanner, closing);
    if (text.startsWith(fence) && /^[`~]+$/.test(text)) break;
    closing += 1;
  }
  const last = scanner.lines[Math.min(closing, scanner.lines.length - 1)] ?? opening;
  const contentEnd = closing < scanner.lines.length ? last.start : last.end;
  const content = { start: Math.min(opening.next, contentEnd), end: contentEnd };
  const isBibtex = /^\s*@\w{3,20}\s*\{/.test(scanner.text.slice(content.start, content.start + 60));
  scanner.group += 1;
  pushBlock(scanner, { kind: isBibtex ? "bibtex" : "code", start: opening.start, end: last.end, content });
  return closing + 1;
};

/** A bare BibTeX entry ends where its braces balance, or at a blank line followed by no field. */
export const scanBibtex = (scanner: Scanner, index: number): number => {
  const first = scanner.lines[index];
  if (first === undefined) return index + 1;
  let depth = 0;
  let next = index;
  while (next < scanner.lines.length) {
    const line = scanner.lines[next];
    if (line === undefined || (line.first === line.end && next > index + 1)) break;
    for (let at = line.first; at < line.end; at += 1) {
      const code = scanner.text.charCodeAt(at);
      if (code === 123) depth += 1;
      else if (code === 125) depth -= 1;
    }
    next += 1;
    if (depth <= 0) break;
  }
  scanner.group += 1;
  pushBlock(scanner, { kind: "bibtex", start: first.start, end: scanner.lines[next - 1]?.end ?? first.end });
  return next;
};
