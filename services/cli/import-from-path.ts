import { createWriteStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import type { ImportReport } from "../../schema/exchange.ts";
import type { Exchange } from "../create-exchange.ts";
import { type CommandContext, EXIT, type ExitCode } from "./command-context.ts";
import type { ImportOptions } from "./commands/import.ts";
import { toCount, toLine } from "./output/text.ts";

type PathToImport = ImportOptions & { readonly path: string };

/** Changes that are printed one by one; the counts tell of all. */
const MAX_PRINTED = 50;

export const importFromPath = async (
  exchange: Exchange,
  options: PathToImport,
  context: CommandContext,
): Promise<ExitCode> => {
  const report =
    options.path === "-"
      ? await fromStandardInput((path) => run(exchange, { ...options, path }, context))
      : await run(exchange, options, context);
  context.terminal.status(undefined);
  if (context.json) context.terminal.printJson(report);
  else printReport(report, context);
  return EXIT.done;
};

const run = (
  exchange: Exchange,
  { path, format, merge = false, dryRun = false }: PathToImport,
  { terminal, signal }: CommandContext,
): Promise<ImportReport> =>
  exchange.import({
    path,
    format,
    merge,
    dryRun,
    signal,
    onProgress: ({ stage, count }) => terminal.status(`${stage}: ${toCount(count)}`),
  });

/** An input is read twice, checked and then written: what cannot be read twice is kept until then. */
const fromStandardInput = async (read: (path: string) => Promise<ImportReport>): Promise<ImportReport> => {
  const folder = await mkdtemp(join(tmpdir(), "stemma-import-"));
  try {
    const path = join(folder, "input");
    await pipeline(process.stdin, createWriteStream(path, { mode: 0o600 }));
    return await read(path);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

const printReport = (
  { format, dryRun, counts, changes, notes }: ImportReport,
  { terminal }: CommandContext,
): void => {
  for (const { change, subject, detail } of changes.slice(0, MAX_PRINTED)) {
    terminal.print(`${change.padEnd("proposed".length)}  ${toLine(subject)}  ${toLine(detail)}`);
  }
  if (changes.length > MAX_PRINTED) {
    terminal.print(`... and ${toCount(changes.length - MAX_PRINTED)} more; --json prints them`);
  }
  const kinds = Object.entries(counts).map(([kind, count]) => `${toCount(count)} ${kind}`);
  terminal.print(`${format}: ${kinds.join(", ")}${dryRun ? " (dry run: nothing was written)" : ""}`);
  for (const note of notes) terminal.note(toLine(note));
};
