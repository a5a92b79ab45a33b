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
  return bestBySpan(withoutEmptyAnchors(view, found)).toSorted(
    (left, right) => left.start - right.start || left.end - right.end,
  );
};

const bestBySpan = (mentions: readonly Mention[]): readonly Mention[] => {
  const bySpan = new Map<string, Mention>();
  for (const mention of mentions) {
    const key = `${mention.start}:${mention.end}`;
    const kept = bySpan.get(key);
    const [better, other] =
      kept !== undefined && rank(kept) <= rank(mention) ? [kept, mention] : [mention, kept];
    const alsoAs =
      other === undefined ? [] : [...(better.alsoAs ?? []), other.origin, ...(other.alsoAs ?? [])];
    bySpan.set(key, alsoAs.length === 0 ? better : { ...better, alsoAs });
  }
  return [...bySpan.values()];
};

/** Drops what was read inside a link's text when the link is named by its address: "GitHub repo" names nothing. */
const withoutEmptyAnchors = (view: DocumentView, mentions: readonly Mention[]): readonly Mention[] => {
  const byAddress = mentions.filter(
    ({ origin, start, end }) => origin === "link" && view.visible.slice(start, end).trim() === "",
  );
  if (byAddress.length === 0) return mentions;
  const starts = byAddress.map(({ outer }) => outer);
  let at = 0;
  const ordered = mentions.toSorted((left, right) => left.start - right.start);
  return ordered.filter((mention) => {
    while (at < starts.length && (starts[at]?.end ?? 0) <= mention.start) at += 1;
    const link = starts[at];
    return (
      link === undefined || mention.origin === "link" || mention.start < link.start || mention.end > link.end
    );
  });
};

const rank = (mention: Mention): number => MENTION_ORIGINS.indexOf(mention.origin);
