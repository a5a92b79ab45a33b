import { Command } from "commander";
import { readVersion } from "../read-version.ts";
import { registerAncestors, registerDescendants } from "./commands/relatives.ts";
import { registerAudit } from "./commands/audit.ts";
import { registerCheck } from "./commands/check.ts";
import { registerContamination } from "./commands/contamination.ts";
import { registerDemo } from "./commands/demo.ts";
import { registerDoctor } from "./commands/doctor.ts";
import { registerExport } from "./commands/export.ts";
import { registerExtract } from "./commands/extract.ts";
import { registerImport } from "./commands/import.ts";
import { registerMirror } from "./commands/mirror.ts";
import { registerPath } from "./commands/path.ts";
import { registerQuery } from "./commands/query.ts";
import { registerReview } from "./commands/review.ts";
import { registerSeed } from "./commands/seed.ts";
import { registerServe } from "./commands/serve.ts";
import { registerShow } from "./commands/show.ts";
import { registerSite } from "./commands/site.ts";
import { registerStatistics } from "./commands/statistics.ts";
import { registerToken } from "./commands/token.ts";
import { registerTrace } from "./commands/trace.ts";

/** Every command with its options; nothing runs until it is parsed. */
export const createProgram = (): Command => {
  const program = new Command("stemma")
    .description(
      "Traces where a post-training dataset came from, and proves every link with a quoted document.",
    )
    .version(readVersion())
    // An option after a command is that command's, though the one above it has the same: `review` and `review list`.
    .enablePositionalOptions()
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
  registerContamination,
  registerQuery,
  registerReview,
  registerExtract,
  registerExport,
  registerSite,
  registerImport,
  registerCheck,
  registerSeed,
  registerAudit,
  registerStatistics,
  registerMirror,
  registerToken,
  registerDoctor,
];
