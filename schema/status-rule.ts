import type { FlagReason, Status } from "./vocabulary.ts";

/** Confidence from which an edge without a failed check is believed; STEMMA_THRESHOLD replaces it. */
export const ACCEPT_THRESHOLD = 0.7;
/** Below this an edge is not worth a person's time: the claim is kept as rejected, not supported. */
export const FLAG_FLOOR = 0.4;

export interface StatusWithFlags {
  readonly status: Status;
  readonly flags: readonly FlagReason[];
}

/** Accepted when confident and no check failed; rejected when hardly supported; otherwise a person decides. */
export const statusOf = (
  confidence: number,
  failedChecks: readonly FlagReason[],
  threshold: number,
): StatusWithFlags => {
  if (confidence < Math.min(FLAG_FLOOR, threshold)) return { status: "rejected", flags: [] };
  const flags = confidence < threshold ? [...failedChecks, "low-confidence" as const] : failedChecks;
  return { status: flags.length === 0 ? "accepted" : "flagged", flags };
};
