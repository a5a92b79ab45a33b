import type { RejectionReason } from "../../../../schema/vocabulary.ts";

/** What a reviewer does with one key, in the order of the buttons. */
export const REVIEW_ACTIONS = [
  "accept",
  "reject",
  "edit",
  "add",
  "skip",
  "undo",
  "alias",
  "bulk",
  "next",
  "previous",
] as const;

export const DOCUMENT_ACTIONS = ["next-quote", "find"] as const;

/** Why an edge is rejected: asked for after `reject`. */
export const REASON_ACTIONS = [
  "evaluation-only",
  "cited-only",
  "model-not-dataset",
  "own-subset",
  "wrong-id",
  "wrong-direction",
  "not-supported",
] as const satisfies readonly RejectionReason[];
export type ReasonAction = (typeof REASON_ACTIONS)[number];

export type ReviewAction = (typeof REVIEW_ACTIONS)[number] | (typeof DOCUMENT_ACTIONS)[number] | ReasonAction;

export const isReason = (action: ReviewAction): action is ReasonAction =>
  REASON_ACTIONS.some((reason) => reason === action);
