import { isTransient } from "../../schema/errors.ts";
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
  } catch (error) {
    throw mostTelling(error);
  } finally {
    await Promise.allSettled(visit.running);
    unlink();
  }
};

/** Parallel nodes that fail together come as one AggregateError: trouble of the engine outweighs any other. */
const mostTelling = (error: unknown): unknown =>
  error instanceof AggregateError ? (error.errors.find(isTransient) ?? error.errors[0]) : error;
