import weights from "./weights.json" with { type: "json" };

/** A calibrated score at or above which a candidate is a source: where F1 was best on folds of the labelled cards. */
export const LISTED = weights.listed;

const weightOf: ReadonlyMap<string, number> = new Map(Object.entries(weights.features));

/** Log-odds of a mention by the linear model, before calibration. */
export const scoreFeatures = (features: readonly string[]): number =>
  features.reduce((sum, feature) => sum + (weightOf.get(feature) ?? 0), weights.bias);

/** Platt scaling: the share of candidates with this score that were sources, 0 to 1. */
export const calibrate = (score: number): number =>
  1 / (1 + Math.exp(-(weights.platt.slope * score + weights.platt.intercept)));
