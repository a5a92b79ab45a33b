import { AppError } from "../../schema/errors.ts";

/** Console queries that run at once: the engine's other threads stay free for what the service itself asks. */
const MAX_RUNNING = 2;
/** More than this many waiting are turned away. */
const MAX_WAITING = 16;

interface Patience {
  readonly signal: AbortSignal;
  /** How long it waits for its turn, in milliseconds. */
  readonly timeoutMs: number;
}

/** Lets a few run at once, in the order in which they came. */
export interface ConsoleQueue {
  /** RATE_LIMITED when too many wait or the turn did not come in time; CANCELLED when the signal aborts before it. */
  run<Result>(patience: Patience, work: () => Promise<Result>): Promise<Result>;
}

export const createConsoleQueue = (): ConsoleQueue => {
  const waiting = new Set<() => void>();
  let running = 0;

  /** Takes a place at once, so that of several who come together no one is let in too many. */
  const turn = (patience: Patience): Promise<void> => {
    if (running < MAX_RUNNING) {
      running += 1;
      return Promise.resolve();
    }
    return waiting.size < MAX_WAITING ? awaitTurn(waiting, patience) : Promise.reject(busy());
  };
  /** Hands the place over to the next, or gives it back. */
  const leave = (): void => {
    const [next] = waiting;
    if (next === undefined) running -= 1;
    else next();
  };
  return {
    run: async (patience, work) => {
      await turn(patience);
      try {
        return await work();
      } finally {
        leave();
      }
    },
  };
};

const awaitTurn = (waiting: Set<() => void>, { signal, timeoutMs }: Patience): Promise<void> =>
  new Promise((resolve, reject) => {
    const settle = (act: () => void): void => {
      waiting.delete(start);
      clearTimeout(timer);
      signal.removeEventListener("abort", cancel);
      act();
    };
    const start = (): void => settle(resolve);
    const cancel = (): void =>
      settle(() =>
        reject(new AppError("the query was cancelled", { code: "CANCELLED", cause: signal.reason })),
      );
    const timer = setTimeout(() => settle(() => reject(busy())), timeoutMs);
    waiting.add(start);
    signal.addEventListener("abort", cancel, { once: true });
    if (signal.aborted) cancel();
  });

export const busy = (): AppError =>
  new AppError("too many console queries are running; try again in a moment", {
    code: "RATE_LIMITED",
    transient: true,
  });
