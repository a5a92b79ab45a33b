/** Runs one piece of work at a time, in the order in which they came; a failure does not stop the next. */
export interface WriteQueue {
  run<Result>(work: () => Promise<Result>): Promise<Result>;
  /** Resolves when everything that was asked for until now is done. */
  drained(): Promise<void>;
}

export const createWriteQueue = (): WriteQueue => {
  let tail: Promise<unknown> = Promise.resolve();
  return {
    run: (work) => {
      const result = tail.then(work);
      tail = result.catch(() => undefined);
      return result;
    },
    drained: async () => void (await tail),
  };
};
