import type { TextSpan } from "../../../document/document-structure.ts";

/** What a candidate was found as. */
export const MENTION_ORIGINS = [
  "link",
  "id",
  "name",
  "known-name",
  "emphasis",
  "quoted",
  "heading",
  "table-cell",
  "list-head",
  "field-value",
  "front-matter",
  "load-call",
  "forum",
  "domain",
  "citation",
  "chinese",
] as const;
export type MentionOrigin = (typeof MENTION_ORIGINS)[number];

export const TARGET_KINDS = [
  "hub-dataset",
  "hub-model",
  "hub-other",
  "github",
  "paper",
  "archive",
  "website",
  "none",
] as const;
export type TargetKind = (typeof TARGET_KINDS)[number];

/** One place where a document names something that may be a source. */
export interface Mention extends TextSpan {
  /** `text.slice(start, end)`. */
  readonly name: string;
  readonly origin: MentionOrigin;
  /** Other ways in which the same span was found. */
  readonly alsoAs?: readonly MentionOrigin[];
  /** Index of its block; -1 in the front matter. */
  readonly block: number;
  /** What stands for the name in the text: the whole link for a link, otherwise the name itself. */
  readonly outer: TextSpan;
  /** The sentence, item, row or line around it. */
  readonly unit: TextSpan;
  /** The address that the document gives for it, where it gives one. */
  readonly url?: string;
  readonly targetKind: TargetKind;
  /** Hub id that the address or the text spells out. */
  readonly hubId?: string;
}
