import { z } from "zod";
import { Calibration, CalibrationFit, CalibrationLabels, CalibrationObstacle } from "./calibration.ts";
import { EdgeId } from "./ids.ts";
import { REJECTION_REASONS, RELATIONS } from "./vocabulary.ts";

/** Edges that two people reviewed, before which no agreement is shown: fewer tell chance from agreement too badly. */
export const MIN_DOUBLY_REVIEWED = 30;

const Count = z.int().min(0);
const Share = z.number().min(0).max(1);

/** A coefficient of agreement with its 95 % interval. Undefined: nothing to compare, or only one category was used. */
export const AgreementValue = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("value"),
    value: z.number().min(-1).max(1),
    low: z.number().min(-1).max(1),
    high: z.number().min(-1).max(1),
  }),
  z.object({ kind: z.literal("undefined"), reason: z.enum(["nothing", "one-category"]) }),
]);
export type AgreementValue = z.infer<typeof AgreementValue>;

/** Of how many edges two people or more said something, and how far they agree. Figures are absent below MIN_DOUBLY_REVIEWED. */
export const Agreement = z.object({
  edges: Count,
  /** Edges that are wanting for figures. */
  missing: Count,
  /** Edges of which a label was given blind. */
  blind: Count,
  /** Edges of which all said the same. */
  unanimous: Count.optional(),
  /** Krippendorff's alpha, nominal. */
  alpha: AgreementValue.optional(),
});
export type Agreement = z.infer<typeof Agreement>;

/** Two people, by name, with Cohen's kappa when they share enough edges. */
export const RaterPair = z.object({
  one: z.string(),
  other: z.string(),
  edges: Count,
  missing: Count,
  /** Edges of which they said the same. */
  agreed: Count.optional(),
  kappa: AgreementValue.optional(),
});
export type RaterPair = z.infer<typeof RaterPair>;

/** Edges of which people said different things. */
export const DisputedEdge = z.object({
  edge: EdgeId,
  labels: z.array(z.object({ by: z.string(), label: z.string(), blind: z.boolean() })),
});
export type DisputedEdge = z.infer<typeof DisputedEdge>;

export const PRECISION_DIMENSIONS = [
  "status",
  "origin",
  "document-kind",
  "documents",
  "tracer",
  "resolved-by",
  "contradicted",
  "flag",
  "relation",
  "relation-kept",
] as const;
export type PrecisionDimension = (typeof PRECISION_DIMENSIONS)[number];

/** How many of the reviewed edges that have something people found right. */
export const PrecisionGroup = z.object({
  value: z.string(),
  edges: z.int().min(1),
  right: Count,
  /** 95 % Wilson interval of right / edges. */
  least: Share,
  most: Share,
  /** The share of right ones among all such edges, those too that nobody reviewed: each label by the inverse of its chance. */
  estimate: Share,
});
export type PrecisionGroup = z.infer<typeof PrecisionGroup>;

export const Precision = z.object({
  dimension: z.enum(PRECISION_DIMENSIONS),
  groups: z.array(PrecisionGroup),
});
export type Precision = z.infer<typeof Precision>;

/** What the reviews say of the reviewers and of the program. docs/review.md defines each figure. */
export const ReviewStatistics = z
  .object({
    /** Machine-made edges that somebody decided on. */
    reviewed: z.object({ edges: Count, right: Count, wrong: Count, reviewers: Count }),
    /** Of single decisions that say how long they took, in seconds. */
    pace: z.object({
      decisions: Count,
      median: z.number().min(0).optional(),
      p90: z.number().min(0).optional(),
    }),
    agreement: z.object({
      needed: Count,
      /** Whether it is an edge. */
      holds: Agreement,
      /** Which relation it is, or none. */
      relation: Agreement,
      /** Whether it is an edge, by the relation that the program gave it. */
      relations: z.array(Agreement.extend({ relation: z.enum(RELATIONS) })),
      pairs: z.array(RaterPair),
      /** The first hundred, by id. */
      disputed: z.array(DisputedEdge),
    }),
    precision: z.array(Precision),
    /** Why edges were rejected, the most frequent first. */
    rejections: z.array(z.object({ reason: z.enum(REJECTION_REASONS), edges: z.int().min(1) })),
    calibration: z.object({
      /** In force now. */
      current: Calibration.optional(),
      /** What calibrating now would fit, and what stands in the way. */
      now: z.object({
        labels: CalibrationLabels,
        fit: CalibrationFit.optional(),
        obstacle: CalibrationObstacle.optional(),
      }),
      /** All there were, the first first. */
      history: z.array(Calibration),
    }),
  })
  .meta({ id: "ReviewStatistics" });
export type ReviewStatistics = z.infer<typeof ReviewStatistics>;
