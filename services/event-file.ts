import { createReadStream } from "node:fs";
import { readFile, truncate } from "node:fs/promises";
import { createInterface } from "node:readline";
import { TraceEvent } from "../schema/events.ts";

/** Reads the events with a number above `afterSeq`, passing over a half-written line; none when there is no file. */
export async function* readEventFile(file: string, afterSeq: number): AsyncGenerator<TraceEvent, void> {
  const stream = createReadStream(file, "utf8");
  try {
    for await (const line of createInterface({ input: stream, crlfDelay: Infinity })) {
      const event = parseLine(line);
      if (event !== undefined && event.seq > afterSeq) yield event;
    }
  } catch (error) {
    if (!isMissing(error)) throw error;
  } finally {
    stream.destroy();
  }
}

/**
 * Makes a file that a killed process left fit to be appended to: cuts off a half-written last line.
 *
 * @returns the number of the last whole event, which is the count of whole lines.
 */
export const repairEventFile = async (file: string): Promise<number> => {
  const text = await readFile(file, "utf8").catch((error: unknown) => {
    if (isMissing(error)) return "";
    throw error;
  });
  const whole = text.slice(0, text.lastIndexOf("\n") + 1);
  if (whole.length < text.length) await truncate(file, Buffer.byteLength(whole));
  return whole.split("\n").length - 1;
};

const parseLine = (line: string): TraceEvent | undefined => {
  try {
    return TraceEvent.safeParse(JSON.parse(line)).data;
  } catch {
    // Not JSON: the line was being written when its process was killed, or is being written now.
    return undefined;
  }
};

const isMissing = (error: unknown): boolean =>
  error instanceof Error && "code" in error && error.code === "ENOENT";
