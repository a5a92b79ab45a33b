import type { Command } from "commander";
import { type CommonOptions, runWithStemma, withCommonOptions } from "../command-context.ts";

export interface ImportOptions extends CommonOptions {
  readonly format: string;
  readonly merge?: boolean;
  readonly dryRun?: boolean;
}

export const registerImport = (program: Command): Command =>
  withCommonOptions(program.command("import"))
    .description("read a graph, a table of edges or a published lineage into the graph; all is checked first")
    .argument("<path>", "file or folder; - is standard input")
    .option("--format <name>", "jsonl, csv, oda-lineage, or auto for what it looks like", "auto")
    .option("--merge", "into a graph that is not empty: add what it lacks, change nothing that it has")
    .option("--dry-run", "say what would change, and write nothing")
    .addHelpText(
      "after",
      `
Examples:
  stemma import graph.jsonl
  stemma import edges.csv --dry-run
  stemma import graph.jsonl --merge --data ./other`,
    )
    .action((path: string, options: ImportOptions) =>
      runWithStemma(options, async (stemma, context) => {
        const { importFromPath } = await import("../import-from-path.ts");
        return importFromPath(stemma.exchange, { ...options, path }, context);
      }),
    );
