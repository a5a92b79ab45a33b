import type { Command } from "commander";
import { AppError } from "../../../schema/errors.ts";
import { type CommonOptions, EXIT, runWithStemma, withCommonOptions } from "../command-context.ts";

/** Ways that are worth printing; the shortest come first. */
const MAX_PATHS = 20;

export const registerPath = (program: Command): Command =>
  withCommonOptions(program.command("path"))
    .description(
      "how one of two datasets was built from the other, step by step, with quotes; exits 1 when neither was",
    )
    .argument("<a>", "either dataset")
    .argument("<b>", "the other, any number of steps up or down")
    .addHelpText(
      "after",
      `
Examples:
  stemma path allenai/tulu-3-sft-mixture openai/gsm8k
  stemma path allenai/tulu-3-sft-mixture openai/gsm8k --json`,
    )
    .action((a: string, b: string, options: CommonOptions) =>
      runWithStemma(options, async ({ lineage }, { terminal, json }) => {
        const { parseDatasetId } = await import("../../parse-dataset-id.ts");
        const { printPaths } = await import("../print-paths.ts");
        const [from, to] = [parseDatasetId(a), parseDatasetId(b)];
        if (from === to)
          throw new AppError(`${from} is one dataset; a path needs two`, { code: "INPUT_INVALID" });
        const view = await lineage.paths({ from, to, kind: "all", limit: MAX_PATHS });
        const details = await Promise.all(view.edges.map((edge) => lineage.edge(edge.id)));
        printPaths(view, { details, terminal, json });
        return view.paths.length === 0 ? EXIT.failed : EXIT.done;
      }),
    );
