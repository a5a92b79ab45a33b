import { createReadStream } from "node:fs";
import { AppError } from "../../schema/errors.ts";

/** A line of a file, without its end. */
export interface FileLine {
  /** From 1. */
  readonly number: number;
  readonly bytes: Buffer;
}

export interface ReadLinesOptions {
  /** A longer line is refused before it is held. */
  readonly maxBytes: number;
  readonly signal?: AbortSignal;
}

const CHUNK_BYTES = 1 << 20;
const NEWLINE = 0x0a;

/**
 * The lines of a file, of which no more than one is in memory. What stands after the last newline is a line too. Fails with
 * INPUT_INVALID for a line that is too long, and when the file cannot be read.
 */
export async function* readLines(
  path: string,
  { maxBytes, signal }: ReadLinesOptions,
): AsyncGenerator<FileLine> {
  const stream = createReadStream(path, {
    highWaterMark: CHUNK_BYTES,
    ...(signal === undefined ? {} : { signal }),
  });
  let number = 1;
  let pieces: Buffer[] = [];
  let heldBytes = 0;
  const hold = (piece: Buffer): void => {
    heldBytes += piece.length;
    if (heldBytes > maxBytes) throw atLine(number, `longer than ${maxBytes} bytes`);
    pieces.push(piece);
  };
  const take = (): FileLine => {
    const bytes = pieces.length === 1 ? (pieces[0] ?? Buffer.alloc(0)) : Buffer.concat(pieces);
    pieces = [];
    heldBytes = 0;
    return { number, bytes };
  };
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      let start = 0;
      for (let end = chunk.indexOf(NEWLINE); end >= 0; end = chunk.indexOf(NEWLINE, start)) {
        hold(chunk.subarray(start, end));
        yield take();
        number += 1;
        start = end + 1;
      }
      if (start < chunk.length) hold(chunk.subarray(start));
    }
  } catch (error) {
    throw toReadError(path, error);
  }
  if (heldBytes > 0) yield take();
}

/** Says where in a file the fault is. */
export const atLine = (line: number, reason: string, cause?: unknown): AppError =>
  new AppError(`line ${line}: ${reason}`, { code: "INPUT_INVALID", context: { line }, cause });

const toReadError = (path: string, error: unknown): unknown => {
  if (error instanceof Error && error.name === "AbortError") {
    return new AppError("the import was stopped", { code: "CANCELLED", cause: error });
  }
  if (!(error instanceof Error) || !("syscall" in error)) return error;
  return new AppError(`${path} cannot be read: ${error.message}`, { code: "INPUT_INVALID", cause: error });
};

const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** Fails with INPUT_INVALID when the bytes are no UTF-8. */
export const decodeLine = ({ number, bytes }: FileLine): string => {
  try {
    return utf8.decode(bytes);
  } catch (cause) {
    throw atLine(number, "not UTF-8", cause);
  }
};
