import { setTimeout as delay } from "node:timers/promises";
import type { FrontierPort } from "../agents/ports.ts";
import type { Leases } from "./leases.ts";

interface LeasedFrontier {
  readonly frontier: FrontierPort;
  /** Lets go of the dataset under way. */
  release(): Promise<void>;
}

/** How often a dataset that another process is tracing is asked for again. */
const RETRY_MS = 1_000;

/**
 * The same frontier, whose next dataset is this process's alone until the one after it is asked for. One that another process
 * is just tracing is waited for: it then is known, and costs a look at its revision.
 */
export const leaseDatasets = (
  frontier: FrontierPort,
  leases: Pick<Leases, "take" | "release">,
  signal: AbortSignal,
): LeasedFrontier => {
  let held: string | undefined;
  const release = async (): Promise<void> => {
    const id = held;
    held = undefined;
    if (id !== undefined) await leases.release(id);
  };
  return {
    release,
    frontier: {
      ...frontier,
      next: async (traceId) => {
        await release();
        for (;;) {
          const entry = await frontier.next(traceId);
          if (entry === undefined || signal.aborted) return entry;
          const id = `dataset:${entry.dataset}`;
          if (await leases.take(id)) {
            held = id;
            return entry;
          }
          // An abort ends the wait; the walk then sees it by itself.
          await delay(RETRY_MS, undefined, { signal }).catch(() => undefined);
        }
      },
    },
  };
};
