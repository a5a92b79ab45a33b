import type { ChildProcess } from "node:child_process";
import { availableParallelism } from "node:os";
import { AppError } from "../../schema/errors.ts";
import { forkEntry } from "../fork-entry.ts";
import type { ExtractAnswer, ExtractBatch } from "./extract-batch.ts";
import type { ExtractRequest } from "./extract.ts";

/** Lines a batch: small enough to keep every worker busy at the end, large enough that messages cost nothing. */
const BATCH_LINES = 16;
/** Batches that each worker has waiting, so that it never idles. */
const BATCHES_AHEAD = 2;

export interface ParallelExtractRequest extends ExtractRequest {
  /** Processes; default one a core. */
  readonly workers?: number;
}

/**
 * Like `extractDocuments`, on all cores: JSON texts in the order of the input lines. At most a few batches for each worker are in
 * memory. The first failure, in the order of the lines, ends it.
 */
export async function* extractInParallel(request: ParallelExtractRequest): AsyncGenerator<string> {
  const { workers: size = availableParallelism(), lines, ...rest } = request;
  const workers = Array.from({ length: size }, startWorker);
  try {
    const waiting: Promise<ExtractAnswer>[] = [];
    const lanes = workers.map(() => Promise.resolve<unknown>(undefined));
    let turn = 0;
    for await (const batch of toBatches(lines)) {
      const lane = turn % size;
      const worker = workers[lane];
      if (worker === undefined) throw new TypeError("extractInParallel needs at least one worker");
      const answer = (lanes[lane] ?? Promise.resolve()).then(() => ask(worker, { ...rest, ...batch }));
      // A failure is thrown when its turn comes; until then it must not count as unhandled.
      lanes[lane] = answer.catch(() => undefined);
      waiting.push(answer);
      turn += 1;
      if (waiting.length >= size * BATCHES_AHEAD) yield* outputsOf(await waiting.shift());
    }
    for (const answer of waiting) yield* outputsOf(await answer);
  } finally {
    for (const worker of workers) worker.kill("SIGKILL");
  }
}

async function* toBatches(
  lines: ExtractRequest["lines"],
): AsyncGenerator<Pick<ExtractBatch, "lines" | "firstLine">> {
  let batch: string[] = [];
  let firstLine = 1;
  for await (const line of lines) {
    batch.push(line);
    if (batch.length < BATCH_LINES) continue;
    yield { lines: batch, firstLine };
    firstLine += batch.length;
    batch = [];
  }
  if (batch.length > 0) yield { lines: batch, firstLine };
}

/** Of the heap of each process; the largest card that was seen needs a tenth. */
const MEMORY_MEGABYTES = 400;

const startWorker = (): ChildProcess =>
  forkEntry({ from: import.meta.url, entry: "./extract-process", memoryMegabytes: MEMORY_MEGABYTES });

const ask = (worker: ChildProcess, batch: ExtractBatch): Promise<ExtractAnswer> =>
  new Promise((resolve, reject) => {
    const onExit = (): void => {
      const last = batch.firstLine + batch.lines.length - 1;
      const message = `the process that read lines ${batch.firstLine} to ${last} ended; is one of their documents too large?`;
      reject(
        new AppError(message, { code: "INTERNAL", context: { firstLine: batch.firstLine, lastLine: last } }),
      );
    };
    worker.ref();
    worker.channel?.ref();
    worker.once("exit", onExit);
    worker.once("message", (answer) => {
      worker.off("exit", onExit);
      resolve(answer as ExtractAnswer);
    });
    worker.send(batch);
  });

const outputsOf = (answer: ExtractAnswer | undefined): readonly string[] => {
  if (answer === undefined) return [];
  if (answer.kind === "done") return answer.outputs;
  throw new AppError(answer.message, { code: answer.code, context: answer.context });
};
