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
  const judged = mentions.flatMap((mention): Judged[] => {
    const score = modelScore(modelFeatures(mention, around(mention)));
    return score < MIN_SCORE ? [] : [{ mention, role: modelRole(mention), score }];
  });
  const links = hubIdsByName(mentions);
  return bestOfEach(judged).map((best) => toClaim(structure.text, best, links));
};

const nameKey = (mention: ModelMention): string => toNameKey(mention.name) || mention.name.toLowerCase();

const bestOfEach = (judged: readonly Judged[]): readonly Judged[] => {
  const best = new Map<string, Judged>();
  for (const candidate of judged) {
    const key = `${nameKey(candidate.mention)} ${candidate.role}`;
    const kept = best.get(key);
    if (kept === undefined || candidate.score > kept.score) best.set(key, candidate);
  }
  return [...best.values()].toSorted((a, b) => b.score - a.score);
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
