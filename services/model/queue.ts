/** Runs work with at most `limit` under way, in the order in which it was given. Waiting work leaves when its signal aborts. */
export type Queue = <Result>(work: () => Promise<Result>, signal: AbortSignal) => Promise<Result>;

export const createQueue = (limit: number): Queue => {
  let running = 0;
  const waiting: (() => void)[] = [];
  const turn = (signal: AbortSignal): Promise<void> =>
    new Promise((resolve, reject) => {
      const leave = (): void => {
        waiting.splice(waiting.indexOf(start), 1);
        reject(signal.reason as Error);
      };
      const start = (): void => {
        signal.removeEventListener("abort", leave);
        resolve();
      };
      waiting.push(start);
      signal.addEventListener("abort", leave, { once: true });
    });
  return async (work, signal) => {
    signal.throwIfAborted();
    // Whoever ends hands the place on, so that nobody who comes later can slip in between.
    if (running >= limit) await turn(signal);
    else running += 1;
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next === undefined) running -= 1;
      else next();
    }
  };
};
