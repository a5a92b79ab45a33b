import type { Command } from "commander";
import { AppError } from "../../schema/errors.ts";
import type { Config, ConfigOptions } from "../config.ts";
import type { Stemma, StemmaOverrides } from "../main.ts";
import { createTerminal, type Terminal } from "./output/terminal.ts";

/** Exit codes: done, failed, wrong use. */
export const EXIT = { done: 0, failed: 1, wrongUse: 2 } as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

export interface CommonOptions extends ConfigOptions {
  readonly json?: boolean;
}

/** What a command's work is given. */
export interface CommandContext {
  readonly config: Config;
  readonly terminal: Terminal;
  readonly json: boolean;
  /** Aborts at the first SIGINT or SIGTERM; a second one ends the process at once. */
  readonly signal: AbortSignal;
}

export const withCommonOptions = (command: Command): Command =>
  command
    .option("--data <dir>", "folder of the graph and the documents (default: $STEMMA_DATA or ./data)")
    .option(
      "--mirror <dir>",
      "folder that answers for the Hub, GitHub, arXiv and pages; nothing leaves this machine",
    )
    .option("--json", "print JSON, one value a line; messages go to standard error");

/** Runs a command's work with its configuration; turns a failure into a message and an exit code. */
export const runCommand = async (
  options: CommonOptions,
  work: (context: CommandContext) => Promise<ExitCode>,
): Promise<void> => {
  const terminal = createTerminal({ ...process, environment: process.env });
  const interruption = watchSignals();
  try {
    const { readEnvironment } = await import("../read-environment.ts");
    const { parseConfig } = await import("../config.ts");
    const config = parseConfig(readEnvironment(), options);
    const json = options.json ?? false;
    process.exitCode = await work({ config, terminal, json, signal: interruption.signal });
  } catch (error) {
    process.exitCode = reportFailure(error, terminal);
  } finally {
    terminal.status(undefined);
    interruption.forget();
  }
};

/** Like runCommand, with the graph open; it is closed whatever happens. */
export const runWithStemma = (
  options: CommonOptions,
  work: (stemma: Stemma, context: CommandContext) => Promise<ExitCode>,
  overrides: StemmaOverrides = {},
): Promise<void> =>
  runCommand(options, async (context) => {
    const { createStemma } = await import("../main.ts");
    const stemma = await createStemma(context.config, overrides);
    try {
      return await work(stemma, context);
    } finally {
      await stemma.close();
    }
  });

/** Says what failed; the stack only where STEMMA_DEBUG asks for it. */
export const reportFailure = (error: unknown, terminal: Terminal): ExitCode => {
  const message = error instanceof Error ? error.message : String(error);
  terminal.status(undefined);
  terminal.note(`stemma: ${message}`);
  if (isDebugging() && error instanceof Error) terminal.note(error.stack ?? "");
  const isWrongUse =
    error instanceof AppError && (error.code === "INPUT_INVALID" || error.code === "CONFIG_INVALID");
  return isWrongUse ? EXIT.wrongUse : EXIT.failed;
};

const isDebugging = (): boolean => !["", "0", "false"].includes(process.env["STEMMA_DEBUG"] ?? "");

/** A terminal signals the whole group and a wrapper passes the signal on: one Ctrl-C may arrive twice. */
const SAME_SIGNAL_MS = 1_000;

const watchSignals = (): { readonly signal: AbortSignal; readonly forget: () => void } => {
  const controller = new AbortController();
  let firstAtMs = 0;
  const stop = (name: NodeJS.Signals): void => {
    if (!controller.signal.aborted) {
      firstAtMs = performance.now();
      controller.abort();
    } else if (performance.now() - firstAtMs > SAME_SIGNAL_MS) {
      // 128 + signal number, as shells report it.
      process.exit(name === "SIGINT" ? 130 : 143);
    }
  };
  process.on("SIGINT", stop).on("SIGTERM", stop);
  return {
    signal: controller.signal,
    forget: () => {
      process.off("SIGINT", stop).off("SIGTERM", stop);
    },
  };
};
