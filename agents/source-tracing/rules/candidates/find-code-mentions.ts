import type { DocumentView } from "../document-view.ts";
import { unitAround } from "../document-view.ts";
import { isHubId } from "../../../../schema/id-text.ts";
import type { Mention, MentionOrigin } from "./mention.ts";

const LOAD_CALL = /\bload_dataset(?:_builder)?\(\s*(?:path\s*=\s*)?["']([^"'\n]{2,150})["']/g;
const FIELD =
  /["'`]?\b(?:data_?source|source_?dataset|source|origin|original_dataset|dataset_?name|dataset|from_dataset|src|subset|task_source)\b["'`]?\s*[:=]\s*["'`]([^"'`\n]{2,80})["'`]/gi;
const OWNER_AND_NAME = /(?<![\w/.@:-])([A-Za-z0-9][\w.-]{1,95}\/[A-Za-z0-9][\w.-]{1,95})(?![\w/])/g;

/** Names in load calls and in the values of source fields, in code and in text. */
export const findCodeMentions = (view: DocumentView): readonly Mention[] =>
  view.structure.blocks.flatMap((block, index) => {
    if (block.kind === "comment" || block.kind === "bibtex" || block.kind === "rule") return [];
    const slice = view.text.slice(block.start, block.end);
    const find = (pattern: RegExp, origin: MentionOrigin): readonly Mention[] =>
      [...slice.matchAll(pattern)].flatMap((match) => {
        const name = match[1]?.trim();
        if (name === undefined || name.length < 2) return [];
        const start = block.start + match.index + match[0].lastIndexOf(name);
        return [toMention(view, { name, start, origin, block: index })];
      });
    return [
      ...find(LOAD_CALL, "load-call"),
      ...find(FIELD, "field-value"),
      ...(block.kind === "code" ? [] : findIds(view, index)),
    ];
  });

interface Found {
  readonly name: string;
  readonly start: number;
  readonly origin: MentionOrigin;
  readonly block: number;
}

const toMention = (view: DocumentView, found: Found): Mention => {
  const end = found.start + found.name.length;
  const isId = found.name.includes("/") && isHubId(found.name);
  return {
    ...found,
    end,
    outer: { start: found.start, end },
    unit: unitAround(view, found.block, { start: found.start, end }),
    targetKind: isId ? "hub-dataset" : "none",
    ...(isId && { hubId: found.name }),
  };
};

const NOT_IDS =
  /^(?:and\/or|w\/|w\/o|n\/a|input\/output|question\/answer|true\/false|train\/test|he\/she|his\/her|s\/he|km\/h|client\/server|TCP\/IP|CI\/CD|A\/B|I\/O|CNN\/\w+|he\/him|yes\/no|either\/or)$/i;
const FILE =
  /\.(?:md|py|jsonl?|csv|tsv|parquet|txt|zip|gz|tar|png|jpe?g|pdf|html?|ya?ml|sh|ipynb|arrow|bin|xml|wav|mp3)$/i;

/** `owner/name` in visible text. Ordinary words with a slash between them are none. */
const findIds = (view: DocumentView, blockIndex: number): readonly Mention[] => {
  const block = view.structure.blocks[blockIndex];
  if (block === undefined) return [];
  return [...view.visible.slice(block.start, block.end).matchAll(OWNER_AND_NAME)].flatMap((match) => {
    const name = match[1]?.replace(/[.-]+$/, "") ?? "";
    if (
      NOT_IDS.test(name) ||
      FILE.test(name) ||
      /^\d[\d.]*\/\d/.test(name) ||
      !looksLikeId(name) ||
      name.endsWith("/The")
    )
      return [];
    const start = block.start + match.index;
    const unit = unitAround(view, blockIndex, { start, end: start + name.length });
    return [
      {
        name,
        start,
        end: start + name.length,
        outer: { start, end: start + name.length },
        origin: "id" as const,
        block: blockIndex,
        unit,
        targetKind: "hub-dataset" as const,
        ...(isHubId(name) && { hubId: name }),
      },
    ];
  });
};

/** A digit, hyphen, underscore or inner capital on either side tells an id from "questions/answers". */
const looksLikeId = (name: string): boolean => /[\d_-]|[a-z][A-Z]|[A-Z]{2}/.test(name);
