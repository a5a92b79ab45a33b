import type {
  CalibrationEffect,
  CalibrationFit,
  CalibrationObstacle,
  CalibrationReport,
} from "../../../schema/calibration.ts";
import { toCount, toCounted } from "./text.ts";

/** What `review calibrate` prints. */
export const calibrationLines = (report: CalibrationReport): readonly string[] => [
  ...(report.fit === undefined ? [] : fitLines(report.fit)),
  ...(report.obstacle === undefined ? [] : [obstacleLine(report.obstacle)]),
  ...(report.effect === undefined ? [] : effectLines(report.effect, report.preview)),
  ...(report.applied ? [] : ["nothing was changed"]),
];

/** The map, its labels, and its scores before and after. */
export const fitLines = ({
  map,
  labels,
  strata,
  before,
  after,
  folds,
}: CalibrationFit): readonly string[] => [
  `log odds of the calibrated confidence = ${map.intercept.toFixed(3)} + ${map.slope.toFixed(3)} * log odds of the raw one`,
  `from ${toCounted(labels.edges, "reviewed edge")} (${toCount(labels.right)} right, ${toCount(labels.wrong)} wrong) of ${toCounted(labels.datasets, "dataset")}, worth ${labels.effective.toFixed(0)} of equal weight`,
  ...strata.map(
    ({ status, edges, labels: labelled, weight }) =>
      `  ${status.padEnd(9)}${toCount(labelled).padStart(7)} of ${toCount(edges).padStart(7)} reviewed, each counts ${weight.toFixed(2)}`,
  ),
  `by cross-validation in ${folds} parts   before   after`,
  `  Brier score                   ${before.brier.toFixed(4)}  ${after.brier.toFixed(4)}`,
  `  log loss                      ${before.logLoss.toFixed(4)}  ${after.logLoss.toFixed(4)}`,
  `  expected calibration error    ${before.calibrationError.toFixed(4)}  ${after.calibrationError.toFixed(4)}`,
];

/** Why no map is used. */
export const obstacleLine = ({ reason, has, needs }: CalibrationObstacle): string => {
  switch (reason) {
    case "few-labels":
      return `too few reviewed edges to calibrate: ${has} of ${needs}`;
    case "few-right":
      return `too few of the reviewed edges are right: ${has} of ${needs}`;
    case "few-wrong":
      return `too few of the reviewed edges are wrong: ${has} of ${needs}`;
    case "few-datasets":
      return `the reviewed edges belong to too few datasets: ${has} of ${needs}`;
    case "reversed":
      return "edges with more confidence were right less often: no map may turn their order round";
    case "no-gain":
      return `the map does not help on datasets that it has not seen: log loss ${has.toFixed(4)}, without it ${needs.toFixed(4)}`;
  }
};

const effectLines = (effect: CalibrationEffect, isPreview: boolean): readonly string[] => {
  const { edges, accepted, flagged, rejected, contamination } = effect;
  const would = isPreview ? "would change" : "changed";
  return [
    `${would} the confidence of ${toCounted(edges, "edge")}; to accepted ${toCount(accepted)}, to flagged ${toCount(flagged)}, to rejected ${toCount(rejected)}`,
    `contamination: ${toCount(contamination.added)} added, ${toCount(contamination.changed)} changed, ${toCount(contamination.removed)} removed`,
  ];
};
