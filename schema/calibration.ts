import { z } from "zod";
import { ContaminationChange } from "./contamination.ts";
import { STATUSES } from "./vocabulary.ts";

const Share = z.number().min(0).max(1);
const Count = z.int().min(0);

/**
 * From a confidence as computed from signals to the share of such edges that people find right: the logistic function of
 * `intercept + slope * ln(c / (1 - c))`. The slope is above 0, so that the order of edges stays.
 */
export const CalibrationMap = z.object({ slope: z.number().positive(), intercept: z.number() });
export type CalibrationMap = z.infer<typeof CalibrationMap>;

/** How well confidences foretell what people say; each weighted as the labels are. Lower is better in all. */
export const CalibrationScores = z.object({
  /** Mean squared difference of confidence and outcome, 0 to 1. */
  brier: Share,
  /** Mean of -ln of the chance that was given to what came, in nats. */
  logLoss: z.number().min(0),
  /** Expected calibration error: the mean distance of confidence and share of right edges over ten equal bins, 0 to 1. */
  calibrationError: Share,
});
export type CalibrationScores = z.infer<typeof CalibrationScores>;

/** The labelled edges of one band of confidence; empty bands are left out. */
export const ReliabilityBin = z.object({
  low: Share,
  high: Share,
  /** Labelled edges. */
  edges: z.int().min(1),
  /** Their mean confidence. */
  predicted: Share,
  /** Share of them that people found right, with the bounds of its 95 % Wilson interval for the effective number of labels. */
  right: Share,
  least: Share,
  most: Share,
});
export type ReliabilityBin = z.infer<typeof ReliabilityBin>;

/** What a map was fitted on. */
export const CalibrationLabels = z.object({
  edges: Count,
  right: Count,
  wrong: Count,
  /** Derived datasets that they belong to: the folds keep each whole. */
  datasets: Count,
  /** How many equally weighted labels these are worth: (sum of weights)^2 / sum of squares. */
  effective: z.number().min(0),
});
export type CalibrationLabels = z.infer<typeof CalibrationLabels>;

/** Edges of one status as the signals gave it, how many of them have a label, and what each label counts: their inverse chance. */
export const ReviewStratum = z.object({
  status: z.enum(STATUSES),
  edges: Count,
  labels: Count,
  /** Of one label, so that all weights together are the number of labels; 0 without labels. */
  weight: z.number().min(0),
});
export type ReviewStratum = z.infer<typeof ReviewStratum>;

export const CalibrationFit = z
  .object({
    map: CalibrationMap,
    labels: CalibrationLabels,
    strata: z.array(ReviewStratum),
    /** Parts of the cross-validation; no dataset is in two. */
    folds: z.int().min(2),
    before: CalibrationScores,
    /** Each edge by a map that was fitted without its dataset. */
    after: CalibrationScores,
    reliability: z.object({ before: z.array(ReliabilityBin), after: z.array(ReliabilityBin) }),
  })
  .meta({ id: "CalibrationFit" });
export type CalibrationFit = z.infer<typeof CalibrationFit>;

/** Why no map is used. few-labels and few-datasets say how many there are and how many it takes. */
export const CALIBRATION_OBSTACLES = [
  "few-labels",
  "few-right",
  "few-wrong",
  "few-datasets",
  "reversed",
  "no-gain",
] as const;
export const CalibrationObstacle = z.object({
  reason: z.enum(CALIBRATION_OBSTACLES),
  has: z.number(),
  needs: z.number(),
});
export type CalibrationObstacle = z.infer<typeof CalibrationObstacle>;

/** What it did to edges that nobody decided on. */
export const CalibrationEffect = z.object({
  /** Edges whose confidence is another now. */
  edges: Count,
  /** Edges whose status is another now, by the status that they have now. */
  accepted: Count,
  flagged: Count,
  rejected: Count,
  contamination: ContaminationChange,
});
export type CalibrationEffect = z.infer<typeof CalibrationEffect>;

const recordFields = {
  id: z.uuid(),
  /** Its place among the records, from 1 upwards; the last one is in force. */
  sequence: z.int().min(1),
  at: z.iso.datetime(),
  by: z.string().min(1).max(200),
  /** Confidence from which an edge without a flag is accepted; traces go by it as long as the record is in force. */
  threshold: Share,
  effect: CalibrationEffect,
};

/** One calibration, or the taking back of all. It is no review: nobody decided on an edge. Never changed or removed. */
export const Calibration = z
  .discriminatedUnion("kind", [
    z.object({ kind: z.literal("fitted"), ...recordFields, fit: CalibrationFit }),
    z.object({ kind: z.literal("reset"), ...recordFields }),
  ])
  .meta({ id: "Calibration" });
export type Calibration = z.infer<typeof Calibration>;

/** `preview`: tell what would be, and write nothing. `anyway`: use the map though cross-validation finds no gain. */
export const CalibrationRequest = z
  .strictObject({
    action: z.enum(["fit", "reset"]).default("fit"),
    preview: z.boolean().default(false),
    anyway: z.boolean().default(false),
  })
  .meta({ id: "CalibrationRequest" });
export type CalibrationRequest = z.output<typeof CalibrationRequest>;

export const CalibrationReport = z
  .object({
    preview: z.boolean(),
    /** Whether the graph is, or with `preview` would be, calibrated anew or put back. */
    applied: z.boolean(),
    labels: CalibrationLabels,
    /** Absent for a reset, and with too few labels for one. */
    fit: CalibrationFit.optional(),
    obstacle: CalibrationObstacle.optional(),
    effect: CalibrationEffect.optional(),
    /** As it was written. */
    record: Calibration.optional(),
  })
  .meta({ id: "CalibrationReport" });
export type CalibrationReport = z.infer<typeof CalibrationReport>;
