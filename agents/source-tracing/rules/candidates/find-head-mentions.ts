import type { Block, TextSpan } from "../../../document/document-structure.ts";
import type { DocumentView } from "../document-view.ts";
import { unitAround } from "../document-view.ts";
import type { Mention, MentionOrigin } from "./mention.ts";
import { trimName } from "./trim-name.ts";

const MAX_WORDS = 8;
const MAX_LENGTH = 80;
/** Where the name of an item ends and its description starts. */
const HEAD_END = /:\s|：|\s[-–—|=>]+\s|\s\(|（|,\s|，|。|;\s|\.\s|\n| {3,}/u;
const NUMBERED = /^(?:\d+(?:\.\d+)*[.)]?|[ivx]+[.)]|step \d+:?)\s+/i;
const NOT_A_NAME =
  /^(?:[\d\s.,%+~<>=$€/×xkKmMbBgGtT-]+|yes|no|true|false|none|n\/?a|null|-+|✓|✔|✅|❌|x|string|int\d*|float\d*|bool|list|dict|total|all|sum|avg|average|train|test|validation|dev|val|[a-z]{2}|[A-Z]{2})$/u;

/** The leading names of list items, the cells of tables and the headings: names without a verb near. */
export const findHeadMentions = (view: DocumentView): readonly Mention[] =>
  view.structure.blocks.flatMap((block, index) => {
    if (block.kind === "list-item")
      return head(view, { block, index, span: block.content, origin: "list-head" });
    if (block.kind === "heading") return head(view, { block, index, span: block.content, origin: "heading" });
    if (block.kind === "table-row") {
      return block.cells.flatMap((span) => head(view, { block, index, span, origin: "table-cell" }));
    }
    return [];
  });

interface HeadAt {
  readonly block: Block;
  readonly index: number;
  readonly span: TextSpan;
  readonly origin: MentionOrigin;
}

const head = (view: DocumentView, { index, span, origin }: HeadAt): readonly Mention[] => {
  const visible = view.visible.slice(span.start, Math.min(span.end, span.start + 400));
  const lead = /^[\s*_`"'“(:–-]*/u.exec(visible)?.[0].length ?? 0;
  const number = origin === "heading" ? (NUMBERED.exec(visible.slice(lead))?.[0].length ?? 0) : 0;
  const from = lead + number;
  const stop = visible.slice(from).search(HEAD_END);
  const name = trimName(
    view.visible,
    span.start + from,
    span.start + (stop === -1 ? visible.length : from + stop),
  );
  const text = view.text.slice(name.start, name.end);
  if (!isName(text)) return [];
  const mention: Mention = {
    name: text,
    ...name,
    outer: name,
    origin,
    block: index,
    unit: unitAround(view, index, name),
    targetKind: "none",
  };
  return [mention];
};

const isName = (text: string): boolean =>
  text.length >= 2 &&
  text.length <= MAX_LENGTH &&
  /\p{L}{2}/u.test(text) &&
  !NOT_A_NAME.test(text) &&
  !text.includes("http") &&
  text.split(/\s+/).length <= MAX_WORDS;
