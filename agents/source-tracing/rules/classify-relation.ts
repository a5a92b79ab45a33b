import { RELATIONS } from "../../../schema/vocabulary.ts";
import type { Relation } from "../../../schema/vocabulary.ts";
import weights from "./weights-relation.json" with { type: "json" };

type RelationWeights = Readonly<Record<string, number>>;

const byFeature: ReadonlyMap<string, RelationWeights> = new Map(Object.entries(weights.features));
const bias: RelationWeights = weights.bias;

/** How a source was used, by a multinomial model over `relationFeatures`; "fusion" is told later, from the whole document. */
export const classifyRelation = (features: readonly string[]): Relation => {
  const scoreOf = (relation: Relation): number =>
    features.reduce((sum, feature) => sum + (byFeature.get(feature)?.[relation] ?? 0), bias[relation] ?? 0);
  return RELATIONS.filter((relation) => relation !== "fusion").reduce((best, relation) =>
    scoreOf(relation) > scoreOf(best) ? relation : best,
  );
};

/** Sources that are merged into one set number at least this many. */
const MIN_MERGED = 3;

/** Whether a document's included sources were merged into one set: several of them, and a word that says so. */
export const isFusion = (ofDocument: readonly string[], included: number): boolean =>
  included >= MIN_MERGED && ofDocument.includes("lead:merge");
