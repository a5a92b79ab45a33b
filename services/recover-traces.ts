import type { Logger } from "pino";
import { AppError, isTransient } from "../schema/errors.ts";
import type { TracingService } from "./tracing.ts";

/** How often a service whose graph is away looks whether it is back. */
const RETRY_MS = 5_000;

interface Recovery {
  close(): Promise<void>;
}

/**
 * Marks what a killed process left running, at once or, while the graph is away, as soon as it is back. `mayBeAway` false: a graph
 * that is away is a failure.
 */
export const recoverTraces = async (
  tracing: Pick<TracingService, "recover">,
  { log, mayBeAway }: { readonly log: Pick<Logger, "info" | "error">; readonly mayBeAway: boolean },
): Promise<Recovery> => {
  let timer: NodeJS.Timeout | undefined;
  let attempt: Promise<void> = Promise.resolve();

  const tryAgain = async (): Promise<void> => {
    try {
      await tracing.recover();
      log.info("the graph is back");
    } catch (error) {
      if (mayComeBack(error)) timer = later();
      else log.error({ err: error }, "traces that were left running could not be looked at");
    }
  };
  const later = (): NodeJS.Timeout => setTimeout(() => (attempt = tryAgain()), RETRY_MS).unref();

  try {
    await tracing.recover();
  } catch (error) {
    if (!mayBeAway || !isTransient(error)) throw error;
    timer = later();
  }
  return {
    close: async () => {
      clearTimeout(timer);
      await attempt;
      clearTimeout(timer);
    },
  };
};

/** A server that starts again may refuse for a while, the user or the database, what it will take when it is up. */
const mayComeBack = (error: unknown): boolean =>
  isTransient(error) || (error instanceof AppError && error.code === "ENGINE_UNAVAILABLE");
