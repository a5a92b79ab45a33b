export interface RetryPolicy {
  /** Requests for one page at most, the first included. */
  readonly attempts: number;
  /** Longest wait after the first failure, in milliseconds; doubles with each further one. */
  readonly baseDelayMs: number;
  readonly maxDelayMs: number;
}

/** Full jitter: any time from 0 to the doubled delay, so that many clients do not come back at once. `failures` counts from 1. */
export const toRetryDelayMs = (policy: RetryPolicy, failures: number, random: number): number =>
  Math.round(random * Math.min(policy.maxDelayMs, policy.baseDelayMs * 2 ** (failures - 1)));
