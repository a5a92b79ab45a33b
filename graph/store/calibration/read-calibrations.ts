import type { Calibration } from "../../../schema/calibration.ts";
import type { CalibrationInForce } from "../../calibration/calibrate-edge.ts";
import { toCalibration } from "../../calibration-rows.ts";
import type { Transaction } from "../../database.ts";
import { CALIBRATIONS, LAST_CALIBRATION } from "../../queries/calibration.ts";

type Reader = Pick<Transaction, "run">;

/** All that were ever made, the first first. */
export const readCalibrations = async (reader: Reader): Promise<readonly Calibration[]> =>
  (await reader.run(CALIBRATIONS)).map((row) => toCalibration(row["properties"]));

/** The calibration that confidences go through now; undefined before the first and after a reset. */
export const readInForce = async (reader: Reader): Promise<CalibrationInForce | undefined> => {
  const [row] = await reader.run(LAST_CALIBRATION);
  return row === undefined ? undefined : toInForce(toCalibration(row["properties"]));
};

export const toInForce = (record: Calibration): CalibrationInForce | undefined =>
  record.kind === "reset"
    ? undefined
    : {
        map: record.fit.map,
        threshold: record.threshold,
        at: record.at,
        labels: record.fit.labels.edges,
      };
