import { setTimeout as delay } from "node:timers/promises";
import type { Clock } from "../../agents/ports.ts";

/** Time as the sources need it; tests hand in one that never waits. */
export interface SourceClock extends Clock {
  /** Resolves after the time, in milliseconds; rejects when the signal aborts first. */
  sleep(ms: number, signal: AbortSignal): Promise<void>;
  /** 0 (included) to 1 (excluded), for jitter. */
  random(): number;
}

export const createSystemClock = (): SourceClock => ({
  now: () => new Date(),
  sleep: async (ms, signal) => {
    await delay(ms, undefined, { signal });
  },
  random: Math.random,
});
