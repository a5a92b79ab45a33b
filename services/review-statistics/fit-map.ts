import type { CalibrationMap } from "../../schema/calibration.ts";
import { toLogOdds } from "../../schema/calibrate.ts";
import { fitLogistic } from "./fit-logistic.ts";
import type { WeightedLabel } from "./labelled-edge.ts";

/**
 * Platt scaling of confidences: a line of their log odds. The targets stop short of 0 and 1 by what the labels' own number allows, so
 * that labels which confidences part perfectly still give a finite line. Its slope may come out at 0 or below; then it is no map.
 *
 * Source: J. C. Platt, Probabilistic outputs for support vector machines (1999), with the targets of its section 2.2.
 */
export const fitMap = (labels: readonly WeightedLabel[]): CalibrationMap => {
  const weightOf = (isRight: boolean): number =>
    labels.reduce((sum, label) => sum + (label.isRight === isRight ? label.weight : 0), 0);
  const target = {
    right: (weightOf(true) + 1) / (weightOf(true) + 2),
    wrong: 1 / (weightOf(false) + 2),
  };
  return fitLogistic(
    labels.map(({ confidence, isRight, weight }) => ({
      x: toLogOdds(confidence),
      target: isRight ? target.right : target.wrong,
      weight,
    })),
  );
};
