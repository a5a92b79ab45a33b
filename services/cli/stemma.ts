import { CommanderError } from "commander";
import { EXIT } from "./command-context.ts";
import { createProgram } from "./create-program.ts";

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
