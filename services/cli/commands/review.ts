import type { Command } from "commander";
import { registerReviewCalibrate } from "./review-calibrate.ts";
import { registerReviewReport } from "./review-report.ts";

export const registerReview = (program: Command): Command => {
  const review = program
    .command("review")
    .description("what people decided on edges, and what is learned from it")
    .addHelpText(
      "after",
      `
Examples:
  stemma review report
  stemma review calibrate --dry-run`,
    );
  for (const register of [registerReviewReport, registerReviewCalibrate]) register(review);
  return review;
};
