import type { QueueFilter } from "../../../../schema/queue-filter.ts";
import type { QueueItem } from "../../../../schema/review-queue.ts";
import type { ReviewClient } from "./review-client.ts";

export interface BulkItems {
  /** What would be decided on, with the revisions that were seen. */
  readonly items: readonly QueueItem[];
  /** Left out: others have them open, or they are blind second looks, which are taken one by one. */
  readonly leftOut: number;
  /** Whether the filter has more than are decided on at once. */
  readonly isCut: boolean;
}

const PAGE = 500;
/** What the service takes in one batch. */
const MOST = 1_000;

/** Everything that the filter shows, as far as it may be decided on together. */
export const collectBulk = async (
  client: Pick<ReviewClient, "queue">,
  filter: QueueFilter,
  signal?: AbortSignal,
): Promise<BulkItems> => {
  const found = new Map<string, QueueItem>();
  let total = 0;
  for (let skip = 0; skip < MOST; skip += PAGE) {
    const page = await client.queue(filter, { limit: PAGE, skip }, signal);
    total = page.total;
    for (const item of page.items) found.set(item.edge.id, item);
    if (skip + PAGE >= total) break;
  }
  const all = [...found.values()];
  const items = all.filter(({ blind, held }) => !blind && (held === undefined || held.mine)).slice(0, MOST);
  return { items, leftOut: all.length - items.length, isCut: total > all.length };
};
