import { calibrate } from "../../schema/calibrate.ts";
import type { CalibrationMap } from "../../schema/calibration.ts";
import type { Derivation, Edge } from "../../schema/edge.ts";
import { statusOf } from "../../schema/status-rule.ts";
import type { FlagReason } from "../../schema/vocabulary.ts";

/** The calibration that is in force. */
export interface CalibrationInForce {
  readonly map: CalibrationMap;
  /** Confidence from which an edge without a flag is accepted, 0 to 1. */
  readonly threshold: number;
  /** When it was fitted, and on how many labels. */
  readonly at: string;
  readonly labels: number;
}

/**
 * The edge as the signals alone made it: what a calibration changed is taken back. Of a decided edge the confidence only, for its status
 * is a person's word.
 */
export const withoutCalibration = (edge: Derivation): Derivation => {
  if (edge.calibrated === undefined) return edge;
  const { calibrated, ...rest } = edge;
  const plain = { ...rest, confidence: calibrated.raw };
  // One that lost its evidence has the status of whoever else brought it in.
  const isTheirs = edge.decision !== undefined || edge.signals.documents === 0;
  return isTheirs ? plain : withStatus(plain, calibrated);
};

/**
 * The edge with its confidence through a map, and the status that follows. Taken as it is when the map does not speak of it: when a person
 * decided on it, no document of ours proves it, a person alone found it, or something other than its confidence rules it out.
 */
export const calibrateEdge = (edge: Derivation, inForce: CalibrationInForce): Derivation => {
  const plain = withoutCalibration(edge);
  if (!isCalibratable(plain)) return plain;
  const { confidence: raw, status, flags } = plain;
  const confidence = calibrate(inForce.map, raw);
  const next = publishedIsAsked(
    plain,
    statusOf(confidence, reasonsOf(plain, inForce.threshold), inForce.threshold),
  );
  const { at, labels } = inForce;
  return { ...withStatus(plain, next), confidence, calibrated: { raw, status, flags, at, labels } };
};

/** The edge as it is under the calibration in force; as the signals made it when there is none. */
export const underCalibration = <Kind extends Edge>(
  edge: Kind,
  inForce: CalibrationInForce | undefined,
): Kind | Derivation => {
  if (edge.kind !== "derivation") return edge;
  return inForce === undefined ? withoutCalibration(edge) : calibrateEdge(edge, inForce);
};

/** Whether a map of confidences speaks of the edge. */
const isCalibratable = (edge: Derivation): boolean => edge.decision === undefined && isMachineClaim(edge);

/** Whether tracers of ours claim that the edge is one, and how sure they are is all that speaks for or against it. */
export const isMachineClaim = (edge: Derivation): boolean =>
  edge.signals.documents > 0 &&
  edge.signals.bestScore > 0 &&
  edge.signals.tracers.some((tracer) => tracer !== "person") &&
  (edge.status !== "rejected" || edge.decision !== undefined || edge.rejection === "not-supported");

type StatusAndFlags = Pick<Derivation, "status"> & { readonly flags: readonly FlagReason[] };

const withStatus = (edge: Derivation, { status, flags }: StatusAndFlags): Derivation => {
  const { rejection: _rejection, ...rest } = edge;
  return {
    ...rest,
    status,
    flags: [...flags],
    ...(status === "rejected" ? { rejection: "not-supported" as const } : {}),
  };
};

/** Reasons to look that are none of its confidence's. A flag of low confidence that the threshold does not explain is somebody's wish. */
export const reasonsOf = (edge: Derivation, threshold: number): readonly FlagReason[] => {
  if (edge.status === "rejected") return edge.signals.failedChecks;
  const isWish = edge.confidence >= threshold || edge.signals.failedChecks.includes("low-confidence");
  return isWish ? edge.flags : edge.flags.filter((flag) => flag !== "low-confidence");
};

/** What a publication states is never turned down for want of confidence alone: a person is asked. */
const publishedIsAsked = (edge: Derivation, next: StatusAndFlags): StatusAndFlags => {
  if (next.status !== "rejected" || edge.origin?.kind !== "published") return next;
  return {
    status: "flagged",
    flags: [...new Set([...edge.signals.failedChecks, "low-confidence" as const])],
  };
};
