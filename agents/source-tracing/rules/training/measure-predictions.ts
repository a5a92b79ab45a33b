import type { LabelledDocument } from "./labelled-bags.ts";
import { scoreDocument } from "./match-gold.ts";
import type { Predicted, Redirects } from "./match-gold.ts";

export interface PlattScale {
  readonly slope: number;
  readonly intercept: number;
}

/** A raw score with whether the candidate was a source. */
export interface Judged {
  readonly score: number;
  readonly isSource: boolean;
}

export const applyPlatt = (score: number, { slope, intercept }: PlattScale): number =>
  1 / (1 + Math.exp(-(slope * score + intercept)));

const PLATT_ROUNDS = 3000;
const PLATT_STEP = 0.5;

/** Fits slope and intercept to the log loss, by gradient descent on centred scores. */
export const fitPlatt = (judged: readonly Judged[]): PlattScale => {
  let slope = 1;
  let intercept = 0;
  for (let round = 0; round < PLATT_ROUNDS; round += 1) {
    let slopeGradient = 0;
    let interceptGradient = 0;
    for (const { score, isSource } of judged) {
      const error = applyPlatt(score, { slope, intercept }) - Number(isSource);
      slopeGradient += error * score;
      interceptGradient += error;
    }
    slope -= (PLATT_STEP * slopeGradient) / judged.length;
    intercept -= (PLATT_STEP * interceptGradient) / judged.length;
  }
  return { slope, intercept };
};

/** Expected calibration error over ten equal bins, 0 to 1. */
export const calibrationError = (pairs: readonly { confidence: number; isSource: boolean }[]): number => {
  const bins = Array.from({ length: 10 }, () => ({ confidence: 0, sources: 0 }));
  for (const { confidence, isSource } of pairs) {
    const bin = bins[Math.min(9, Math.floor(confidence * 10))];
    if (bin === undefined) continue;
    bin.confidence += confidence;
    bin.sources += Number(isSource);
  }
  const gap = bins.reduce((sum, bin) => sum + Math.abs(bin.confidence - bin.sources), 0);
  return pairs.length === 0 ? 0 : gap / pairs.length;
};

export interface Figures {
  readonly documents: number;
  readonly macroF1: number;
  readonly positivesF1: number;
  readonly precision: number;
  readonly recall: number;
  readonly negativesClean: number;
}

const mean = (values: readonly number[]): number =>
  values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;

export type Predict = (document: LabelledDocument) => readonly Predicted[];

/** The macro figures of predictions over documents. */
export const measure = (
  documents: readonly LabelledDocument[],
  predict: Predict,
  redirects: Redirects,
): Figures => {
  const scores = documents.flatMap(
    (document) => scoreDocument(predict(document), document.sources, redirects) ?? [],
  );
  const positives = scores.filter((score) => !score.isNegative);
  return {
    documents: scores.length,
    macroF1: mean(scores.map((score) => score.f1)),
    positivesF1: mean(positives.map((score) => score.f1)),
    precision: mean(positives.map((score) => score.precision)),
    recall: mean(positives.map((score) => score.recall)),
    negativesClean: mean(scores.filter((score) => score.isNegative).map((score) => score.f1)),
  };
};
