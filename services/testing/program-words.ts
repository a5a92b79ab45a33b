import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { projectFolder } from "../project-folder.ts";

/** Where the compiled program is, when the tests shall start that one: it starts in a third of the time that the sources take. */
const COMPILED = "STEMMA_TEST_PROGRAM";

/** What node is started with to run the program as a command of its own, from its sources unless `STEMMA_TEST_PROGRAM` says otherwise. */
export const programWords = (): readonly string[] => {
  const compiled = process.env[COMPILED];
  if (compiled !== undefined && compiled !== "") return [compiled];
  const loader = pathToFileURL(createRequire(import.meta.url).resolve("tsx")).href;
  return ["--import", loader, join(projectFolder(), "services", "cli", "stemma.ts")];
};
