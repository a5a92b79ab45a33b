import type { Command } from "commander";
import {
  type FilterOptions,
  type ReviewOptions,
  withFilterOptions,
  withReviewOptions,
} from "../review/review-options.ts";
import { registerReviewCalibrate } from "./review-calibrate.ts";
import {
  registerReviewAccept,
  registerReviewEdit,
  registerReviewReject,
  registerReviewUndo,
} from "./review-decide.ts";
import {
  registerReviewList,
  registerReviewNext,
  registerReviewShow,
  reviewOneByOne,
} from "./review-queue.ts";
import { registerReviewReport } from "./review-report.ts";

const REGISTRATIONS: readonly ((review: Command) => Command)[] = [
  registerReviewList,
  registerReviewShow,
  registerReviewNext,
  registerReviewAccept,
  registerReviewReject,
  registerReviewEdit,
  registerReviewUndo,
  registerReviewReport,
  registerReviewCalibrate,
];

export const registerReview = (program: Command): Command => {
  const review = withFilterOptions(withReviewOptions(program.command("review")))
    .description("decide on the edges that wait for a person, one key each; and what is learned from it")
    // A command of its own has the same options as the loop.
    .enablePositionalOptions()
    .addHelpText(
      "after",
      `
On a terminal: a accept, r reject, e edit, s skip, u undo, o the quote in its document, q quit, ? all keys.
Elsewhere it prints the list.

Examples:
  stemma review
  stemma review --why flagged --as ada
  stemma review list --json
  stemma review reject 2e969b0e2bd1c44631d3431a --reason cited-only
  stemma review report
  stemma review calibrate --dry-run`,
    )
    .action((options: ReviewOptions & FilterOptions) => reviewOneByOne(options));
  for (const register of REGISTRATIONS) register(review);
  return review;
};
