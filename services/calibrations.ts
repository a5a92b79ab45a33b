import type { Database, Transaction } from "../graph/database.ts";
import { readCalibrations } from "../graph/store/calibration/read-calibrations.ts";
import { readReviewed } from "../graph/store/calibration/read-reviewed.ts";
import { writeCalibration } from "../graph/store/calibration/write-calibration.ts";
import type { CalibrationReport, CalibrationRequest } from "../schema/calibration.ts";
import type { ReviewStatistics } from "../schema/review-statistics.ts";
import { keepPerVersion } from "./keep-per-version.ts";
import { fitReviewed, reviewStatistics } from "./review-statistics/review-statistics.ts";

/** What is learned from reviews. */
export interface ReviewLearning {
  statistics(): Promise<ReviewStatistics>;
  /** Makes confidences agree with what people said, or puts them back; tells why not when the labels do not carry it. */
  calibrate(request: CalibrationRequest, by: string): Promise<CalibrationReport>;
}

export interface ReviewLearningDependencies {
  readonly database: Database;
  /** Another text after every committed write. */
  readonly version: () => Promise<string>;
  /** Confidence from which an edge is accepted, 0 to 1. */
  readonly threshold: number;
  readonly now: () => Date;
  /** A random UUID. */
  readonly newId: () => string;
}

export const createReviewLearning = (dependencies: ReviewLearningDependencies): ReviewLearning => {
  const { database, version, threshold } = dependencies;
  const reader: Pick<Transaction, "run"> = { run: (cypher, parameters) => database.read(cypher, parameters) };
  const read = async (): Promise<ReviewStatistics> =>
    reviewStatistics({
      ...(await readReviewed(reader)),
      calibrations: await readCalibrations(reader),
      threshold,
    });
  let statistics = keepPerVersion({ read, version });
  return {
    statistics: () => statistics(),
    calibrate: async (request, by) => {
      const report = await calibrate(request, { ...dependencies, by, reader });
      // Whoever calibrated asks next what it did, and shall not be told how it was a little before.
      if (report.record !== undefined) statistics = keepPerVersion({ read, version });
      return report;
    },
  };
};

interface Calibrating extends ReviewLearningDependencies {
  readonly by: string;
  readonly reader: Pick<Transaction, "run">;
}

const calibrate = async (
  { action, preview, anyway }: CalibrationRequest,
  { database, threshold, now, newId, by, reader }: Calibrating,
): Promise<CalibrationReport> => {
  const { labels, fit, obstacle } = fitReviewed({ ...(await readReviewed(reader)), threshold });
  const told = {
    preview,
    labels,
    ...(fit === undefined || action === "reset" ? {} : { fit }),
    ...(obstacle === undefined || action === "reset" ? {} : { obstacle }),
  };
  const isRefused = fit === undefined || (obstacle !== undefined && !anyway);
  if (action === "fit" && isRefused) return { ...told, applied: false };
  const record = await writeCalibration(database, {
    fit: action === "fit" ? fit : undefined,
    threshold,
    id: newId(),
    by,
    now: now(),
    preview,
  });
  return { ...told, applied: true, effect: record.effect, ...(preview ? {} : { record }) };
};
