import { minimise } from "./minimise.ts";

/** One candidate source of a labelled document: the feature indices of each of its mentions. */
export interface Bag {
  readonly mentions: readonly (readonly number[])[];
  readonly label: 0 | 1;
  readonly weight: number;
}

export interface FitOptions {
  /** Strength of the pull towards the prior, per feature. */
  readonly ridge: number;
  readonly rounds: number;
  /** Weights that the ridge pulls towards, one for each feature. */
  readonly prior: Float64Array;
}

export interface LinearModel {
  readonly bias: number;
  readonly weights: Float64Array;
}

const STEP = 0.05;

const sigmoid = (value: number): number => 1 / (1 + Math.exp(-value));

const toModel = (parameters: Float64Array): LinearModel => ({
  bias: parameters.at(-1) ?? 0,
  weights: parameters.subarray(0, parameters.length - 1),
});

/**
 * Fits a logistic regression in which a bag's score is that of its best mention: weighted log loss with a ridge
 * towards the prior. Deterministic.
 */
export const fitLogistic = (bags: readonly Bag[], options: FitOptions): LinearModel => {
  const start = Float64Array.from([...options.prior, 0]);
  const total = bags.reduce((sum, bag) => sum + bag.weight, 0);
  const parameters = minimise({ start, rounds: options.rounds, step: STEP }, (current) => {
    const gradient = new Float64Array(current.length);
    const model = toModel(current);
    for (const bag of bags) addGradient(gradient, model, bag);
    return gradient.map((slope, at) => {
      const pull =
        at < options.prior.length ? options.ridge * ((current[at] ?? 0) - (options.prior[at] ?? 0)) : 0;
      return (slope + pull) / total;
    });
  });
  return toModel(parameters);
};

const addGradient = (gradient: Float64Array, model: LinearModel, bag: Bag): void => {
  let best: readonly number[] = [];
  let score = Number.NEGATIVE_INFINITY;
  for (const mention of bag.mentions) {
    const own = mention.reduce((sum, feature) => sum + (model.weights[feature] ?? 0), model.bias);
    if (own > score) [best, score] = [mention, own];
  }
  const error = (sigmoid(score) - bag.label) * bag.weight;
  for (const feature of best) gradient[feature] = (gradient[feature] ?? 0) + error;
  gradient[gradient.length - 1] = (gradient.at(-1) ?? 0) + error;
};

/** One candidate as a row of numbers. */
export interface DenseRow {
  readonly values: readonly number[];
  readonly label: 0 | 1;
  readonly weight: number;
}

const DENSE_STEP = 0.03;
const DENSE_ROUNDS = 500;
const DENSE_RIDGE = 0.5;

/** Logistic regression on rows of numbers, with a weak ridge towards zero. */
export const fitDense = (rows: readonly DenseRow[]): LinearModel => {
  const width = rows[0]?.values.length ?? 0;
  const total = rows.reduce((sum, row) => sum + row.weight, 0);
  const start = new Float64Array(width + 1);
  const parameters = minimise({ start, rounds: DENSE_ROUNDS, step: DENSE_STEP }, (current) => {
    const gradient = current.map((value, at) => (at < width ? DENSE_RIDGE * value : 0));
    const model = toModel(current);
    for (const row of rows) {
      const error = (sigmoid(scoreDense(model, row.values)) - row.label) * row.weight;
      row.values.forEach((value, at) => {
        gradient[at] = (gradient[at] ?? 0) + error * value;
      });
      gradient[width] = (gradient[width] ?? 0) + error;
    }
    return gradient.map((slope) => slope / total);
  });
  return toModel(parameters);
};

export const scoreDense = (model: LinearModel, values: readonly number[]): number =>
  values.reduce((sum, value, at) => sum + value * (model.weights[at] ?? 0), model.bias);
