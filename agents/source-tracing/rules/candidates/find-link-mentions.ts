import type { Link } from "../../../document/document-structure.ts";
import type { DocumentView } from "../document-view.ts";
import { unitAround } from "../document-view.ts";
import { readLinkTarget } from "./link-target.ts";
import type { LinkTarget } from "./link-target.ts";
import type { Mention } from "./mention.ts";
import { trimName } from "./trim-name.ts";

/** Anchors that name nothing: the address does. */
const EMPTY_ANCHOR =
  /^(?:\[?\(?(?:here|link|links?|this|this link|this (?:dataset|repo(?:sitory)?|page|paper|url|file|one|work|team|website|site)|dataset|datasets?|dataset link|download|source|sources?|homepage|home page|website|repo(?:sitory)?|github(?: repo(?:sitory)?)?|paper|arxiv|hf|hf link|hugging ?face(?: hub)?|🤗|url|data|code|project(?: page)?|page|card|dataset card|original(?: dataset)?|doc|docs?|website link|kaggle|zenodo|more|readme(?:\.md)?|official(?: website)?|\d+|open dataset|链接|网址链接|公开数据集|点击下载|下载|地址)\]?\)?)$/iu;
const POINTING_ANCHOR =
  /^(?:this|these|their|our|its|the official|official|the original|original|the|my)\b.*\b(?:repo|repository|github|site|website|page|link|paper|here|dataset|datasets|code|card|data|url|publication|article|work|team)$/i;
const MAX_ANCHOR_NAME = 100;
const OWNER_AND_NAME = /^[A-Za-z0-9][\w.-]{0,95}\/[A-Za-z0-9][\w.-]{0,95}$/;

/** Every link that may lead to a dataset, named by its anchor, or by its address where the anchor names nothing. */
export const findLinkMentions = (view: DocumentView): readonly Mention[] =>
  view.structure.links.flatMap((link) => {
    const block = view.structure.blocks[link.block];
    if (link.form === "image" || block === undefined || block.kind === "bibtex") return [];
    const target = readLinkTarget(link.url);
    if (target.kind === "none") return [];
    return mentionsOf(view, link, target);
  });

const mentionsOf = (view: DocumentView, link: Link, target: LinkTarget): readonly Mention[] => {
  const base = {
    origin: "link" as const,
    block: link.block,
    outer: { start: link.start, end: link.end },
    url: link.url,
    targetKind: target.kind,
    ...(target.hubId !== undefined && { hubId: target.hubId }),
  };
  const anchor = anchorName(view, link);
  if (anchor !== undefined) {
    const unit = unitAround(view, link.block, link);
    return [{ ...base, ...anchor, name: view.text.slice(anchor.start, anchor.end), unit }];
  }
  const name = target.kind === "hub-dataset" ? target.hubId : target.name;
  if (name === undefined) return [];
  const inUrl = view.text.slice(link.start, link.end).toLowerCase().lastIndexOf(name.toLowerCase());
  if (inUrl === -1) return [];
  const start = link.start + inUrl;
  const end = start + name.length;
  return [
    { ...base, name: view.text.slice(start, end), start, end, unit: unitAround(view, link.block, link) },
  ];
};

const anchorName = (view: DocumentView, link: Link): { start: number; end: number } | undefined => {
  if (link.form === "bare" || link.anchorEnd - link.anchorStart > 4 * MAX_ANCHOR_NAME) return undefined;
  const span = trimName(view.visible, link.anchorStart, link.anchorEnd);
  const name = view.text.slice(span.start, span.end);
  if (name.length < 2 || name.length > MAX_ANCHOR_NAME) return undefined;
  if (
    EMPTY_ANCHOR.test(name.trim()) ||
    POINTING_ANCHOR.test(name) ||
    /^https?:|^www\.|\.(?:com|org|co|io|net)\//i.test(name)
  )
    return undefined;
  if (name.includes("/") && !OWNER_AND_NAME.test(name))
    return name.split(/\s+/).length > 1 ? span : undefined;
  return span;
};
