import { atLine, readLines } from "../graph/exchange/read-lines.ts";
import { AppError } from "../schema/errors.ts";
import { PatchLine } from "../schema/review-batch.ts";

/** One transaction does them all. */
const MAX_PATCHES = 20_000;
/** The undoing of a batch of 1,000 edges is a line of some 4 MB. */
const MAX_LINE_BYTES = 32 * 1024 ** 2;

/** Reads a file of patches whole. Fails with INPUT_INVALID, naming the line that is none, and for more than 20,000 of them. */
export const readPatches = async (path: string): Promise<readonly PatchLine[]> => {
  const patches: PatchLine[] = [];
  for await (const { number, bytes } of readLines(path, { maxBytes: MAX_LINE_BYTES })) {
    const text = bytes.toString("utf8").trim();
    if (text === "") continue;
    patches.push(parseLine(number, text));
    if (patches.length > MAX_PATCHES) {
      throw new AppError(`the file holds more than ${MAX_PATCHES} events; split it`, {
        code: "INPUT_INVALID",
      });
    }
  }
  return patches;
};

const parseLine = (number: number, text: string): PatchLine => {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw atLine(number, "is no JSON", error);
  }
  const parsed = PatchLine.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw atLine(number, `is no event: ${issue?.path.join(".") ?? ""} ${issue?.message ?? ""}`, parsed.error);
};
