import type { FrontMatter, FrontMatterLine } from "./document-structure.ts";
import { scanLines, trimSpan } from "./scan-lines.ts";
import type { Line } from "./scan-lines.ts";

/** Longest front matter that is read, in lines: dataset_info blocks of real cards reach about 20,000. */
const MAX_LINES = 60_000;
/** A line of prose is no YAML: keys are short words. */
const KEY = /^(?:-\s+)?["']?([\w.@+/-]{1,80}(?: [\w.-]{1,40})?)["']?\s*:(?=\s|$)/;
const isMarker = (line: string): boolean => /^---\s*$/.test(line);

/**
 * Finds the YAML front matter at the start of a text. A horizontal rule is not one: the first line that says
 * anything must be a key, a list item or a comment, and a second `---` must follow.
 */
export const scanFrontMatter = (text: string): FrontMatter | undefined => {
  const start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  if (!text.startsWith("---", start)) return undefined;
  const lines = scanLines(text, start).slice(0, MAX_LINES);
  const opening = lines[0];
  if (
    opening === undefined ||
    !isMarker(text.slice(opening.start, Math.min(opening.end, opening.start + 10)))
  )
    return undefined;
  const closing = lines.findIndex(
    (line, index) => index > 0 && line.end - line.start < 10 && isMarker(text.slice(line.start, line.end)),
  );
  const last = lines[closing];
  if (last === undefined) return undefined;
  const inner = lines.slice(1, closing);
  if (!looksLikeYaml(text, inner)) return undefined;
  return {
    start,
    end: last.end,
    yaml: { start: opening.next, end: last.start },
    lines: readLines(text, inner),
  };
};

const looksLikeYaml = (text: string, lines: readonly Line[]): boolean => {
  const first = lines.find((line) => line.first < line.end && text[line.first] !== "#");
  if (first === undefined) return true;
  const content = text.slice(first.first, Math.min(first.end, first.first + 200));
  return KEY.test(content) || /^[-{[]/.test(content);
};

interface OpenKey {
  readonly indent: number;
  readonly key: string;
}

/** Reads keys and scalars line by line, so that broken YAML still gives the lines that can be read. */
const readLines = (text: string, lines: readonly Line[]): readonly FrontMatterLine[] => {
  const read: FrontMatterLine[] = [];
  let open: OpenKey[] = [];
  for (const line of lines) {
    if (line.first === line.end || text[line.first] === "#") continue;
    const { start, end } = trimSpan(text, line.first, line.end);
    const content = text.slice(start, Math.min(end, start + 2000));
    const indent = line.first - line.start;
    const isItem = content.startsWith("- ") || content === "-";
    const key = KEY.exec(content);
    const depth = isItem ? indent + 1 : indent;
    // A list item may stand at the same indent as its key.
    open = open.filter((each) => each.indent < depth);
    if (key?.[1] !== undefined) open.push({ indent: isItem ? indent + 2 : indent, key: key[1] });
    const raw = key === null ? content.replace(/^-\s*/, "") : content.slice(key[0].length);
    const value = unquote(raw.trim());
    const path = open.map((each) => each.key);
    read.push(value === "" ? { start, end, path } : { start, end, path, value });
  }
  return read;
};

const unquote = (value: string): string => {
  const quote = value[0];
  return (quote === '"' || quote === "'") && value.length > 1 && value.endsWith(quote)
    ? value.slice(1, -1)
    : value;
};
