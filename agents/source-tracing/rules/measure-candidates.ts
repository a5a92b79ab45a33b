import { findMentions } from "./candidates/find-mentions.ts";
import type { Mention } from "./candidates/mention.ts";
import { readingDistance } from "./document-view.ts";
import type { DocumentView } from "./document-view.ts";
import { contextFeatures } from "./features/context-features.ts";
import { documentFeatures, groupFeatures, placeFeatures } from "./features/document-features.ts";
import { nameFeatures } from "./features/name-features.ts";
import { nameClassOf, situationOf } from "./features/situation.ts";
import { subjectFeatures } from "./features/subject-features.ts";
import { createSurroundings } from "./features/surroundings.ts";
import type { Surroundings } from "./features/surroundings.ts";
import { groupMentions } from "./group-mentions.ts";

export interface MeasuredMention {
  readonly mention: Mention;
  /** Names of the features that hold, each once. */
  readonly features: readonly string[];
}

export interface MeasuredCandidate {
  readonly hubId?: string;
  readonly mentions: readonly [MeasuredMention, ...MeasuredMention[]];
}

/** Finds a document's candidates and says of each mention which features hold. */
export const measureCandidates = (view: DocumentView): readonly MeasuredCandidate[] => {
  const mentions = findMentions(view);
  const described = describeMentions(view, mentions);
  const groups = groupMentions(view, mentions);
  const shared = documentFeatures(view, groups);
  return groups.flatMap((group): MeasuredCandidate[] => {
    const common = [...shared, ...groupFeatures(view, group)];
    const [first, ...rest] = group.indices.flatMap((index) => {
      const each = described[index];
      return each === undefined ? [] : [measureMention(view, each, common)];
    });
    if (first === undefined) return [];
    return [{ ...(group.hubId !== undefined && { hubId: group.hubId }), mentions: [first, ...rest] }];
  });
};

interface Described {
  readonly mention: Mention;
  readonly around: Surroundings;
  readonly ofName: readonly string[];
  readonly nameClass: string;
  /** Class of the name at the head of the same item or row, where another one stands there. */
  readonly headClass?: string;
}

const describeMentions = (view: DocumentView, mentions: readonly Mention[]): readonly Described[] => {
  const surroundings = createSurroundings(view, mentions);
  const heads = new Map<number, { readonly nameClass: string; readonly end: number }>();
  return mentions.map((mention, index) => {
    const ofName = nameFeatures(view, mention);
    const nameClass = nameClassOf(mention, ofName);
    const head = heads.get(mention.block);
    if (isHead(view, mention) && (head === undefined || mention.outer.end > head.end)) {
      heads.set(mention.block, { nameClass, end: mention.outer.end });
    }
    const isAfter = head !== undefined && mention.outer.start >= head.end;
    const neighbours = neighbourFeatures(view, mentions, index);
    const described = {
      mention,
      around: surroundings(mention, index),
      ofName: [...ofName, ...neighbours],
      nameClass,
    };
    return isAfter ? { ...described, headClass: head.nameClass } : described;
  });
};

/** Characters between a name and an address that belongs to it. */
const ADDRESS_GAP = 15;

/** What the mentions next to one say of it: that it holds several names, or is the address of the name before it. */
const neighbourFeatures = (
  view: DocumentView,
  mentions: readonly Mention[],
  index: number,
): readonly string[] => {
  const mention = mentions[index];
  if (mention === undefined) return [];
  const features: string[] = [];
  let end = mention.start;
  let held = 0;
  for (let at = index + 1; at < mentions.length && held < 2; at += 1) {
    const inner = mentions[at];
    if (inner === undefined || inner.start >= mention.end) break;
    if (inner.start < end || inner.end > mention.end) continue;
    held += 1;
    end = inner.end;
  }
  if (held === 2) features.push("name:holds-names");
  const before = mentions[index - 1];
  const isAddress =
    mention.origin === "link" && (mention.targetKind === "website" || mention.targetKind === "hub-other");
  if (
    isAddress &&
    before !== undefined &&
    before.block === mention.block &&
    before.end <= mention.outer.start
  ) {
    if (readingDistance(view, before.end, mention.outer.start) <= ADDRESS_GAP)
      features.push("address-of-name");
  }
  return features;
};

/** Whether a mention opens its list item or table row. */
const isHead = (view: DocumentView, { block, outer }: Mention): boolean => {
  const found = view.structure.blocks[block];
  if (found === undefined || (found.kind !== "list-item" && found.kind !== "table-row")) return false;
  const start = found.cells[0]?.start ?? found.content.start;
  return outer.start >= start && view.visible.slice(start, outer.start).trim().length <= MAX_MARK;
};

/** Characters such as a check mark that may stand before the name. */
const MAX_MARK = 3;

/** What a document says of itself changes what a name of these classes means. */
const CROSSED_CLASSES: ReadonlySet<string> = new Set([
  "own-name",
  "own-part",
  "hub-id",
  "repository",
  "twin-id",
]);
const CROSSED_FEATURES: ReadonlySet<string> = new Set(
  ["impersonal", "first-person", "some-we", "says-copy", "short", "long", "says-original"].map(
    (feature) => `document:${feature}`,
  ),
);

const crossed = (nameClass: string, common: readonly string[]): readonly string[] =>
  CROSSED_CLASSES.has(nameClass)
    ? common.filter((feature) => CROSSED_FEATURES.has(feature)).map((feature) => `${nameClass}&${feature}`)
    : [];

const measureMention = (view: DocumentView, each: Described, common: readonly string[]): MeasuredMention => {
  const { mention, around, ofName, nameClass, headClass } = each;
  const situation = situationOf(view, mention, around);
  const features = new Set([
    ...common,
    `class:${nameClass}`,
    `situation:${situation}`,
    `pair:${nameClass}/${situation}`,
    ...crossed(nameClass, common),
    ...(headClass === undefined ? [] : [`head:${headClass}`]),
    ...placeFeatures(view, mention),
    ...ofName,
    ...subjectFeatures(view, mention, around.head),
    ...contextFeatures(view, mention, around),
  ]);
  return { mention, features: [...features] };
};
