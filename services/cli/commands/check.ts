import type { Command } from "commander";
import { type CommonOptions, EXIT, runWithStemma, withCommonOptions } from "../command-context.ts";
import { toCounted } from "../output/text.ts";

export const registerCheck = (program: Command): Command =>
  withCommonOptions(program.command("check"))
    .description(
      "check the graph's own rules: every edge proven, no self edges, time order, cycles; exits 1 on a fault",
    )
    .addHelpText("after", "\nExamples:\n  stemma check\n  stemma check --data ./data --json")
    .action((options: CommonOptions) =>
      runWithStemma(options, async (stemma, { terminal, json }) => {
        const faults = await stemma.check();
        for (const fault of faults) {
          if (json) terminal.printJson(fault);
          else terminal.print(`${fault.rule}  ${fault.subject}  ${fault.detail}`);
        }
        terminal.note(faults.length === 0 ? "the graph is sound" : toCounted(faults.length, "fault"));
        return faults.length === 0 ? EXIT.done : EXIT.failed;
      }),
    );
