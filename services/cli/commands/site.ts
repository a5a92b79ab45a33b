import { join } from "node:path";
import { type Command, InvalidArgumentError, Option } from "commander";
import { DIRECTIONS, type Direction } from "../../../schema/query-choices.ts";
import { type CommonOptions, EXIT, runWithStemma, withCommonOptions } from "../command-context.ts";

interface SiteOptions extends CommonOptions {
  readonly out: string;
  readonly direction: Direction;
  readonly depth: number;
}

/** Levels. */
const MAX_DEPTH = 30;

export const registerSite = (program: Command): Command =>
  withCommonOptions(program.command("site"))
    .description("write a lineage as a folder of files, to be looked at without a service")
    .argument("<datasets...>", "datasets that the lineage is of, at most 8")
    .requiredOption("--out <folder>", "a new or an empty folder, to be served at the root of a host")
    .addOption(
      new Option("--direction <direction>", "which way to go").choices(DIRECTIONS).default("upstream"),
    )
    .option("--depth <levels>", "levels to follow, 1 to 30", parseDepth, MAX_DEPTH)
    .addHelpText(
      "after",
      `
Examples:
  stemma site allenai/tulu-3-sft-mixture --out tulu-site
  stemma site openai/gsm8k --direction downstream --depth 2 --out gsm8k-site`,
    )
    .action((datasets: readonly string[], { out, direction, depth, ...options }: SiteOptions) =>
      runWithStemma(options, async ({ lineage }, { terminal, json }) => {
        const { parseDatasetId } = await import("../../parse-dataset-id.ts");
        const { projectFolder } = await import("../../project-folder.ts");
        const { writeSite } = await import("../../use-cases/write-site.ts");
        const explorer = join(projectFolder(), "dist", "ui");
        const request = { datasets: datasets.map(parseDatasetId), direction, depth, folder: out };
        const { root, nodes, edges, truncated } = await writeSite(request, { lineage, explorer });
        const figures = { root, datasets: nodes.length, edges: edges.length, truncated };
        if (json) terminal.printJson({ kind: "site", folder: out, ...figures });
        else terminal.note(toNote(out, figures));
        return EXIT.done;
      }),
    );

interface Figures {
  readonly datasets: number;
  readonly edges: number;
  readonly truncated: boolean;
}

const toNote = (out: string, { datasets, edges, truncated }: Figures): string =>
  `${out}: ${datasets} datasets, ${edges} edges${truncated ? "; there is more beyond" : ""}`;

const parseDepth = (text: string): number => {
  const depth = Number(text);
  if (Number.isInteger(depth) && depth >= 1 && depth <= MAX_DEPTH) return depth;
  throw new InvalidArgumentError("expected a whole number from 1 to 30");
};
