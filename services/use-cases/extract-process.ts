import { AppError } from "../../schema/errors.ts";
import type { ExtractAnswer, ExtractBatch } from "./extract-batch.ts";
import { extractDocuments } from "./extract.ts";

/**
 * Entry of a process of `extractInParallel`: batches of input lines in, their output lines or the first failure out. It
 * ends by itself when its owner is gone.
 */
process.on("disconnect", () => process.exit(0));
process.on("message", (batch) => {
  void answer(batch as ExtractBatch).then((said) => process.send?.(said));
});

const answer = async (batch: ExtractBatch): Promise<ExtractAnswer> => {
  try {
    const outputs: string[] = [];
    for await (const output of extractDocuments(batch)) outputs.push(JSON.stringify(output));
    return { kind: "done", outputs };
  } catch (error) {
    const failure = error instanceof AppError ? error : new AppError(String(error), { code: "INTERNAL" });
    return { kind: "failed", message: failure.message, code: failure.code, context: { ...failure.context } };
  }
};
