import { linkSignal } from "../link-signal.ts";
import { createVisitGraph } from "./graph.ts";
import type { Visit } from "./visit.ts";

/** Steps of the longest way through the graph are seven; one more than twice that is a loop. */
const RECURSION_LIMIT = 15;

/**
 * Visits one dataset: one run of the graph, ending with one commit, or with none when a budget ran out on the way: the
 * dataset then stays in the frontier. Nothing of the visit runs any more once this has settled.
 *
 * @throws what the engine or the disk threw, and AbortError once the signal aborts
 */
export const visitDataset = async (visit: Visit): Promise<void> => {
  const { signal, unlink } = linkSignal(visit.signal);
  try {
    await createVisitGraph({ ...visit, signal }).invoke(
      { dataset: visit.entry.dataset },
      { maxConcurrency: visit.settings.concurrency, recursionLimit: RECURSION_LIMIT, signal },
    );
  } finally {
    await Promise.allSettled(visit.running);
    unlink();
  }
};
