import type { DatasetDetail, DatasetSummary } from "../../../../schema/api.ts";
import type { DatasetId } from "../../../../schema/ids.ts";
import { type Citation, toCitation } from "./citation.ts";

export interface CitationProgress {
  readonly done: number;
  readonly of: number;
  /** Datasets whose documents could not be read; they are cited without a revision. */
  readonly missing: number;
}

export interface ReadCitations {
  readonly citations: readonly Citation[];
  readonly missing: number;
  /** Whether it was stopped before all were read; the rest are cited without a revision. */
  readonly stopped: boolean;
}

interface CitationReading {
  readonly detail: (id: DatasetId, abort: AbortSignal) => Promise<Pick<DatasetDetail, "documents">>;
  readonly onProgress: (progress: CitationProgress) => void;
  readonly signal: AbortSignal;
}

/** As many questions at a time as a browser has connections to one service over HTTP/1.1. */
const AT_ONCE = 6;

/** Cites datasets with the revision and the day of the documents that were read of them, which only each one's detail has. */
export const readCitations = async (
  datasets: readonly DatasetSummary[],
  { detail, onProgress, signal }: CitationReading,
): Promise<ReadCitations> => {
  const citations = new Map<string, Citation>(datasets.map((one) => [one.id, toCitation(one)]));
  // Nothing was read of what was never traced.
  const waiting = datasets.filter((one) => one.tracedAt !== undefined || one.state === "traced");
  const of = waiting.length;
  let done = 0;
  let missing = 0;
  const queue = waiting.values();
  const work = async (): Promise<void> => {
    for (const dataset of queue) {
      if (signal.aborted) return;
      try {
        const { documents } = await detail(dataset.id, signal);
        citations.set(dataset.id, toCitation(dataset, documents));
      } catch {
        // One that cannot be read is counted, and told of; the list is still worth having.
        if (signal.aborted) return;
        missing += 1;
      }
      done += 1;
      onProgress({ done, of, missing });
    }
  };
  onProgress({ done, of, missing });
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return { citations: [...citations.values()], missing, stopped: signal.aborted };
};
