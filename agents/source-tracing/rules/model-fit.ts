import type { ModelWeights } from "./model-score.ts";

export interface FitExample {
  readonly features: readonly string[];
  readonly isUse: boolean;
  /** How much the example counts; mentions of one name in one document share a weight. */
  readonly weight: number;
}

export interface FitOptions {
  /** Where the weights are drawn to: what we believe before seeing an example. */
  readonly prior: ModelWeights;
  /** How hard: the penalty on the squared distance to the prior. */
  readonly pull: number;
}

const STEPS = 1500;
const FIRST_STEP = 0.05;
const MEMORY = 0.9;

/** Logistic regression whose penalty draws to a prior instead of zero, by RMSProp with a falling step; deterministic. */
export const fitWeights = (examples: readonly FitExample[], { prior, pull }: FitOptions): ModelWeights => {
  const names = [...new Set([...Object.keys(prior), ...examples.flatMap(({ features }) => features)])].filter(
    (name) => name !== "bias",
  );
  const index = new Map(names.map((name, at) => [name, at]));
  const bias = names.length;
  const start = Float64Array.from([...names, "bias"], (name) => prior[name] ?? 0);
  const weights = start.slice();
  const rows = examples.map(({ features, isUse, weight }) => ({
    at: [...features.flatMap((name) => index.get(name) ?? []), bias],
    isUse,
    weight,
  }));
  const squares = new Float64Array(weights.length);
  for (let step = 0; step < STEPS; step += 1) {
    const gradient = weights.map((weight, at) => (at === bias ? 0 : pull * (weight - (start[at] ?? 0))));
    for (const row of rows) {
      const sum = row.at.reduce((total, at) => total + (weights[at] ?? 0), 0);
      const error = (1 / (1 + Math.exp(-sum)) - (row.isUse ? 1 : 0)) * row.weight;
      for (const at of row.at) gradient[at] = (gradient[at] ?? 0) + error;
    }
    const rate = FIRST_STEP * (1 - step / STEPS);
    gradient.forEach((slope, at) => {
      const square = MEMORY * (squares[at] ?? 0) + (1 - MEMORY) * slope * slope;
      squares[at] = square;
      weights[at] = (weights[at] ?? 0) - (rate * slope) / Math.sqrt(square + 1e-8);
    });
  }
  return Object.fromEntries([...names, "bias"].map((name, at) => [name, round(weights[at] ?? 0)]));
};

const round = (value: number): number => Math.round(value * 1000) / 1000;
