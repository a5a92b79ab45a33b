import type { Command } from "commander";
import { type CommonOptions, runCommand } from "../command-context.ts";
import { parsePort } from "./serve.ts";

export const registerDemo = (program: Command): Command =>
  program
    .command("demo")
    .description("offline: trace the example mirror's main dataset live, and serve the explorer on it")
    .option("--data <dir>", "keep the graph in this folder (default: a temporary one, removed at the end)")
    .option("--host <host>", "address to listen on (default: $STEMMA_HOST or 127.0.0.1)")
    .option("--port <port>", "port, 0 for any free one (default: $STEMMA_PORT or 4870)", parsePort)
    .option("--json", "print the address and the trace's events as JSON")
    .addHelpText("after", "\nExamples:\n  npm run demo\n  stemma demo --port 0 --data ./data/demo")
    .action(async (options: CommonOptions) => {
      const { runDemo, withDemoFolders } = await import("../run-demo.ts");
      await withDemoFolders(options, (demoOptions) => runCommand(demoOptions, runDemo));
    });
