import weights from "./model-weights.json" with { type: "json" };

/** Weights of a logistic model by feature name; `bias` is the constant term. Unknown features count nothing. */
export type ModelWeights = Readonly<Record<string, number>>;

/** Probability, 0 to 1, that a mention with these features names a model that made the data. */
export const modelScore = (features: readonly string[], by: ModelWeights = weights): number => {
  const sum = features.reduce((total, feature) => total + (by[feature] ?? 0), by["bias"] ?? 0);
  return 1 / (1 + Math.exp(-sum));
};
