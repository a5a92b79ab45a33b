import type { ModelClaim } from "../../../schema/claim.ts";
import type { ModelRole } from "../../../schema/vocabulary.ts";
import type { DocumentStructure } from "../../document/document-structure.ts";
import { modelFeatures } from "./model-features.ts";
import { findModelMentions, type ModelMention } from "./model-mentions.ts";
import { modelRole } from "./model-role.ts";
import { modelScore } from "./model-score.ts";
import { describeSurroundings } from "./model-surroundings.ts";
import { toNameKey } from "./name-key.ts";
import { quoteAround } from "./model-quote.ts";
import type { RuleInput } from "./rule-input.ts";

/** Where precision and recall balanced on folds of the training documents; docs/extraction-models.md has the curve. */
const MIN_SCORE = 0.4;

interface Judged {
  readonly mention: ModelMention;
  readonly role: ModelRole;
  readonly score: number;
}

/**
 * The models that the document says made, answered, judged, filtered, transformed or annotated the target's rows, best
 * first, one claim for each name and role. Models that were trained on the data or evaluated with it are left out.
 */
export const findModelClaims = (
  structure: DocumentStructure,
  { target }: RuleInput,
): readonly ModelClaim[] => {
  const mentions = findModelMentions(structure);
  const around = describeSurroundings(structure, target, mentions);
  const judged = withoutAliases(mentions).flatMap((mention): Judged[] => {
    const score = modelScore(modelFeatures(mention, around(mention)));
    return score < MIN_SCORE ? [] : [{ mention, role: modelRole(mention), score }];
  });
  const links = hubIdsByName(mentions);
  return bestOfEach(judged).map((best) => toClaim(structure.text, best, links));
};

/** "ChatGPT (gpt-3.5-turbo)" and "DeepSeek-R1 (R1)" name one model: the shorter of the two is left out. */
const withoutAliases = (mentions: readonly ModelMention[]): readonly ModelMention[] => {
  const dropped = new Set<ModelMention>();
  mentions.forEach((mention, index) => {
    const next = mentions[index + 1];
    if (next === undefined || !/^\s?\(\s?["']?¤/.test(mention.right) || next.start - mention.end > 8) return;
    dropped.add(next.name.length > mention.name.length ? mention : next);
  });
  return mentions.filter((mention) => !dropped.has(mention));
};

const nameKey = (mention: ModelMention): string =>
  toNameKey(mention.name).replace("translation", "translate") || mention.name.toLowerCase();

/** Longest key of a name that may only be short for another: "R1" where the document also says "DeepSeek-R1". */
const MAX_SHORT_KEY = 3;
/** What a second role of the same model must score: one odd sentence shall not give a model two jobs. */
const MIN_SECOND_SCORE = 0.65;

const bestOfEach = (judged: readonly Judged[]): readonly Judged[] => {
  const keys = [...new Set(judged.map(({ mention }) => nameKey(mention)))];
  const byModel = new Map<string, Judged[]>();
  for (const candidate of judged) {
    const own = nameKey(candidate.mention);
    const longer = keys.find((key) => key.length > own.length && key.endsWith(own));
    const key = own.length > MAX_SHORT_KEY ? own : (longer ?? own);
    byModel.set(key, [...(byModel.get(key) ?? []), candidate]);
  }
  return [...byModel.values()].flatMap(bestOfModel).toSorted((a, b) => b.score - a.score);
};

/** One claim for each role of a model: its best mention, full names before short ones. */
const bestOfModel = (judged: readonly Judged[]): readonly Judged[] => {
  const best = new Map<ModelRole, Judged>();
  const isShort = ({ mention }: Judged) => nameKey(mention).length <= MAX_SHORT_KEY;
  const ranked = judged.toSorted((a, b) => Number(isShort(a)) - Number(isShort(b)) || b.score - a.score);
  for (const candidate of ranked) if (!best.has(candidate.role)) best.set(candidate.role, candidate);
  return [...best.values()].filter(({ score }, index) => index === 0 || score >= MIN_SECOND_SCORE);
};

/** A name that is linked to one Hub model somewhere in the document means that model everywhere in it. */
const hubIdsByName = (mentions: readonly ModelMention[]): ReadonlyMap<string, string> => {
  const ids = new Map<string, Set<string>>();
  for (const mention of mentions) {
    if (mention.hubId === undefined) continue;
    const key = nameKey(mention);
    ids.set(key, (ids.get(key) ?? new Set()).add(mention.hubId));
  }
  return new Map(
    [...ids].flatMap(([key, found]) => {
      const [only, ...more] = found;
      return only === undefined || more.length > 0 ? [] : [[key, only] as const];
    }),
  );
};

const toClaim = (
  text: string,
  { mention, role, score }: Judged,
  ids: ReadonlyMap<string, string>,
): ModelClaim => {
  const span = quoteAround(text, mention.unit, mention);
  const hubId = mention.hubId ?? ids.get(nameKey(mention));
  return {
    kind: "model",
    name: mention.name,
    role,
    quote: text.slice(span.start, span.end),
    span,
    tracer: "rules",
    score,
    ...(mention.link !== undefined && { link: mention.link }),
    ...(hubId !== undefined && { hubId }),
  };
};
