import { setTimeout as delay } from "node:timers/promises";
import { AppError } from "../../../schema/errors.ts";

/** A server that refuses connections is down for longer than a request may wait. */
const DOWN_PATIENCE_MS = 1_000;
/** A cluster chooses its next leader, and two writers come to an end with each other, in seconds. */
const TURN_PATIENCE_MS = 15_000;
const FIRST_DELAY_MS = 50;
const LONGEST_DELAY_MS = 1_000;

const MOVING = /^(?:SessionExpired|Neo\.ClientError\.(?:Cluster|General)\.|Neo\.TransientError\.)/;

/** Runs the work again while it fails for a reason that passes by itself. `isRepeatable` may forbid it for one failure. */
export const retryTransient = async <Result>(
  work: () => Promise<Result>,
  isRepeatable: (error: AppError) => boolean,
): Promise<Result> => {
  const started = performance.now();
  for (let delayMs = FIRST_DELAY_MS; ; delayMs = Math.min(2 * delayMs, LONGEST_DELAY_MS)) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof AppError) || !isRepeatable(error)) throw error;
      if (performance.now() - started + delayMs > patienceMs(error)) throw error;
    }
    await delay(delayMs);
  }
};

const patienceMs = ({ code, transient, context }: AppError): number => {
  if (!transient || code === "STORAGE_FAILED") return 0;
  if (code === "WRITE_CONFLICT" || MOVING.test(String(context["reason"]))) return TURN_PATIENCE_MS;
  return DOWN_PATIENCE_MS;
};
