/** Runs works on the same key one after the other, works on different keys at once. */
export type KeyedLock = <Result>(key: string, work: () => Promise<Result>) => Promise<Result>;

export const createKeyedLock = (): KeyedLock => {
  const tails = new Map<string, Promise<void>>();
  return async (key, work) => {
    const before = tails.get(key) ?? Promise.resolve();
    const running = before.then(work);
    const tail = running.then(ignore, ignore);
    tails.set(key, tail);
    try {
      return await running;
    } finally {
      if (tails.get(key) === tail) tails.delete(key);
    }
  };
};

/** The outcome belongs to whoever awaits the work, not to the next in line. */
const ignore = (): void => undefined;
