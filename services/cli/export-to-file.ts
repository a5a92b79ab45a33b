import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { ExportQuery } from "../../schema/exchange.ts";
import { AppError } from "../../schema/errors.ts";
import type { Exchange } from "../create-exchange.ts";
import { parseDatasetId } from "../parse-dataset-id.ts";
import type { GraphExport } from "../use-cases/export-graph.ts";
import { type CommandContext, EXIT, type ExitCode } from "./command-context.ts";
import type { ExportOptions } from "./commands/export.ts";
import { optionFault } from "./option-fault.ts";
import { toSize } from "./output/text.ts";
import { refuseIdleOptions } from "./refuse-idle-options.ts";
import { writeFileWhole } from "./write-file-whole.ts";

/** Writes the export to the file, whole or not at all, or to standard output. */
export const exportToFile = async (
  exchange: Exchange,
  options: ExportOptions,
  context: CommandContext,
): Promise<ExitCode> => {
  refuseIdleOptions(options);
  const written = await exchange.export(toRequest(options));
  const chunks = withProgress(written, context);
  if (options.out === "-") return toStandardOutput(chunks, context);
  await writeFileWhole(options.out, chunks, context.signal);
  context.terminal.status(undefined);
  context.terminal.note(`${written.format.title}: ${options.out}`);
  return EXIT.done;
};

/** Levels. */
const MAX_DEPTH = 30;

const toRequest = ({ format, dataset, withDocuments, ...options }: ExportOptions) => {
  if (format === undefined) {
    throw new AppError("--format is needed; stemma export --list names the formats", {
      code: "INPUT_INVALID",
    });
  }
  const query = ExportQuery.pick({ status: true, baseUrl: true }).safeParse(options);
  if (!query.success) {
    throw optionFault(query.error, (field) => (field === "baseUrl" ? "--base-url" : `--${field}`));
  }
  return {
    format,
    ...(dataset === undefined ? {} : { dataset: parseDatasetId(dataset) }),
    direction: options.direction ?? "upstream",
    depth: options.depth ?? MAX_DEPTH,
    statuses: query.data.status,
    withDocuments: withDocuments ?? false,
    baseUrl: query.data.baseUrl,
  };
};

/** On a terminal the result itself may go there: progress is shown only beside a file. */
async function* withProgress(
  { chunks, format }: GraphExport,
  { terminal }: CommandContext,
): AsyncGenerator<string> {
  let bytes = 0;
  for await (const chunk of chunks) {
    bytes += Buffer.byteLength(chunk);
    terminal.status(`${format.title}: ${toSize(bytes)}`);
    yield chunk;
  }
}

const toStandardOutput = async (
  chunks: AsyncIterable<string>,
  { signal }: CommandContext,
): Promise<ExitCode> => {
  try {
    await pipeline(Readable.from(chunks, { objectMode: false }), process.stdout, { signal, end: false });
    return EXIT.done;
  } catch (error) {
    // Whoever reads has enough: `stemma export ... | head`.
    if (error instanceof Error && "code" in error && error.code === "EPIPE") return EXIT.done;
    throw error;
  }
};
