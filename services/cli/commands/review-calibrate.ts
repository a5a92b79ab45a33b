import { type Command, Option } from "commander";
import { type CommonOptions, EXIT, runWithStemma, withCommonOptions } from "../command-context.ts";

interface CalibrateOptions extends CommonOptions {
  readonly dryRun?: boolean;
  readonly reset?: boolean;
  readonly anyway?: boolean;
}

export const registerReviewCalibrate = (review: Command): Command =>
  withCommonOptions(review.command("calibrate"))
    .description("make confidences agree with what people decided on such edges")
    .option("--dry-run", "tell what it would do, and change nothing")
    .addOption(new Option("--reset", "put back every confidence as its signals gave it").conflicts("anyway"))
    .option("--anyway", "use the map though cross-validation finds that it does not help")
    .addHelpText(
      "after",
      `
Edges that a person decided on stay as they are. Others get a confidence through the map, and the status that
follows from it; what the signals gave is kept beside, and traces from now on go through the same map.
With too few decisions nothing changes. docs/review.md says how it is done.

Examples:
  stemma review calibrate --dry-run
  stemma review calibrate
  stemma review calibrate --reset`,
    )
    .action((options: CalibrateOptions) =>
      runWithStemma(options, async ({ learning }, { terminal, json }) => {
        const report = await learning.calibrate(
          {
            action: options.reset === true ? "reset" : "fit",
            preview: options.dryRun === true,
            anyway: options.anyway === true,
          },
          "local",
        );
        if (json) terminal.printJson(report);
        else {
          const { calibrationLines } = await import("../output/calibration-lines.ts");
          for (const line of calibrationLines(report)) terminal.print(line);
        }
        return report.applied ? EXIT.done : EXIT.failed;
      }),
    );
