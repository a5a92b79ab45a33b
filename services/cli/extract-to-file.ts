import { once } from "node:events";
import { createReadStream, createWriteStream } from "node:fs";
import { stat } from "node:fs/promises";
import { createInterface } from "node:readline";
import { finished } from "node:stream/promises";
import { AppError } from "../../schema/errors.ts";
import { extractInParallel } from "../use-cases/extract-in-parallel.ts";
import type { Terminal } from "./output/terminal.ts";

interface Extraction {
  /** File of JSON lines. */
  readonly documents: string;
  /** File to write, or "-" for standard output. */
  readonly out: string;
  readonly mirrorFolder: string;
  readonly signal: AbortSignal;
}

const PROGRESS_EVERY = 100;

/**
 * Writes the claims of every listed document, one line each, as they are found.
 *
 * @returns how many documents were read
 */
export const extractToFile = async (
  { documents, out, mirrorFolder, signal }: Extraction,
  terminal: Terminal,
): Promise<number> => {
  await refuseUnreadable(documents);
  const lines = createInterface({ input: createReadStream(documents, "utf8"), crlfDelay: Infinity });
  const sink = out === "-" ? undefined : createWriteStream(out);
  if (sink !== undefined) await once(sink, "open");
  let count = 0;
  for await (const claims of extractInParallel({ lines, mirrorFolder })) {
    if (signal.aborted) break;
    if (sink === undefined) terminal.print(claims);
    else if (!sink.write(`${claims}\n`)) await once(sink, "drain");
    count += 1;
    if (sink !== undefined && count % PROGRESS_EVERY === 0) terminal.status(`${count} documents read`);
  }
  sink?.end();
  if (sink !== undefined) await finished(sink);
  return count;
};

const refuseUnreadable = async (file: string): Promise<void> => {
  await stat(file).catch((cause: unknown) => {
    throw new AppError(`--documents: ${file} cannot be read`, { code: "INPUT_INVALID", cause });
  });
};
