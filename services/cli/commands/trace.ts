import { type Command, InvalidArgumentError } from "commander";
import { type CommonOptions, runWithStemma, withCommonOptions } from "../command-context.ts";

export interface TraceOptions extends CommonOptions {
  readonly depth?: number;
  readonly maxDatasets?: number;
  readonly maxDocuments?: number;
  readonly budgetTokens?: number;
  readonly budgetCost?: number;
  readonly refresh?: boolean;
}

export const registerTrace = (program: Command): Command =>
  withCommonOptions(program.command("trace"))
    .description(
      "trace datasets to their sources, recursively; goes on where an unfinished trace of them stopped",
    )
    .argument("<id...>", "owner/name, a legacy name, or the address of a dataset's page")
    .option("--depth <levels>", "levels above the datasets to trace, 0 for these alone", whole(0))
    .option("--max-datasets <count>", "stop after so many datasets", whole(1))
    .option("--max-documents <count>", "stop after so many documents", whole(1))
    .option("--budget-tokens <count>", "stop after so many tokens of the language model", whole(1))
    .option("--budget-cost <dollars>", "stop at this cost in US dollars, by the configured price", positive)
    .option("--refresh", "start anew and read again what was traced before")
    .addHelpText(
      "after",
      `
Examples:
  stemma trace allenai/tulu-3-sft-mixture
  stemma trace teknium/OpenHermes-2.5 --depth 2 --max-datasets 50
  stemma trace brackwater-lab/tidewrack-sft-mix --mirror examples/mirror --json

Ctrl-C stops cleanly; the same command goes on from there.`,
    )
    .action((ids: string[], options: TraceOptions) =>
      runWithStemma(options, async (stemma, context) => {
        const { traceDatasets } = await import("../trace-datasets.ts");
        return traceDatasets(stemma.tracing, { ids, options, context });
      }),
    );

const whole =
  (least: number) =>
  (text: string): number => {
    const number = Number(text);
    if (/^\d+$/.test(text) && Number.isSafeInteger(number) && number >= least) return number;
    throw new InvalidArgumentError(`expected a whole number from ${least}`);
  };

const positive = (text: string): number => {
  const number = Number(text);
  if (Number.isFinite(number) && number > 0) return number;
  throw new InvalidArgumentError("expected a number above 0");
};
