import { type Command, InvalidArgumentError, Option } from "commander";
import { type CommonOptions, runCommand, runWithStemma, withCommonOptions } from "../command-context.ts";

export interface ExportOptions extends CommonOptions {
  readonly format?: string;
  readonly list?: boolean;
  readonly out: string;
  readonly dataset?: string;
  readonly direction?: "upstream" | "downstream" | "both";
  readonly depth?: number;
  readonly status?: string;
  readonly withDocuments?: boolean;
  readonly baseUrl: string;
}

export const registerExport = (program: Command): Command =>
  withCommonOptions(program.command("export"))
    .description("write the graph, or one dataset's surroundings, in a format that other tools read")
    .option("--format <name>", "one of those that --list names")
    .option("--list", "list the formats")
    .option("--out <file>", "file to write; - is standard output", "-")
    .option("--dataset <id>", "this dataset and what it was built from, instead of the whole graph")
    .addOption(
      new Option("--direction <direction>", "with --dataset: which way to go (default: upstream)").choices([
        "upstream",
        "downstream",
        "both",
      ]),
    )
    .option("--depth <levels>", "with --dataset: levels to follow, 1 to 30 (default: 30)", parseDepth)
    .option(
      "--status <list>",
      "statuses of the edges: accepted, flagged, rejected (default: accepted,flagged)",
    )
    .option(
      "--with-documents",
      "jsonl: the documents' texts too, so that quotes can be shown where it is read",
    )
    .option("--base-url <address>", "begins the addresses of edges, traces and documents", "urn:stemma:")
    .addHelpText(
      "after",
      `
Examples:
  stemma export --list
  stemma export --format jsonl --with-documents --out graph.jsonl
  stemma export --format gexf --dataset openai/gsm8k --direction downstream --out gsm8k.gexf
  stemma export --format csv --status accepted,flagged,rejected > edges.csv`,
    )
    .action((options: ExportOptions) => (options.list === true ? listFormats(options) : write(options)));

const listFormats = (options: ExportOptions): Promise<void> =>
  runCommand(options, async (context) => {
    const { printFormats } = await import("../print-formats.ts");
    return printFormats(context);
  });

const write = (options: ExportOptions): Promise<void> =>
  runWithStemma(options, async (stemma, context) => {
    const { exportToFile } = await import("../export-to-file.ts");
    return exportToFile(stemma.exchange, options, context);
  });

const parseDepth = (text: string): number => {
  const depth = Number(text);
  if (Number.isInteger(depth) && depth >= 1 && depth <= 30) return depth;
  throw new InvalidArgumentError("expected a whole number from 1 to 30");
};
