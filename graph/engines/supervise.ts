import { AppError } from "../../schema/errors.ts";
import type { QueryOptions } from "../database.ts";

export const DEFAULT_TIMEOUT_MS = 30_000;
/** Most statements end by themselves in this time after a cancel, and the engine need not be killed for them. */
const CANCEL_GRACE_MS = 250;

/**
 * Settles as the work does, or earlier: with QUERY_TIMEOUT when its time is over, with CANCELLED when the signal aborts.
 * `stop` ends what still runs: at once on a time-out, after a short grace on a cancel. It is called at most once.
 */
export const supervise = <Result>(
  work: Promise<Result>,
  options: QueryOptions,
  stop: () => void,
): Promise<Result> => {
  const { signal, timeoutMs = DEFAULT_TIMEOUT_MS } = options;
  return new Promise((resolve, reject) => {
    let grace: NodeJS.Timeout | undefined;
    const cancel = (): void => {
      clearTimeout(timer);
      grace = setTimeout(stop, CANCEL_GRACE_MS);
      reject(cancelled(signal?.reason));
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener("abort", cancel);
      stop();
      reject(timedOut(timeoutMs));
    }, timeoutMs);
    const settle = (): void => {
      clearTimeout(timer);
      clearTimeout(grace);
      signal?.removeEventListener("abort", cancel);
    };
    signal?.addEventListener("abort", cancel, { once: true });
    work.finally(settle).then(resolve, reject);
    if (signal?.aborted === true) cancel();
  });
};

const timedOut = (timeoutMs: number): AppError =>
  new AppError(`the query ran longer than ${timeoutMs} ms and was stopped`, {
    code: "QUERY_TIMEOUT",
    context: { timeoutMs },
  });

const cancelled = (cause: unknown): AppError =>
  new AppError("the query was cancelled", { code: "CANCELLED", cause });

/** Throws CANCELLED when the signal has aborted before anything began. */
export const refuseCancelled = ({ signal }: QueryOptions): void => {
  if (signal?.aborted === true) throw cancelled(signal.reason);
};
