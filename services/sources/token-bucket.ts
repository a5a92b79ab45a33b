/** How often a host may be asked. */
export interface RateRule {
  /** Milliseconds between two requests in the long run. */
  readonly intervalMs: number;
  /** Requests that may go out at once after a rest; at least 1. */
  readonly burst: number;
}

export interface TokenBucket {
  /** Books the next request and tells when it may start, in epoch milliseconds; never before `nowMs`. */
  reserve(nowMs: number): number;
  /** No request starts before this time, in epoch milliseconds. */
  pauseUntil(timeMs: number): void;
  /** Until when the host asked to be left alone; 0 when it did not. */
  pausedUntil(): number;
}

/** A token bucket kept as one number, the time at which it is full again; requests are booked in the order of asking. */
export const createTokenBucket = ({ intervalMs, burst }: RateRule): TokenBucket => {
  const toleranceMs = (burst - 1) * intervalMs;
  let fullAtMs = 0;
  let pausedUntilMs = 0;
  return {
    reserve: (nowMs) => {
      const startMs = Math.max(nowMs, fullAtMs - toleranceMs, pausedUntilMs);
      fullAtMs = Math.max(fullAtMs, startMs) + intervalMs;
      return startMs;
    },
    pauseUntil: (timeMs) => {
      pausedUntilMs = Math.max(pausedUntilMs, timeMs);
    },
    pausedUntil: () => pausedUntilMs,
  };
};
