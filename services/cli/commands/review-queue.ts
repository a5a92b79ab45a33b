import type { Command } from "commander";
import { type CommandContext, EXIT, type ExitCode, runWithStemma } from "../command-context.ts";
import type { Stemma } from "../../main.ts";
import { reviewerOf } from "../review/reviewer-of.ts";
import {
  type FilterOptions,
  type ReviewOptions,
  withFilterOptions,
  withReviewOptions,
} from "../review/review-options.ts";

type Options = ReviewOptions & FilterOptions;

/** What `stemma review` does without more: one edge after another on a terminal, and elsewhere the list. */
export const reviewOneByOne = (options: Options): Promise<void> =>
  runWithStemma(options, async (stemma, context) => {
    const isAtTerminal = context.terminal.live && process.stdin.isTTY && !context.json;
    if (!isAtTerminal) return printQueue(stemma, context, options);
    const { randomUUID } = await import("node:crypto");
    const { readKeys } = await import("../review/read-keys.ts");
    const { runReviewLoop } = await import("../review/review-loop.ts");
    const { readFilter } = await import("../review/read-filter.ts");
    const { limit: _limit, skip: _skip, client: _client, ...filter } = readFilter(options);
    const keys = readKeys(process.stdin, process.stdout);
    // The first Ctrl-C ends the wait for a key by itself: the terminal gives it as one.
    context.signal.addEventListener("abort", keys.close, { once: true });
    try {
      const tally = await runReviewLoop({
        queue: stemma.reviewQueue,
        reviews: stemma.reviews,
        documents: stemma.lineage,
        keys,
        terminal: context.terminal,
        by: reviewerOf(options.as, context.config),
        filter,
        client: randomUUID(),
        clockMs: () => performance.now(),
      });
      context.terminal.note(`${tally.decided} decided, ${tally.skipped} skipped, ${tally.undone} undone`);
    } finally {
      keys.close();
    }
    return EXIT.done;
  });

export const registerReviewList = (review: Command): Command =>
  withFilterOptions(withReviewOptions(review.command("list")))
    .description("the edges that wait for a person, the most valuable first")
    .addHelpText(
      "after",
      `
Examples:
  stemma review list --why flagged --limit 20
  stemma review list --benchmark openai/gsm8k --json | jq -r .edge.id`,
    )
    .action((options: Options) =>
      runWithStemma(options, (stemma, context) => printQueue(stemma, context, options)),
    );

const printQueue = async (
  { reviewQueue }: Stemma,
  { terminal, json, config }: CommandContext,
  options: Options,
): Promise<ExitCode> => {
  const { readFilter } = await import("../review/read-filter.ts");
  const page = await reviewQueue.list(readFilter(options), reviewerOf(options.as, config));
  if (json) {
    for (const item of page.items) terminal.printJson(item);
    return EXIT.done;
  }
  const { queueLines } = await import("../output/review-lines.ts");
  for (const line of queueLines(page, terminal.paint)) terminal.print(line);
  return EXIT.done;
};

export const registerReviewShow = (review: Command): Command =>
  withReviewOptions(review.command("show"))
    .description("one edge with its quotes, why it waits, and what it could mean instead")
    .argument("<edge>", "id of an edge")
    .addHelpText("after", "\nExamples:\n  stemma review show 2e969b0e2bd1c44631d3431a")
    .action((id: string, options: ReviewOptions) =>
      runWithStemma(options, async ({ reviewQueue }, context) => {
        const { readEdgeId } = await import("../review/read-edge-id.ts");
        const by = reviewerOf(options.as, context.config);
        return printDetail(await reviewQueue.item(readEdgeId(id), undefined, by), context);
      }),
    );

export const registerReviewNext = (review: Command): Command =>
  withFilterOptions(withReviewOptions(review.command("next")))
    .description("the next edge for you, kept from others for two minutes")
    .addHelpText("after", "\nExamples:\n  stemma review next --why flagged --json | jq -r .item.edge.id")
    .action((options: Options) =>
      runWithStemma(options, async ({ reviewQueue }, context) => {
        const { HOLD_SECONDS } = await import("../../../schema/queue-reasons.ts");
        const { readFilter } = await import("../review/read-filter.ts");
        const { limit: _limit, skip: _skip, client: _client, ...filter } = readFilter(options);
        const by = reviewerOf(options.as, context.config);
        const { taken } = await reviewQueue.take({ filter, seconds: HOLD_SECONDS }, by);
        if (taken !== undefined) return printDetail(taken, context);
        context.terminal.note("nothing is left to look at");
        return EXIT.done;
      }),
    );

type Detail = Awaited<ReturnType<Stemma["reviewQueue"]["item"]>>;

const printDetail = async (detail: Detail, { terminal, json }: CommandContext): Promise<ExitCode> => {
  if (json) {
    terminal.printJson(detail);
    return EXIT.done;
  }
  const { reviewItemLines } = await import("../output/review-lines.ts");
  for (const line of reviewItemLines(detail, terminal.paint)) terminal.print(line);
  return EXIT.done;
};

/** Decides on an edge as it is now; of one that is due for a second look the decision is a blind one. */
export const decideInTerminal = (id: string, options: ReviewOptions, given: object): Promise<void> =>
  runWithStemma(options, async ({ reviewQueue, reviews }, { terminal, json, config }) => {
    const { readChange } = await import("../review/read-change.ts");
    const change = readChange(given);
    const by = reviewerOf(options.as, config);
    const { readEdgeId } = await import("../review/read-edge-id.ts");
    const edge = readEdgeId(id);
    const { item } = await reviewQueue.item(edge, undefined, by);
    const { revision, blind } = item;
    const event = await reviews.review(
      { kind: "decided", edge, change, revision, ...(blind ? { blind } : {}) },
      by,
    );
    if (json) {
      terminal.printJson(event);
      return EXIT.done;
    }
    const { changeWords } = await import("../output/review-lines.ts");
    const { added, changed, removed } = event.contamination;
    terminal.print(
      `#${event.sequence} ${changeWords(change)}${blind ? ", as a second look" : ""} by ${by.name}; flags: ${added} came, ${changed} changed, ${removed} went`,
    );
    return EXIT.done;
  });
