/** One candidate source of a labelled document: the feature indices of each of its mentions. */
export interface Bag {
  readonly mentions: readonly (readonly number[])[];
  readonly label: 0 | 1;
  readonly weight: number;
}

export interface FitOptions {
  readonly features: number;
  /** Strength of the pull towards zero, per feature. */
  readonly ridge: number;
  readonly rounds: number;
  /** Weights that the ridge pulls towards; zero where absent. */
  readonly prior: Float64Array;
}

export interface LinearModel {
  readonly bias: number;
  readonly weights: Float64Array;
}

const sigmoid = (value: number): number => 1 / (1 + Math.exp(-value));

export const scoreMention = (model: LinearModel, features: readonly number[]): number => {
  let sum = model.bias;
  for (const feature of features) sum += model.weights[feature] ?? 0;
  return sum;
};

/** Index and score of a bag's best mention. */
export const bestMention = (model: LinearModel, bag: Bag): { index: number; score: number } => {
  let best = { index: 0, score: Number.NEGATIVE_INFINITY };
  bag.mentions.forEach((features, index) => {
    const score = scoreMention(model, features);
    if (score > best.score) best = { index, score };
  });
  return best;
};

const STEP = 0.05;
const MOMENTUM = 0.9;
const SCALE = 0.999;

/**
 * Fits a logistic regression in which a bag's score is that of its best mention: full-batch Adam on the weighted
 * log loss with a ridge penalty. Deterministic.
 */
export const fitLogistic = (bags: readonly Bag[], options: FitOptions): LinearModel => {
  const size = options.features + 1;
  const parameters = new Float64Array(size);
  parameters.set(options.prior);
  const mean = new Float64Array(size);
  const square = new Float64Array(size);
  const total = bags.reduce((sum, bag) => sum + bag.weight, 0);
  for (let round = 1; round <= options.rounds; round += 1) {
    const gradient = gradientOf(bags, parameters, total);
    for (let at = 0; at < size; at += 1) {
      const isBias = at === options.features;
      const slope =
        (gradient[at] ?? 0) +
        (isBias ? 0 : (options.ridge * ((parameters[at] ?? 0) - (options.prior[at] ?? 0))) / total);
      mean[at] = MOMENTUM * (mean[at] ?? 0) + (1 - MOMENTUM) * slope;
      square[at] = SCALE * (square[at] ?? 0) + (1 - SCALE) * slope * slope;
      const centre = (mean[at] ?? 0) / (1 - MOMENTUM ** round);
      const spread = Math.sqrt((square[at] ?? 0) / (1 - SCALE ** round));
      const step = STEP / Math.sqrt(1 + round / 60);
      parameters[at] = (parameters[at] ?? 0) - (step * centre) / (spread + 1e-9);
    }
  }
  return toModel(parameters);
};

const toModel = (parameters: Float64Array): LinearModel => ({
  bias: parameters.at(-1) ?? 0,
  weights: parameters.subarray(0, parameters.length - 1),
});

const gradientOf = (bags: readonly Bag[], parameters: Float64Array, total: number): Float64Array => {
  const gradient = new Float64Array(parameters.length);
  const model = toModel(parameters);
  for (const bag of bags) {
    const best = bestMention(model, bag);
    const error = ((sigmoid(best.score) - bag.label) * bag.weight) / total;
    for (const feature of bag.mentions[best.index] ?? [])
      gradient[feature] = (gradient[feature] ?? 0) + error;
    gradient[parameters.length - 1] = (gradient[parameters.length - 1] ?? 0) + error;
  }
  return gradient;
};
