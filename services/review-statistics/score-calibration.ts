import type { CalibrationScores, ReliabilityBin } from "../../schema/calibration.ts";
import { effectiveNumber } from "./weigh-labels.ts";
import { wilsonInterval } from "./wilson-interval.ts";

/** A confidence, and what came of it. */
export interface Forecast {
  readonly confidence: number;
  readonly isRight: boolean;
  readonly weight: number;
}

/** Bands of confidence, a tenth wide each. */
const BINS = 10;
/** Confidences have four digits; one that is off by certainty costs as much as one off by this. */
const LEAST_CHANCE = 0.000_1;

/**
 * How well confidences foretell outcomes, each forecast by its weight.
 *
 * Sources: G. W. Brier, Verification of forecasts expressed in terms of probability, Monthly Weather Review 78 (1950) 1-3, in the form for
 * one event; expected calibration error as M. P. Naeini, G. Cooper and M. Hauskrecht, AAAI 2015, over ten bins of equal width.
 */
export const scoreCalibration = (forecasts: readonly Forecast[]): CalibrationScores => {
  const weight = sumOf(forecasts, (one) => one.weight);
  if (weight === 0) return { brier: 0, logLoss: 0, calibrationError: 0 };
  const mean = (of: (one: Forecast) => number): number =>
    sumOf(forecasts, (one) => one.weight * of(one)) / weight;
  return {
    brier: mean(({ confidence, isRight }) => (confidence - Number(isRight)) ** 2),
    logLoss: mean(({ confidence, isRight }) => -Math.log(chanceOf(confidence, isRight))),
    calibrationError: sumOf(
      binsOf(forecasts),
      (bin) => (sumOf(bin, (one) => one.weight) / weight) * Math.abs(meanConfidence(bin) - shareRight(bin)),
    ),
  };
};

/** The labelled edges of each band of confidence, lowest first, for a reliability plot. */
export const reliabilityBins = (forecasts: readonly Forecast[]): readonly ReliabilityBin[] =>
  binsOf(forecasts).map((bin) => {
    const band = bandOf(bin[0]?.confidence ?? 0);
    const right = shareRight(bin);
    const effective = effectiveNumber(bin.map(({ weight }) => weight));
    return {
      low: band / BINS,
      high: (band + 1) / BINS,
      edges: bin.length,
      predicted: meanConfidence(bin),
      right,
      ...wilsonInterval(right * effective, effective),
    };
  });

/** A confidence of 1 belongs to the last band. */
const bandOf = (confidence: number): number => Math.min(BINS - 1, Math.floor(confidence * BINS));

const binsOf = (forecasts: readonly Forecast[]): readonly (readonly Forecast[])[] =>
  Array.from({ length: BINS }, (_, band) =>
    forecasts.filter(({ confidence, weight }) => weight > 0 && bandOf(confidence) === band),
  ).filter((bin) => bin.length > 0);

const chanceOf = (confidence: number, isRight: boolean): number =>
  Math.max(LEAST_CHANCE, isRight ? confidence : 1 - confidence);

const meanConfidence = (bin: readonly Forecast[]): number =>
  sumOf(bin, ({ weight, confidence }) => weight * confidence) / sumOf(bin, ({ weight }) => weight);

const shareRight = (bin: readonly Forecast[]): number =>
  Math.min(
    1,
    sumOf(bin, ({ weight, isRight }) => (isRight ? weight : 0)) / sumOf(bin, ({ weight }) => weight),
  );

const sumOf = <Item>(items: readonly Item[], of: (item: Item) => number): number =>
  items.reduce((sum, item) => sum + of(item), 0);
