import type { DocumentView } from "../document-view.ts";
import { unitAround } from "../document-view.ts";
import type { Mention, MentionOrigin } from "./mention.ts";
import { trimName } from "./trim-name.ts";

const EMPHASIS =
  /(?:\*\*|__)([^*_\n]{2,80})(?:\*\*|__)|`([^`\n]{2,80})`|(?<![*\w])\*([^*\n]{2,80})\*(?![*\w])/g;
const QUOTED = /"([^"\n]{2,80})"|“([^”\n]{2,80})”|(?<![\p{L}\p{N}])'([^'\n]{2,60})'(?![\p{L}\p{N}])/gu;
const FORUM = /(?<![\w/])\/?(r\/[A-Za-z0-9_]{2,30})\b/g;
const DOMAIN =
  /(?<![\w@/.-])((?:[\w-]{1,40}\.){1,3}(?:com|org|net|edu|gov|io|cn|de|fr|ru|uk|jp|info|wiki|is|ai|co|me|tv|eu|us|ca|it|es|nl|pl|br|in|kr|to|app|dev|xyz))(?![\w@/-])/gi;
const CITATION =
  /(?<![\p{L}])(\p{Lu}[\p{L}'’-]{1,25}(?:(?:,? (?:and|&) |, )\p{Lu}[\p{L}'’-]{1,25}){0,3}(?: et al\.?)?,? ?(?:\((?:19|20)\d\d[a-z]?\)|(?:19|20)\d\d[a-z]?))(?!\d)/gu;
const CHINESE =
  /《([^》\n]{2,60})》|「([^」\n]{2,60})」|(?:来自于?|源自|基于|取自|采集自|爬取自?|收集自|抽取自|翻译自|源于|来源于|选自|整理自)\s*([^\s，。；、：（）()的]{2,30})|([\p{Script=Han}\w-]{2,20})(?=数据集|语料|题库|百科|论坛)/gu;
const JAPANESE = /([\p{Script=Katakana}\p{Script=Han}ーA-Za-z0-9_-]{2,30})(?:から|データセット|コーパス)/gu;
const MAX_WORDS = 8;

interface Pattern {
  readonly pattern: RegExp;
  readonly origin: MentionOrigin;
  readonly on: "text" | "visible";
}

const PATTERNS: readonly Pattern[] = [
  { pattern: EMPHASIS, origin: "emphasis", on: "text" },
  { pattern: QUOTED, origin: "quoted", on: "visible" },
  { pattern: FORUM, origin: "forum", on: "visible" },
  { pattern: DOMAIN, origin: "domain", on: "visible" },
  { pattern: CITATION, origin: "citation", on: "visible" },
  { pattern: CHINESE, origin: "chinese", on: "visible" },
  { pattern: JAPANESE, origin: "chinese", on: "visible" },
];

/** Names that are set apart by marks: bold, code, quotes, book-title brackets, forum and host names. */
export const findMarkedMentions = (view: DocumentView): readonly Mention[] =>
  view.structure.blocks.flatMap((block, index) => {
    if (block.kind === "code" || block.kind === "bibtex" || block.kind === "comment" || block.kind === "rule")
      return [];
    return PATTERNS.flatMap(({ pattern, origin, on }) =>
      [...view[on].slice(block.start, block.end).matchAll(pattern)].flatMap((match) => {
        const name = match.slice(1).find((group) => group !== undefined) ?? "";
        const from = block.start + match.index + match[0].indexOf(name);
        const span = trimName(view.visible, from, from + name.length);
        const text = view.text.slice(span.start, span.end);
        if (
          text.length < 2 ||
          !/\p{L}/u.test(text) ||
          text.includes("](") ||
          text.split(/\s+/).length > MAX_WORDS
        )
          return [];
        const unit = unitAround(view, index, span);
        return [
          { name: text, ...span, outer: span, origin, block: index, unit, targetKind: "none" as const },
        ];
      }),
    );
  });
