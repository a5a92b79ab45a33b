import type { Command } from "commander";
import { AppError } from "../../../schema/errors.ts";
import { EXIT, runCommand } from "../command-context.ts";

interface ExtractOptions {
  readonly documents: string;
  readonly out: string;
  readonly mirror?: string;
}

export const registerExtract = (program: Command): Command =>
  program
    .command("extract")
    .description("the claims of single documents, by rules: no recursion, no graph")
    .requiredOption(
      "--documents <file>",
      'JSON lines with "doc", a path in the mirror, and optionally "target"',
    )
    .option("--out <file>", "one JSON line for each document; - is standard output", "-")
    .option("--mirror <dir>", "folder that holds the documents (default: $STEMMA_MIRROR)")
    .addHelpText(
      "after",
      `
Examples:
  stemma extract --mirror examples/mirror --documents documents.jsonl --out claims.jsonl
  echo '{"doc":"huggingface/datasets/brackwater-lab/shoal-math/README.md"}' |
    stemma extract --mirror examples/mirror --documents /dev/stdin`,
    )
    .action(({ mirror, ...options }: ExtractOptions) =>
      runCommand(mirror === undefined ? {} : { mirror }, async ({ config, terminal, signal }) => {
        const { mirrorFolder } = config;
        if (mirrorFolder === undefined) {
          throw new AppError("extract reads documents from a folder: give --mirror DIR", {
            code: "INPUT_INVALID",
          });
        }
        const { extractToFile } = await import("../extract-to-file.ts");
        const count = await extractToFile({ ...options, mirrorFolder, signal }, terminal);
        terminal.note(`${count} documents`);
        return signal.aborted ? EXIT.failed : EXIT.done;
      }),
    );
