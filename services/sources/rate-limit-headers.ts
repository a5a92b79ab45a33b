/** What the headers of an answer say about when to ask again. */
export interface RateAdvice {
  /** Leave the host alone until then, in epoch milliseconds; absent when the headers do not say. */
  readonly pauseUntilMs?: number;
}

const MS_PER_SECOND = 1000;
/** `X-RateLimit-Reset` larger than this is a time, smaller a number of seconds: hosts use both. */
const EPOCH_SECONDS_FROM = 1_000_000_000;

/** Reads `Retry-After`, then an exhausted `RateLimit` or `X-RateLimit` budget. */
export const readRateAdvice = (headers: Headers, nowMs: number): RateAdvice => {
  const pauseUntilMs = readRetryAfter(headers, nowMs) ?? readExhaustedBudget(headers, nowMs);
  return pauseUntilMs === undefined || pauseUntilMs <= nowMs ? {} : { pauseUntilMs };
};

/** Seconds, or an HTTP date. */
const readRetryAfter = (headers: Headers, nowMs: number): number | undefined => {
  const value = headers.get("retry-after")?.trim();
  if (value === undefined) return undefined;
  if (/^\d+(?:\.\d+)?$/.test(value)) return nowMs + Number(value) * MS_PER_SECOND;
  const timeMs = Date.parse(value);
  return Number.isNaN(timeMs) ? undefined : timeMs;
};

const readExhaustedBudget = (headers: Headers, nowMs: number): number | undefined => {
  const budget =
    readStructuredBudget(headers.get("ratelimit")) ??
    readBudgetPair(headers, "ratelimit") ??
    readBudgetPair(headers, "x-ratelimit");
  if (budget === undefined || budget.remaining > 0) return undefined;
  return budget.reset > EPOCH_SECONDS_FROM
    ? budget.reset * MS_PER_SECOND
    : nowMs + budget.reset * MS_PER_SECOND;
};

interface Budget {
  readonly remaining: number;
  readonly reset: number;
}

/** `RateLimit: "api";r=0;t=120` */
const readStructuredBudget = (value: string | null): Budget | undefined => {
  const remaining = /;\s*r=(\d+)/.exec(value ?? "")?.[1];
  const reset = /;\s*t=(\d+)/.exec(value ?? "")?.[1];
  return toBudget(remaining, reset);
};

/** `X-RateLimit-Remaining: 0` with `X-RateLimit-Reset: 1700000000` */
const readBudgetPair = (headers: Headers, prefix: string): Budget | undefined =>
  toBudget(headers.get(`${prefix}-remaining`) ?? undefined, headers.get(`${prefix}-reset`) ?? undefined);

const toBudget = (remaining: string | undefined, reset: string | undefined): Budget | undefined => {
  if (remaining === undefined || reset === undefined) return undefined;
  const budget = { remaining: Number(remaining), reset: Number(reset) };
  return Number.isFinite(budget.remaining) && Number.isFinite(budget.reset) ? budget : undefined;
};
