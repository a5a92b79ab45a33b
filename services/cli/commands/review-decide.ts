import { type Command, Option } from "commander";
import { REJECTION_REASONS, RELATIONS, SPLITS } from "../../../schema/vocabulary.ts";
import { EXIT, runWithStemma } from "../command-context.ts";
import { reviewerOf } from "../review/reviewer-of.ts";
import { type ReviewOptions, withReviewOptions } from "../review/review-options.ts";
import { decideInTerminal } from "./review-queue.ts";

interface DecideOptions extends ReviewOptions {
  readonly note?: string;
  readonly reason?: string;
  readonly relation?: string;
  readonly split?: string;
  readonly subset?: string;
  readonly to?: string;
}

const withNote = (command: Command): Command => command.option("--note <text>", "why");

export const registerReviewAccept = (review: Command): Command =>
  withNote(withReviewOptions(review.command("accept")))
    .description("accept an edge")
    .argument("<edge>", "id of an edge")
    .addHelpText("after", "\nExamples:\n  stemma review accept 2e969b0e2bd1c44631d3431a --as ada")
    .action((id: string, options: DecideOptions) => decide(id, options, { verdict: "accepted" }));

export const registerReviewReject = (review: Command): Command =>
  withNote(withReviewOptions(review.command("reject")))
    .description("reject an edge with a reason")
    .argument("<edge>", "id of an edge")
    .addOption(
      new Option("--reason <reason>", "why it is no derivation")
        .choices(REJECTION_REASONS)
        .default("not-supported"),
    )
    .addHelpText("after", "\nExamples:\n  stemma review reject 2e969b0e2bd1c44631d3431a --reason cited-only")
    .action((id: string, options: DecideOptions) =>
      decide(id, options, { verdict: "rejected", reason: options.reason }),
    );

export const registerReviewEdit = (review: Command): Command =>
  withNote(withReviewOptions(review.command("edit")))
    .description("correct an edge: it counts as accepted")
    .argument("<edge>", "id of an edge")
    .addOption(new Option("--relation <relation>", "how it was made").choices(RELATIONS))
    .addOption(
      new Option("--split <split>", "which split it takes; none takes it away").choices([...SPLITS, "none"]),
    )
    .option("--subset <name>", "which subset it takes; an empty text takes it away")
    .option("--to <id>", "the dataset that it was built from instead")
    .addHelpText(
      "after",
      "\nExamples:\n  stemma review edit 2e969b0e2bd1c44631d3431a --to bigscience/xP3 --split train",
    )
    .action((id: string, options: DecideOptions) => {
      const { relation, split, subset, to } = options;
      return decide(id, options, {
        verdict: "edited",
        ...(relation === undefined ? {} : { relation }),
        ...(split === undefined ? {} : { split: split === "none" ? null : split }),
        ...(subset === undefined ? {} : { subset: subset.trim() === "" ? null : subset }),
        ...(to === undefined ? {} : { to }),
      });
    });

const decide = (id: string, options: DecideOptions, change: object): Promise<void> => {
  const { note } = options;
  return decideInTerminal(id, options, { ...change, ...(note === undefined ? {} : { note }) });
};

export const registerReviewUndo = (review: Command): Command =>
  withReviewOptions(review.command("undo"))
    .description("undo your last decision, or one by its id; undoing an undoing brings it back")
    .argument("[id]", "id of an event or of a batch")
    .addHelpText(
      "after",
      "\nExamples:\n  stemma review undo\n  stemma review undo 7d9a3849-bb3a-41d1-8e71-586379911eac",
    )
    .action((id: string | undefined, options: ReviewOptions) =>
      runWithStemma(options, async ({ reviews }, { terminal, json, config }) => {
        const { undoById, undoLast } = await import("../review/undo-last.ts");
        const by = reviewerOf(options.as, config);
        const undone = id === undefined ? await undoLast(reviews, by) : await undoById(reviews, id, by);
        if (undone === "nothing") {
          terminal.note(`there is nothing of ${by.name} to undo`);
          return EXIT.failed;
        }
        if (json) terminal.printJson(undone.event);
        else terminal.print(`#${undone.event.sequence} undone: ${undone.said}`);
        return EXIT.done;
      }),
    );
