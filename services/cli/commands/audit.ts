import type { Command } from "commander";
import { type CommonOptions, EXIT, runWithStemma, withCommonOptions } from "../command-context.ts";

interface AuditOptions extends CommonOptions {
  readonly all?: boolean;
}

export const registerAudit = (program: Command): Command =>
  withCommonOptions(program.command("audit"))
    .description("what the graph's own facts say against the lineages that others published")
    .option("--all", "list every finding, not the first ten of a kind")
    .addHelpText(
      "after",
      `
A finding means "look again", not "wrong". Load a published lineage first: stemma seed, or stemma import.

Examples:
  stemma audit
  stemma audit --all
  stemma audit --json`,
    )
    .action((options: AuditOptions) =>
      runWithStemma(options, async ({ published }, { terminal, json }) => {
        const audit = await published.audit();
        if (json) {
          terminal.printJson(audit);
          return EXIT.done;
        }
        const { auditLines } = await import("../output/audit-lines.ts");
        for (const line of auditLines(audit, options.all === true)) terminal.print(line);
        return EXIT.done;
      }),
    );
