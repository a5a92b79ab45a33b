import type { ContaminationLevel } from "../../schema/contamination-level.ts";

/** What is known of a dataset and a benchmark that a way leads to. */
export interface Findings {
  /** What accepted edges alone say. */
  readonly claimed: "declared" | "suspected" | "inherited";
  /** Whether every way to the benchmark meets a clearing claim. */
  readonly isCleared: boolean;
  /** What a search of the dataset's own rows for test items gave. */
  readonly measured?: "found" | "below-threshold";
}

/** Rows that were looked at count more than any document; a document's claim to have cleaned counts only against other documents. */
export const settleLevel = ({ claimed, isCleared, measured }: Findings): ContaminationLevel => {
  if (measured !== undefined) return measured === "found" ? "measured" : "cleared-by-measurement";
  return isCleared ? "cleared-by-claim" : claimed;
};
