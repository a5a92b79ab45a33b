import { AppError } from "../../../schema/errors.ts";
import type { SourceClock } from "../source-clock.ts";

export interface TestClock extends SourceClock {
  /** Every wait so far, in milliseconds. */
  readonly sleeps: readonly number[];
  advance(ms: number): void;
}

/** A clock that stands still and whose waits are over at once: they only move its time. */
export const createTestClock = (start = "2026-01-01T00:00:00.000Z"): TestClock => {
  let nowMs = Date.parse(start);
  const sleeps: number[] = [];
  return {
    sleeps,
    now: () => new Date(nowMs),
    advance: (ms) => {
      nowMs += ms;
    },
    sleep: async (ms, signal) => {
      if (signal.aborted) throw new AppError("woken", { code: "CANCELLED" });
      sleeps.push(ms);
      nowMs += ms;
      await Promise.resolve();
    },
    random: () => 0.5,
  };
};
