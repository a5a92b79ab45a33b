import { setImmediate } from "node:timers/promises";

/** How long work goes on before others get their turn, in milliseconds. A single piece of it may take longer. */
const SLICE_MS = 10;

/** Runs work that yields between its pieces, and lets everything else go on meanwhile. */
export const runInSlices = async <Result>(work: Generator<void, Result>): Promise<Result> => {
  for (;;) {
    const startedMs = performance.now();
    while (performance.now() - startedMs < SLICE_MS) {
      const step = work.next();
      if (step.done === true) return step.value;
    }
    await setImmediate();
  }
};
