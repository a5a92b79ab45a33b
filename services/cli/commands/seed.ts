import type { Command } from "commander";
import {
  type CommandContext,
  type CommonOptions,
  EXIT,
  runWithStemma,
  withCommonOptions,
} from "../command-context.ts";
import type { PublishedLineages } from "../../published.ts";
import type { SeedPart } from "../../use-cases/seed.ts";

interface SeedOptions extends CommonOptions {
  readonly multimodal?: boolean;
  readonly remove?: boolean;
}

export const registerSeed = (program: Command): Command =>
  withCommonOptions(program.command("seed"))
    .description("load the published lineage that comes with stemma, as claims without evidence of ours")
    .option("--multimodal", "the multimodal lineage too: larger, and much less sure")
    .option("--remove", "take the published claims out again; what traces found stays")
    .addHelpText(
      "after",
      `
What a trace proved or a person decided is never changed, and loading twice changes nothing. A trace of a seeded dataset looks
for the quotes: edges that it finds become evidenced, the others stay published claims.

Examples:
  stemma seed
  stemma seed --multimodal --data ./data
  stemma seed --remove`,
    )
    .action((options: SeedOptions) =>
      runWithStemma(options, async ({ published }, context) => {
        const parts: readonly SeedPart[] = options.multimodal === true ? ["text", "multimodal"] : ["text"];
        // Both are taken out, so that nobody has to remember what was loaded.
        if (options.remove === true) await remove(published, context);
        else await load(published, parts, context);
        return EXIT.done;
      }),
    );

const load = async (
  published: PublishedLineages,
  parts: readonly SeedPart[],
  { terminal, json, signal }: CommandContext,
): Promise<void> => {
  const { seedLines } = await import("../output/seed-lines.ts");
  const { toCount } = await import("../output/text.ts");
  const onProgress = (part: SeedPart, written: number): void =>
    terminal.status(`${part}: ${toCount(written)} nodes and edges written`);
  const reports = await published.seed({ parts, signal, onProgress });
  terminal.status(undefined);
  for (const report of reports) {
    if (json) terminal.printJson(report);
    else for (const line of seedLines(report)) terminal.print(line);
  }
};

const remove = async (published: PublishedLineages, { terminal, json }: CommandContext): Promise<void> => {
  for (const { part, datasets, edges, unmarked } of await published.removeSeed(["multimodal", "text"])) {
    if (json) terminal.printJson({ part, datasets, edges, unmarked });
    else
      terminal.print(
        `${part}: ${edges} claims and ${datasets} datasets removed, ${unmarked} marks taken from proven edges`,
      );
  }
};
