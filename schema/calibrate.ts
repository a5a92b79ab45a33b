import type { CalibrationMap } from "./calibration.ts";

/** Confidences nearer to 0 or 1 are taken as this near: a claim of certainty must not outweigh all other labels. */
const NEAREST = 0.001;

/** The confidence as its log odds, which the map is a line of. */
export const toLogOdds = (confidence: number): number => {
  const inside = Math.min(1 - NEAREST, Math.max(NEAREST, confidence));
  return Math.log(inside / (1 - inside));
};

/** A confidence through a map, with four digits as every confidence has. */
export const calibrate = ({ slope, intercept }: CalibrationMap, confidence: number): number =>
  Math.round(10_000 / (1 + Math.exp(-(intercept + slope * toLogOdds(confidence))))) / 10_000;
