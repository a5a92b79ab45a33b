import type { Command } from "commander";
import { createTerminal, type Terminal } from "../output/terminal.ts";
import { type CommonOptions, EXIT, withCommonOptions } from "../command-context.ts";
import type { Finding } from "../../use-cases/finding.ts";

export const registerDoctor = (program: Command): Command =>
  withCommonOptions(program.command("doctor"))
    .description("check configuration, engine, mirror and endpoints; says what is missing and how to get it")
    .addHelpText("after", "\nExamples:\n  stemma doctor\n  stemma doctor --mirror examples/mirror --json")
    .action(async (options: CommonOptions) => {
      const { diagnose } = await import("../../use-cases/diagnose.ts");
      const { readEnvironment } = await import("../../read-environment.ts");
      const terminal = createTerminal({ ...process, environment: process.env });
      let isHealthy = true;
      for await (const finding of diagnose({ environment: readEnvironment(), options, fetch })) {
        isHealthy &&= finding.verdict !== "missing";
        if (options.json === true) terminal.printJson(finding);
        else printFinding(finding, terminal);
      }
      process.exitCode = isHealthy ? EXIT.done : EXIT.failed;
    });

const MARKS = { good: "ok", optional: "--", missing: "!!" } as const satisfies Record<
  Finding["verdict"],
  string
>;
const STYLES = { good: "green", optional: "dim", missing: "red" } as const satisfies Record<
  Finding["verdict"],
  string
>;

const printFinding = ({ subject, verdict, detail, remedy }: Finding, terminal: Terminal): void => {
  terminal.print(`${terminal.paint(STYLES[verdict], MARKS[verdict])} ${subject.padEnd(16)} ${detail}`);
  if (remedy !== undefined) terminal.print(`   ${"".padEnd(16)} ${remedy}`);
};
