import type { Command } from "commander";
import { EXIT, runCommand } from "../command-context.ts";
import { untilAborted } from "../until-aborted.ts";
import { parsePort } from "./serve.ts";

interface MirrorCommandOptions {
  readonly host: string;
  readonly port: string;
  readonly json?: boolean;
}

export const registerMirror = (program: Command): Command =>
  program
    .command("mirror")
    .description("serve a folder with the paths of the Hub, GitHub and arXiv")
    .argument("<dir>", "folder laid out like examples/mirror")
    .option("--host <host>", "address to listen on", "127.0.0.1")
    .option("--port <port>", "port, 0 for any free one", parsePort, "4871")
    .option("--json", "print the address as JSON")
    .addHelpText(
      "after",
      `
Examples:
  stemma mirror examples/mirror
  stemma mirror examples/mirror --port 0 --json
  STEMMA_HUB_URL=http://127.0.0.1:4871 stemma trace brackwater-lab/tidewrack-sft-mix`,
    )
    .action((folder: string, { host, port, json }: MirrorCommandOptions) =>
      runCommand({}, async ({ terminal, signal }) => {
        const { createMirror } = await import("../../mirror/create-mirror.ts");
        const mirror = await createMirror({ folder, host, port: Number(port) });
        try {
          if (json === true) terminal.printJson({ url: mirror.origin });
          else terminal.print(`${folder} is served at ${mirror.origin} (Ctrl-C ends it)`);
          await untilAborted(signal);
          return EXIT.done;
        } finally {
          await mirror.close();
        }
      }),
    );
