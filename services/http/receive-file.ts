import { createHash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { mkdir, mkdtemp, readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { AppError, storageFailed } from "../../schema/errors.ts";

/** What a file may be sent as; a form is none of them, so a page of someone else cannot send one unasked. */
export const UPLOAD_TYPES = ["application/octet-stream", "application/x-ndjson", "text/csv"] as const;

/** A file that came as a request's body; it waits on the disk, whatever its size. */
export interface ReceivedFile {
  readonly path: string;
  readonly bytes: number;
  /** Hex SHA-256 of its content. */
  readonly sha256: string;
  remove(): Promise<void>;
  /** What tells one file from another, wherever it lies: a repeated request sends the same. */
  toJSON(): unknown;
}

export interface Uploads {
  /** Made when missing. */
  readonly folder: string;
  readonly limitBytes: number;
}

/** Fails with TOO_LARGE past the limit, and leaves nothing behind when it fails. */
export const receiveFile = async (
  payload: Readable,
  { folder: uploads, limitBytes }: Uploads,
): Promise<ReceivedFile> => {
  const folder = await makeFolder(uploads);
  const remove = (): Promise<void> => rm(folder, { recursive: true, force: true });
  const path = join(folder, "body");
  const hash = createHash("sha256");
  let bytes = 0;
  async function* counted(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    for await (const chunk of chunks) {
      bytes += chunk.length;
      if (bytes > limitBytes) {
        throw new AppError(`the file is larger than ${limitBytes} bytes`, { code: "TOO_LARGE" });
      }
      hash.update(chunk);
      yield chunk;
    }
  }
  try {
    await pipeline(payload, counted, createWriteStream(path, { mode: 0o600 }));
  } catch (error) {
    await remove();
    throw error instanceof Error && "syscall" in error ? storageFailed(path, error) : error;
  }
  const sha256 = hash.digest("hex");
  return { path, bytes, sha256, remove, toJSON: () => ({ bytes, sha256 }) };
};

const makeFolder = async (uploads: string): Promise<string> => {
  try {
    await mkdir(uploads, { recursive: true, mode: 0o700 });
    return await mkdtemp(join(uploads, "upload-"));
  } catch (error) {
    throw storageFailed(uploads, error);
  }
};

/** No import takes so long; another service on the same data folder may be in the middle of one. */
const LEFT_BEHIND_MS = 24 * 3_600_000;

/** Takes away what a process that was killed left of files that it had been sent. */
export const sweepUploads = async (uploads: string, now: Date): Promise<void> => {
  const names = await readdir(uploads).catch(() => []);
  for (const name of names) {
    const path = join(uploads, name);
    const { mtimeMs } = await stat(path).catch(() => ({ mtimeMs: Infinity }));
    if (now.getTime() - mtimeMs > LEFT_BEHIND_MS) await rm(path, { recursive: true, force: true });
  }
};
