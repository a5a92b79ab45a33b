import { computed, effect, signal, type ReadonlySignal } from "@preact/signals";
import type { ContaminationRanking, RankedDataset } from "../../../../schema/contamination-ranking.ts";
import type { AppError } from "../../../../schema/errors.ts";
import { createResource, toAppError, type Resource } from "../resource.ts";
import type { ContaminationClient } from "./contamination-client.ts";

export interface Ranking {
  /** The first page, with the counts of the whole. */
  readonly first: Resource<ContaminationRanking>;
  /** All rows fetched so far. */
  readonly rows: ReadonlySignal<readonly RankedDataset[]>;
  readonly hasMore: ReadonlySignal<boolean>;
  readonly isLoadingMore: ReadonlySignal<boolean>;
  /** Why the next page could not be fetched; what is there stays. */
  readonly moreFailure: ReadonlySignal<AppError | undefined>;
  more(): Promise<void>;
  close(): void;
}

interface Behind {
  readonly rows: readonly RankedDataset[];
  readonly cursor: string | undefined;
}

/** A ranking that grows page by page; another query begins it anew. */
export const createRanking = (
  client: Pick<ContaminationClient, "ranking">,
  query: ReadonlySignal<string | undefined>,
): Ranking => {
  const first = createResource(query, client.ranking, { keepsFor: () => true });
  const behind = signal<Behind | undefined>(undefined);
  const isLoadingMore = signal(false);
  const moreFailure = signal<AppError | undefined>(undefined);
  let running: AbortController | undefined;
  const stopEffect = effect(() => {
    void first.value.value;
    running?.abort();
    running = undefined;
    behind.value = undefined;
    isLoadingMore.value = false;
    moreFailure.value = undefined;
  });
  const cursor = computed(() =>
    behind.value === undefined ? first.value.value?.nextCursor : behind.value.cursor,
  );
  const more = async (): Promise<void> => {
    const [wanted, asked] = [cursor.peek(), query.peek()];
    if (wanted === undefined || asked === undefined || running !== undefined) return;
    const controller = new AbortController();
    running = controller;
    isLoadingMore.value = true;
    moreFailure.value = undefined;
    try {
      const page = await client.ranking(`${asked}&cursor=${encodeURIComponent(wanted)}`, controller.signal);
      if (running !== controller) return;
      const rows = [...(behind.peek()?.rows ?? []), ...page.items];
      behind.value = { rows, cursor: page.nextCursor };
    } catch (error) {
      if (running === controller) moreFailure.value = toAppError(error);
    }
    if (running !== controller) return;
    running = undefined;
    isLoadingMore.value = false;
  };
  return {
    first,
    rows: computed(() => [...(first.value.value?.items ?? []), ...(behind.value?.rows ?? [])]),
    hasMore: computed(() => cursor.value !== undefined),
    isLoadingMore,
    moreFailure,
    more,
    close: () => {
      stopEffect();
      running?.abort();
      first.close();
    },
  };
};
