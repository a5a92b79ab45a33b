import { type Command, InvalidArgumentError } from "commander";
import { type CommonOptions, EXIT, runWithStemma, withCommonOptions } from "../command-context.ts";

interface RelativesOptions extends CommonOptions {
  readonly depth: number;
  readonly accepted?: boolean;
}

export const registerAncestors = (program: Command): Command =>
  registerRelatives(program, {
    name: "ancestors",
    direction: "upstream",
    description: "what a dataset was built from, as a tree",
  });

export const registerDescendants = (program: Command): Command =>
  registerRelatives(program, {
    name: "descendants",
    direction: "downstream",
    description: "what was built from a dataset, as a tree",
  });

interface RelativesCommand {
  readonly name: string;
  readonly direction: "upstream" | "downstream";
  readonly description: string;
}

const registerRelatives = (program: Command, { name, direction, description }: RelativesCommand): Command =>
  withCommonOptions(program.command(name))
    .description(description)
    .argument("<id>", "dataset")
    .option("--depth <levels>", "levels to follow, 1 to 30", parseDepth, 12)
    .option("--accepted", "follow accepted edges only, not those that wait for a person")
    .addHelpText(
      "after",
      `
Examples:
  stemma ${name} openai/gsm8k
  stemma ${name} openai/gsm8k --depth 2 --accepted
  stemma ${name} openai/gsm8k --json | jq -c 'select(.kind == "edge")'`,
    )
    .action((id: string, options: RelativesOptions) =>
      runWithStemma(options, async ({ lineage }, { terminal, json }) => {
        const { printRelatives } = await import("../print-relatives.ts");
        const { parseDatasetId } = await import("../../parse-dataset-id.ts");
        const view = await lineage.lineage(parseDatasetId(id), {
          direction,
          depth: options.depth,
          status: options.accepted === true ? ["accepted"] : ["accepted", "flagged"],
        });
        printRelatives(view, { direction, terminal, json });
        return EXIT.done;
      }),
    );

const parseDepth = (text: string): number => {
  const depth = Number(text);
  if (Number.isInteger(depth) && depth >= 1 && depth <= 30) return depth;
  throw new InvalidArgumentError("expected a whole number from 1 to 30");
};
