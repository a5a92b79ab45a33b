import { type Command, InvalidArgumentError } from "commander";
import type { Stemma } from "../../main.ts";
import {
  type CommandContext,
  type CommonOptions,
  EXIT,
  type ExitCode,
  runWithStemma,
  withCommonOptions,
} from "../command-context.ts";
import { shownAddress } from "../output/shown-address.ts";
import { untilAborted } from "../until-aborted.ts";

export const registerServe = (program: Command): Command =>
  withCommonOptions(program.command("serve"))
    .description("serve the explorer, its API and the events")
    .option("--host <host>", "address to listen on (default: $STEMMA_HOST or 127.0.0.1)")
    .option("--port <port>", "port, 0 for any free one (default: $STEMMA_PORT or 4870)", parsePort)
    .addHelpText(
      "after",
      `
Examples:
  stemma serve
  stemma serve --mirror examples/mirror --port 0
  STEMMA_TOKEN=$(openssl rand -hex 16) stemma serve --host 0.0.0.0`,
    )
    .action((options: CommonOptions) => runWithStemma(options, serve, { graphMayBeAway: true }));

const serve = async (stemma: Stemma, { terminal, json, signal }: CommandContext): Promise<ExitCode> => {
  const { startService } = await import("../../start-service.ts");
  const service = await startService(stemma);
  try {
    const url = shownAddress(service, terminal);
    if (json) terminal.printJson({ url });
    else terminal.print(`Stemma is at ${url} (Ctrl-C ends it)`);
    await untilAborted(signal);
    return EXIT.done;
  } finally {
    await service.close();
  }
};

export const parsePort = (text: string): string => {
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65_535) return text;
  throw new InvalidArgumentError("expected a port, 0 to 65535");
};
