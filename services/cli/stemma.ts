#!/usr/bin/env -S npx tsx
import { Command, CommanderError } from "commander";
import { readVersion } from "../read-version.ts";
import { registerAncestors, registerDescendants } from "./commands/relatives.ts";
import { registerCheck } from "./commands/check.ts";
import { registerDemo } from "./commands/demo.ts";
import { registerDoctor } from "./commands/doctor.ts";
import { registerMirror } from "./commands/mirror.ts";
import { registerPath } from "./commands/path.ts";
import { registerServe } from "./commands/serve.ts";
import { registerShow } from "./commands/show.ts";
import { registerTrace } from "./commands/trace.ts";
import { EXIT } from "./command-context.ts";

const createProgram = (): Command => {
  const program = new Command("stemma")
    .description(
      "Traces where a post-training dataset came from, and proves every link with a quoted document.",
    )
    .version(readVersion())
    .showHelpAfterError("(stemma --help lists the commands, stemma COMMAND --help their options)")
    .exitOverride();
  for (const register of REGISTRATIONS) register(program);
  return program;
};

const REGISTRATIONS: readonly ((program: Command) => Command)[] = [
  registerDemo,
  registerServe,
  registerTrace,
  registerShow,
  registerAncestors,
  registerDescendants,
  registerPath,
  registerCheck,
  registerMirror,
  registerDoctor,
];

const main = async (): Promise<void> => {
  try {
    await createProgram().parseAsync();
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    // Help and version end through here too, with 0; everything else that commander refuses is wrong use.
    process.exitCode = error.exitCode === 0 ? EXIT.done : EXIT.wrongUse;
  }
};

// A reader that closes the pipe early (`| head`) ends the command quietly.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(EXIT.done);
  throw error;
});

await main();
