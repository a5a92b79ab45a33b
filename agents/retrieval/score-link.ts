import type { DatasetId } from "../../schema/ids.ts";
import type { DocumentStructure, Link } from "../document/document-structure.ts";
import type { Resource } from "../ports.ts";
import { sharesName } from "./shares-name.ts";

export interface ScoreLinkInput {
  readonly link: Link;
  readonly structure: DocumentStructure;
  readonly target: DatasetId;
  readonly resource: Resource;
}

/** What a link's label, place, address and surroundings say of whether it describes the card's own dataset. */
export const scoreLink = (input: ScoreLinkInput): number => {
  const { before, line } = surroundings(input);
  const { link, structure } = input;
  const block = structure.blocks[link.block];
  const section = (block?.section ?? []).join(" / ");
  const label = `${link.text} ${before}`;
  let score = 0;
  if (LABELS.test(lastWords(before)) || isLabel(input)) score += LABEL;
  if (isNearTop(link, structure)) score += NEAR_TOP;
  if (OWN_WORDS.test(label)) score += OWN;
  if (sharesName(nameInAddress(input.resource), input.target)) score += NAMED;
  else if (sharesName(link.text, input.target) && input.resource.kind !== "github") score += NAMED;
  if (hasOwnersName(input)) score += OWNER;
  if (OWN_SECTIONS.test(section)) score += OWN_SECTION;
  if (FOREIGN_SECTIONS.test(section)) score -= FOREIGN;
  if (FOREIGN_WORDS.test(line)) score -= FOREIGN;
  if (block?.kind === "table-row") score -= IN_TABLE;
  return score;
};

const LABEL = 2.5;
const NEAR_TOP = 1;
const OWN = 1.5;
const NAMED = 2;
const OWNER = 1.5;
const OWN_SECTION = 1;
const FOREIGN = 2;
const IN_TABLE = 2;

/** Labels of a link to what describes a dataset, as a word of its anchor or just before it. */
const LABELS =
  /\b(?:paper|arxiv|preprint|technical report|tech report|report|repository|repo|code|github|project(?: page)?|homepage|home page|website|blog(?: ?post)?|post|announcement|documentation|docs)\b|论文|代码|主页|博客|项目/iu;
const OWN_WORDS =
  /\b(?:our|this dataset|the dataset|official|more (?:details|information)|full details|read more|see the|check out)\b|我们的|详见|本数据集/iu;
const OWN_SECTIONS =
  /\b(?:dataset (?:description|details|summary|card|sources)|links?|resources|quick links|overview|about|introduction|citation|reference|more information)\b|简介|引用|链接/iu;
const FOREIGN_SECTIONS =
  /\b(?:source data|data sources?|sources|composition|related|acknowledg\w*|evaluation|benchmarks?|results|models?|trained on|uses?|usage|tools?|baselines?|comparison|licen[sc]\w*|credits?)\b|来源|致谢|评测/iu;
const FOREIGN_WORDS =
  /\b(?:derived from|sourced from|collected from|taken from|extracted from|sampled from|subset of|based on|built (?:with|using|on)|generated (?:with|using|by)|created (?:with|using)|trained (?:on|with|using)|fine-?tuned|evaluat\w+|compared (?:to|with)|following|inspired by|similar to|proposed (?:by|in)|introduced (?:by|in)|powered by|thanks? to|sponsors?)\b/iu;

/** Words that a label is made of; any other name in it, unless it is the dataset's own, says whose paper or code it is. */
const LABEL_WORDS =
  /\b(?:the|our|this|official|full|arxiv|technical|tech|research|project|home|page|paper|preprint|report|blog|post|code|repository|repo|github|website|site|homepage|documentation|docs|announcement|dataset|data|link|here|on)\b/giu;

const isLabel = ({ link, target }: ScoreLinkInput): boolean => {
  if (link.form === "bare" || !LABELS.test(link.text)) return false;
  const rest = link.text.replace(LABEL_WORDS, " ");
  return !/\p{Lu}\p{L}{2,}/u.test(rest) || sharesName(rest, target);
};

/** The text of the link's line on both sides, and what stands before it. */
const surroundings = ({ link, structure: { text } }: ScoreLinkInput): { before: string; line: string } => {
  const from = Math.max(text.lastIndexOf("\n", link.start - 1) + 1, link.start - MAX_SIDE);
  const newline = text.indexOf("\n", link.end);
  const to = Math.min(newline === -1 ? text.length : newline, link.end + MAX_SIDE);
  const before = text.slice(from, link.start);
  return { before, line: `${before} ${link.text} ${text.slice(link.end, to)}` };
};

const MAX_SIDE = 160;
const NEAR_TOP_OFFSET = 1500;

/** The words next to the link: a label further away belongs to another one. */
const lastWords = (before: string): string =>
  before
    .split(/[|•·\])]/u)
    .at(-1)
    ?.slice(-40) ?? "";

const isNearTop = (link: Link, structure: DocumentStructure): boolean =>
  link.start - structure.bodyStart < NEAR_TOP_OFFSET;

const nameInAddress = (resource: Resource): string => {
  if (resource.kind !== "github" && resource.kind !== "blog") return "";
  const { pathname, hostname } = new URL(resource.url);
  const parts = pathname.split("/").filter((part) => part !== "");
  return resource.kind === "github" ? parts.slice(1).join(" ") : `${hostname} ${parts.join(" ")}`;
};

/** A repository or site of the dataset's own owner. */
const hasOwnersName = ({ resource, target }: ScoreLinkInput): boolean => {
  const owner = target.includes("/") ? target.slice(0, target.indexOf("/")).toLowerCase() : "";
  if (owner.length < MIN_OWNER || (resource.kind !== "github" && resource.kind !== "blog")) return false;
  const { hostname, pathname } = new URL(resource.url);
  const place = resource.kind === "github" ? (pathname.split("/")[1] ?? "") : hostname;
  return squeeze(place).includes(squeeze(owner));
};

const MIN_OWNER = 4;
const squeeze = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
