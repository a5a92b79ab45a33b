import { signal, type ReadonlySignal } from "@preact/signals";

export interface ServiceWatch {
  /** fetch, watched. */
  readonly send: typeof fetch;
  /** True from the first request that found nobody until one is answered. */
  readonly isAway: ReadonlySignal<boolean>;
  /** How often the service has come back: what failed meanwhile is asked for again when this changes. */
  readonly returns: ReadonlySignal<number>;
}

export interface WatchDependencies {
  readonly send: typeof fetch;
  readonly after: (delayMs: number, action: () => void) => void;
  /** Whether somebody looks at the page; while nobody does, nothing is asked. */
  readonly isWatched: () => boolean;
}

const LOOK_MS = 15_000;
const RETRY_MS = 2_000;
const PROBE = "/api/health";

/** Knows from every request whether the service is there, and asks by itself now and then, sooner while it is away. */
export const createServiceWatch = ({ send, after, isWatched }: WatchDependencies): ServiceWatch => {
  const isAway = signal(false);
  const returns = signal(0);
  const note = (answered: boolean): void => {
    const wasAway = isAway.peek();
    isAway.value = !answered;
    if (answered && wasAway) returns.value += 1;
    if (!answered && !wasAway) retry();
  };
  const watched: typeof fetch = async (...question) => {
    try {
      const response = await send(...question);
      note(true);
      return response;
    } catch (cause) {
      // A request that the page itself gave up says nothing of the service.
      if (question[1]?.signal?.aborted !== true) note(false);
      throw cause;
    }
  };
  // What a probe fails with is noted above.
  const probe = async (): Promise<void> => {
    if (isWatched()) await watched(PROBE).catch(() => undefined);
  };
  const retry = (): void =>
    after(RETRY_MS, () => {
      void probe().then(() => isAway.peek() && retry());
    });
  const look = (): void =>
    after(LOOK_MS, () => {
      void (isAway.peek() ? Promise.resolve() : probe()).then(look);
    });
  look();
  return { send: watched, isAway, returns };
};
