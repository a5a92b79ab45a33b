import type { Command } from "commander";
import { type CommonOptions, EXIT, runWithStemma, withCommonOptions } from "../command-context.ts";

interface StatisticsOptions extends CommonOptions {
  readonly domain?: string;
  readonly root: readonly string[];
  readonly status?: string;
  readonly top?: string;
}

export const registerStatistics = (program: Command): Command =>
  withCommonOptions(program.command("statistics"))
    .description("size, depth and reuse of the lineage graph, whole and by domain")
    .option(
      "--domain <domain>",
      "only what lies above the datasets of a domain: math, code, science, general ...",
    )
    .option("--root <id>", "only this dataset and what lies above it; may be repeated", collect, [])
    .option("--status <list>", "statuses of the edges that count (default: accepted)")
    .option("--top <entries>", "entries of each list, 1 to 100 (default: 10)")
    .addHelpText(
      "after",
      `
Each figure is defined in docs/statistics.md.

Examples:
  stemma statistics
  stemma statistics --domain math --status accepted,flagged
  stemma statistics --root open-thoughts/OpenThoughts3-1.2M --json`,
    )
    .action((options: StatisticsOptions) =>
      runWithStemma(options, async ({ published }, { terminal, json }) => {
        const { parseStatisticsQuery } = await import("../parse-statistics-query.ts");
        const { domain, root, status, top } = options;
        const statistics = await published.statistics(
          parseStatisticsQuery({
            domain,
            status,
            top,
            roots: root.length === 0 ? undefined : root.join(","),
          }),
        );
        if (json) {
          terminal.printJson(statistics);
          return EXIT.done;
        }
        const { statisticsLines } = await import("../output/statistics-lines.ts");
        for (const line of statisticsLines(statistics)) terminal.print(line);
        return EXIT.done;
      }),
    );

const collect = (value: string, previous: readonly string[]): readonly string[] => [...previous, value];
