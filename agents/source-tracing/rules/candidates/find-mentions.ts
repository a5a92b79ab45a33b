import type { DocumentView } from "../document-view.ts";
import { findCodeMentions } from "./find-code-mentions.ts";
import { findFrontMatterMentions } from "./find-front-matter-mentions.ts";
import { findHeadMentions } from "./find-head-mentions.ts";
import { findLinkMentions } from "./find-link-mentions.ts";
import { findMarkedMentions } from "./find-marked-mentions.ts";
import { findProseMentions } from "./find-prose-mentions.ts";
import { MENTION_ORIGINS } from "./mention.ts";
import type { Mention } from "./mention.ts";

/** Mentions of a document that are kept: a longer list is a listing, and every one of them is scored. */
const MAX_MENTIONS = 6000;

/** Everything in a document that may name a source, in order; of two equal spans the one that says more is kept. */
export const findMentions = (view: DocumentView): readonly Mention[] => {
  const found = [
    ...findFrontMatterMentions(view),
    ...findLinkMentions(view),
    ...findCodeMentions(view),
    ...findHeadMentions(view),
    ...findMarkedMentions(view),
    ...findProseMentions(view),
  ].slice(0, MAX_MENTIONS);
  const bySpan = new Map<string, Mention>();
  for (const mention of found) {
    const key = `${mention.start}:${mention.end}`;
    const kept = bySpan.get(key);
    if (kept === undefined || rank(mention) < rank(kept)) bySpan.set(key, mention);
  }
  return [...bySpan.values()].toSorted((left, right) => left.start - right.start || left.end - right.end);
};

const rank = (mention: Mention): number => MENTION_ORIGINS.indexOf(mention.origin);
