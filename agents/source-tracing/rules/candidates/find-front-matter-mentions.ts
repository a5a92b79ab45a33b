import type { FrontMatterLine } from "../../../document/document-structure.ts";
import type { DocumentView } from "../document-view.ts";
import { readLinkTarget } from "./link-target.ts";
import type { Mention } from "./mention.ts";

const KEYS = new Set([
  "source_datasets",
  "source_dataset",
  "derived_from",
  "base_dataset",
  "base_datasets",
  "original_dataset",
  "parent_dataset",
]);
const NO_NAMES = new Set("original extended none unknown n/a na null other crowdsourced found".split(" "));
const MAX_NAME = 200;

/** Names under `source_datasets` and its like; `extended|x` and `extended|other-x` name x. */
export const findFrontMatterMentions = (view: DocumentView): readonly Mention[] =>
  (view.structure.frontMatter?.lines ?? []).flatMap((line) =>
    line.path.some((key) => KEYS.has(key.toLowerCase())) ? mentionsOf(view, line) : [],
  );

const mentionsOf = (view: DocumentView, line: FrontMatterLine): readonly Mention[] => {
  if (line.value === undefined || line.value.length > 2000) return [];
  const mentions: Mention[] = [];
  let from = line.start + (view.text.slice(line.start, line.end).indexOf(line.value) || 0);
  for (const part of line.value.split(/[,[\]"']+/)) {
    const raw = part.trim();
    const name = raw.replace(/^(?:extended\|)?(?:other-)?/, "");
    if (name.length < 2 || name.length > MAX_NAME || NO_NAMES.has(name.toLowerCase())) continue;
    const start = view.text.indexOf(name, from);
    if (start === -1 || start + name.length > line.end) continue;
    from = start + name.length;
    const target = readLinkTarget(name);
    const isLink = target.kind !== "none" && /[/.]/.test(name);
    mentions.push({
      name,
      start,
      end: from,
      outer: { start, end: from },
      origin: "front-matter",
      block: -1,
      unit: { start: line.start, end: line.end },
      targetKind: isLink ? target.kind : "none",
      ...(isLink && name.includes("://") && { url: name }),
      ...(isLink && target.hubId?.includes("/") === true && { hubId: target.hubId }),
    });
  }
  return mentions;
};
