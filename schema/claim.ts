import { z } from "zod";
import { MODEL_ROLES, RELATIONS, REJECTION_REASONS, SPLITS, TRACERS } from "./vocabulary.ts";

/**
 * A half-open range of a frozen document's text. Offsets count UTF-16 code units of the text as stored
 * (what `text.slice(start, end)` takes), so `0 <= start < end <= text.length`.
 */
export const Span = z.object({ start: z.int().min(0), end: z.int().min(1) });
export type Span = z.infer<typeof Span>;

const claimFields = {
  /** The name as the document writes it. */
  name: z.string().min(1).max(300),
  /** An id or address that the document itself gives for the name; absent when it gives none. */
  link: z.string().max(2000).optional(),
  quote: z.string().min(1).max(12_000),
  span: Span,
  tracer: z.enum(TRACERS),
  /** Calibrated probability that the claim is right, 0 to 1. */
  score: z.number().min(0).max(1),
};

/** "The target was built from this source", or, with `rejected`, "named, and not a source, because". */
export const SourceClaim = z.object({
  kind: z.literal("source"),
  ...claimFields,
  /** Hub id that the document gives by link or by spelling it out, not yet checked with the Hub. */
  hubId: z.string().optional(),
  relation: z.enum(RELATIONS),
  split: z.enum(SPLITS).optional(),
  /** Named part of the source that was used ("algebra subset"). */
  subset: z.string().max(200).optional(),
  rejected: z.enum(REJECTION_REASONS).optional(),
});
export type SourceClaim = z.infer<typeof SourceClaim>;

/** "This model made, answered, judged, filtered ... the target's rows." */
export const ModelClaim = z.object({
  kind: z.literal("model"),
  ...claimFields,
  hubId: z.string().optional(),
  role: z.enum(MODEL_ROLES),
});
export type ModelClaim = z.infer<typeof ModelClaim>;

/** "The target was decontaminated against, or excludes, this benchmark's split." */
export const ClearingClaim = z.object({
  kind: z.literal("clearing"),
  ...claimFields,
  hubId: z.string().optional(),
  split: z.enum(SPLITS).optional(),
});
export type ClearingClaim = z.infer<typeof ClearingClaim>;

export const Claim = z.discriminatedUnion("kind", [SourceClaim, ModelClaim, ClearingClaim]);
export type Claim = z.infer<typeof Claim>;
