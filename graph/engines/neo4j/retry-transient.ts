import { setTimeout as delay } from "node:timers/promises";
import { AppError } from "../../../schema/errors.ts";

/** A server that refuses connections is down for longer than a request may wait. */
const DOWN_PATIENCE_MS = 1_000;
/** A cluster chooses its next leader, and two writers come to an end with each other, in seconds. */
const TURN_PATIENCE_MS = 15_000;
const FIRST_DELAY_MS = 50;
const LONGEST_DELAY_MS = 1_000;

const MOVING = /^(?:SessionExpired|Neo\.ClientError\.(?:Cluster|General)\.|Neo\.TransientError\.)/;

export interface RetryOptions {
  /** May forbid to run it again after one failure. */
  isRepeatable(error: AppError): boolean;
  readonly signal?: AbortSignal | undefined;
}

/** A read that met its own limit of memory would meet it again; one that found the memory taken by others gets its turn. */
export const mayReadAgain = ({ code, transient }: AppError): boolean =>
  code !== "RESULT_TOO_LARGE" || transient;

/** Runs the work again while it fails for a reason that passes by itself. */
export const retryTransient = async <Result>(
  work: () => Promise<Result>,
  { isRepeatable, signal }: RetryOptions,
): Promise<Result> => {
  const started = performance.now();
  for (let delayMs = FIRST_DELAY_MS; ; delayMs = Math.min(2 * delayMs, LONGEST_DELAY_MS)) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof AppError) || !isRepeatable(error)) throw error;
      if (performance.now() - started + delayMs > patienceMs(error)) throw error;
    }
    await pause(delayMs, signal);
  }
};

/** Also over when the signal aborts: the next attempt then says so. */
const pause = (delayMs: number, signal: AbortSignal | undefined): Promise<void> =>
  delay(delayMs, undefined, signal === undefined ? {} : { signal }).catch(() => undefined);

const patienceMs = ({ code, transient, context }: AppError): number => {
  if (!transient || code === "STORAGE_FAILED") return 0;
  if (code === "WRITE_CONFLICT" || MOVING.test(String(context["reason"]))) return TURN_PATIENCE_MS;
  return DOWN_PATIENCE_MS;
};
