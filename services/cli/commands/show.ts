import type { Command } from "commander";
import { type CommonOptions, EXIT, runWithStemma, withCommonOptions } from "../command-context.ts";

export const registerShow = (program: Command): Command =>
  withCommonOptions(program.command("show"))
    .description("one dataset: facts, sources with their quotes, uses, models, what was rejected and why")
    .argument("<id>", "dataset")
    .addHelpText(
      "after",
      `
Examples:
  stemma show allenai/tulu-3-sft-mixture
  stemma show name:common-crawl --json`,
    )
    .action((id: string, options: CommonOptions) =>
      runWithStemma(options, async ({ lineage }, { terminal, json }) => {
        const { loadDatasetReport } = await import("../../use-cases/load-dataset-report.ts");
        const { parseDatasetId } = await import("../../parse-dataset-id.ts");
        const report = await loadDatasetReport(lineage, parseDatasetId(id));
        if (json) {
          terminal.printJson(report);
        } else {
          const { datasetReportLines } = await import("../output/dataset-report-lines.ts");
          for (const line of datasetReportLines(report)) terminal.print(line);
        }
        return EXIT.done;
      }),
    );
