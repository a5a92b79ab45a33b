import { listFormats } from "../use-cases/export-formats.ts";
import { type CommandContext, EXIT, type ExitCode } from "./command-context.ts";

/** What the graph can be written in; needs no graph. */
export const printFormats = ({ terminal, json }: CommandContext): ExitCode => {
  const { exports } = listFormats();
  const width = Math.max(...exports.map(({ name }) => name.length));
  for (const format of exports) {
    if (json) terminal.printJson(format);
    else terminal.print(`${format.name.padEnd(width)}  ${format.description}`);
  }
  return EXIT.done;
};
