import type { Command } from "commander";
import { type CommonOptions, EXIT, runWithStemma, withCommonOptions } from "../command-context.ts";

interface ReportOptions extends CommonOptions {
  readonly plot?: string;
}

export const registerReviewReport = (review: Command): Command =>
  withCommonOptions(review.command("report"))
    .description("agreement of reviewers, precision of signals, calibration of confidences")
    .option("--plot <file>", "write a reliability plot, before and after calibration, as SVG")
    .addHelpText(
      "after",
      `
Each figure is defined in docs/review.md.

Examples:
  stemma review report
  stemma review report --json | jq .agreement
  stemma review report --plot reliability.svg`,
    )
    .action((options: ReportOptions) =>
      runWithStemma(options, async ({ learning }, { terminal, json, signal }) => {
        const statistics = await learning.statistics();
        if (options.plot !== undefined) {
          const { drawReliability } = await import("../../review-statistics/draw-reliability.ts");
          const { writeFileWhole } = await import("../write-file-whole.ts");
          const plot = drawReliability(statistics.calibration);
          await writeFileWhole(options.plot, inOnePiece(plot), signal);
          terminal.note(`wrote ${options.plot}`);
        }
        if (json) {
          terminal.printJson(statistics);
          return EXIT.done;
        }
        const { reviewReportLines } = await import("../output/review-report-lines.ts");
        for (const line of reviewReportLines(statistics)) terminal.print(line);
        return EXIT.done;
      }),
    );

async function* inOnePiece(text: string): AsyncGenerator<string> {
  yield text;
}
