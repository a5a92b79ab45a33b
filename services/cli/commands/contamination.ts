import type { Command } from "commander";
import { type CommonOptions, EXIT, runWithStemma, withCommonOptions } from "../command-context.ts";

interface ContaminationOptions extends CommonOptions {
  readonly benchmark?: string;
}

export const registerContamination = (program: Command): Command =>
  withCommonOptions(program.command("contamination"))
    .description("which benchmarks' held-out items a dataset can have seen, by which way, and what proves it")
    .argument("[id]", "dataset; without it, every benchmark, or every dataset of --benchmark")
    .option("--benchmark <id>", "one benchmark, by id or name")
    .addHelpText(
      "after",
      `
Examples:
  stemma contamination
  stemma contamination SynthLabsAI/Big-Math-RL-Verified
  stemma contamination --benchmark gsm8k
  stemma contamination --benchmark gsm8k --json | jq -c 'select(.level == "declared")'`,
    )
    .action((id: string | undefined, options: ContaminationOptions) =>
      runWithStemma(options, async ({ contamination }, { terminal, json }) => {
        const { printContamination } = await import("../print-contamination.ts");
        const { parseDatasetId } = await import("../../parse-dataset-id.ts");
        const dataset = id === undefined ? undefined : parseDatasetId(id);
        await printContamination(contamination, {
          ...(dataset === undefined ? {} : { dataset }),
          ...(options.benchmark === undefined ? {} : { benchmark: options.benchmark }),
          terminal,
          json,
        });
        return EXIT.done;
      }),
    );
