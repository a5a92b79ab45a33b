import type { CalibrationFit, CalibrationLabels, CalibrationObstacle } from "../../schema/calibration.ts";
import { calibrate } from "../../schema/calibrate.ts";
import type { Status } from "../../schema/vocabulary.ts";
import { fitMap } from "./fit-map.ts";
import { foldDatasets } from "./fold-datasets.ts";
import type { LabelledEdge, WeightedLabel } from "./labelled-edge.ts";
import { type Forecast, reliabilityBins, scoreCalibration } from "./score-calibration.ts";
import { effectiveNumber, weighLabels } from "./weigh-labels.ts";

/** Labels without which nothing is fitted: two parameters, and enough in each fold to tell whether they help. */
export const MIN_LABELS = 50;
/** Of each outcome: ten for every parameter is the usual rule of logistic regression, and the rarer outcome has half of them at least. */
export const MIN_OF_EACH = 10;
export const FOLDS = 5;
/** Datasets without which no fold would be left out whole. */
export const MIN_DATASETS = 5;

export interface FittedCalibration {
  readonly labels: CalibrationLabels;
  readonly fit?: CalibrationFit;
  /** Why the map is not to be used; with no-gain it is there all the same. */
  readonly obstacle?: CalibrationObstacle;
}

/**
 * Fits a map from confidences to the share of edges that people find right, and finds by cross-validation over datasets whether it helps.
 * `edges`: how many edges there are of each status as the signals gave it, with labels or without.
 */
export const fitCalibration = (
  given: readonly LabelledEdge[],
  edges: Readonly<Record<Status, number>>,
): FittedCalibration => {
  const { labels, strata } = weighLabels(given, edges);
  const counts = countLabels(labels);
  const obstacle = tooFew(counts);
  if (obstacle !== undefined) return { labels: counts, obstacle };
  const map = fitMap(labels);
  if (map.slope <= 0) return { labels: counts, obstacle: { reason: "reversed", has: map.slope, needs: 0 } };
  const parts = foldDatasets(labels, FOLDS);
  const after = parts.flatMap((part) => foretell(part, parts));
  const fit: CalibrationFit = {
    map,
    labels: counts,
    strata: [...strata],
    folds: parts.length,
    before: scoreCalibration(labels),
    after: scoreCalibration(after),
    reliability: { before: [...reliabilityBins(labels)], after: [...reliabilityBins(after)] },
  };
  const isGain = fit.after.logLoss < fit.before.logLoss && fit.after.brier <= fit.before.brier;
  return {
    labels: counts,
    fit,
    ...(isGain ? {} : { obstacle: { reason: "no-gain", has: fit.after.logLoss, needs: fit.before.logLoss } }),
  };
};

const countLabels = (labels: readonly WeightedLabel[]): CalibrationLabels => {
  const right = labels.filter(({ isRight }) => isRight).length;
  return {
    edges: labels.length,
    right,
    wrong: labels.length - right,
    datasets: new Set(labels.map(({ dataset }) => dataset)).size,
    effective: effectiveNumber(labels.map(({ weight }) => weight)),
  };
};

const tooFew = ({ edges, right, wrong, datasets }: CalibrationLabels): CalibrationObstacle | undefined => {
  if (edges < MIN_LABELS) return { reason: "few-labels", has: edges, needs: MIN_LABELS };
  if (right < MIN_OF_EACH) return { reason: "few-right", has: right, needs: MIN_OF_EACH };
  if (wrong < MIN_OF_EACH) return { reason: "few-wrong", has: wrong, needs: MIN_OF_EACH };
  if (datasets < MIN_DATASETS) return { reason: "few-datasets", has: datasets, needs: MIN_DATASETS };
  return undefined;
};

/** The edges of one part by a map of all others. */
const foretell = (
  part: readonly WeightedLabel[],
  parts: readonly (readonly WeightedLabel[])[],
): readonly Forecast[] => {
  const map = fitMap(parts.flatMap((other) => (other === part ? [] : other)));
  return part.map((label) => ({ ...label, confidence: calibrate(map, label.confidence) }));
};
