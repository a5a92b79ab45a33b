import { randomUUID } from "node:crypto";
import { open, rename, rm } from "node:fs/promises";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { AppError } from "../../schema/errors.ts";

/** Writes a file whole or not at all: beside its place first, synced, then renamed over what was there. */
export const writeFileWhole = async (
  path: string,
  chunks: AsyncIterable<string>,
  signal: AbortSignal,
): Promise<void> => {
  const draft = `${path}.${randomUUID()}.part`;
  const file = await open(draft, "wx").catch((cause: unknown) => {
    throw cannotWrite(path, cause);
  });
  try {
    await pipeline(Readable.from(chunks, { objectMode: false }), file.createWriteStream({ flush: true }), {
      signal,
    });
    await rename(draft, path);
  } catch (error) {
    await file.close().catch(() => undefined);
    await rm(draft, { force: true });
    if (signal.aborted) throw new AppError("the export was stopped", { code: "CANCELLED", cause: error });
    throw error instanceof Error && "syscall" in error ? cannotWrite(path, error) : error;
  }
};

const cannotWrite = (path: string, cause: unknown): AppError =>
  new AppError(`${path} cannot be written: ${cause instanceof Error ? cause.message : String(cause)}`, {
    code: "INPUT_INVALID",
    cause,
  });
