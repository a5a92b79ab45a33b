import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DEFAULT_PORT } from "../config.ts";
import { createStemma, type Stemma } from "../main.ts";
import { projectFolder } from "../project-folder.ts";
import { type Service, startService } from "../start-service.ts";
import { type CommandContext, type CommonOptions, EXIT, type ExitCode } from "./command-context.ts";
import { shownAddress } from "./output/shown-address.ts";
import { traceDatasets } from "./trace-datasets.ts";
import { untilAborted } from "./until-aborted.ts";

/** The dataset of examples/mirror that most of its cases lie upstream of. */
const MAIN_DATASET = "brackwater-lab/tidewrack-sft-mix";

/** Gives the demo its mirror and, unless told otherwise, a fresh data folder that is removed at the end. */
export const withDemoFolders = async (
  options: CommonOptions,
  work: (options: CommonOptions) => Promise<void>,
): Promise<void> => {
  const mirror = join(projectFolder(), "examples", "mirror");
  if (options.data !== undefined) return work({ ...options, mirror });
  const data = await mkdtemp(join(tmpdir(), "stemma-demo-"));
  try {
    await work({ ...options, mirror, data });
  } finally {
    await rm(data, { recursive: true, force: true });
  }
};

/** Serves the explorer, traces the example's main dataset while one looks on, and serves until interrupted. */
export const runDemo = async (context: CommandContext): Promise<ExitCode> => {
  const { config, terminal, json, signal } = context;
  // A model that happens to be configured must not cost anything in a demo.
  const { languageModel: _unused, ...free } = config;
  const stemma = await createStemma(free);
  try {
    const service = await startOnFreePort(stemma);
    const page = `${service.origin}/?dataset=${MAIN_DATASET}`;
    const url = shownAddress(service, terminal);
    if (json) terminal.printJson({ url, page });
    else terminal.note(`Stemma is at ${url}`);
    try {
      await traceDatasets(stemma.tracing, { ids: [MAIN_DATASET], options: {}, context });
      if (!signal.aborted) terminal.note(`\nLook at it: ${page} (Ctrl-C ends the demo)`);
      await untilAborted(signal);
      return EXIT.done;
    } finally {
      await service.close();
    }
  } finally {
    await stemma.close();
  }
};

/** A demo must not fail because another program has the usual port; a port that was asked for is kept to. */
const startOnFreePort = async (stemma: Stemma): Promise<Service> => {
  try {
    return await startService(stemma);
  } catch (error) {
    const cause = error instanceof Error ? error.cause : undefined;
    const isTaken = cause instanceof Error && "code" in cause && cause.code === "EADDRINUSE";
    if (!isTaken || stemma.config.port !== DEFAULT_PORT) throw error;
    return startService({ ...stemma, config: { ...stemma.config, port: 0 } });
  }
};
