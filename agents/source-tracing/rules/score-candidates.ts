import { REFINE_FEATURES } from "./refine-features.ts";
import weights from "./weights.json" with { type: "json" };

/** A calibrated score at or above which a candidate is a source: where F1 was best on folds of the labelled cards. */
export const LISTED = weights.listed;

const featureWeights: ReadonlyMap<string, number> = new Map(Object.entries(weights.features));
const refineWeights: ReadonlyMap<string, number> = new Map(Object.entries(weights.refine.features));

/** First look: log-odds of a single mention. */
export const scoreMention = (features: readonly string[]): number =>
  features.reduce((sum, feature) => sum + (featureWeights.get(feature) ?? 0), weights.bias);

/** Second look: calibrated probability of a candidate beside the others of its document, from `refineFeatures`. */
export const scoreRefined = (values: readonly number[]): number => {
  const score = values.reduce(
    (sum, value, at) => sum + value * (refineWeights.get(REFINE_FEATURES[at] ?? "") ?? 0),
    weights.refine.bias,
  );
  return 1 / (1 + Math.exp(-(weights.platt.slope * score + weights.platt.intercept)));
};
