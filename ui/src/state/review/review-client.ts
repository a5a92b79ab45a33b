import type { DocumentDetail, SessionView } from "../../../../schema/api.ts";
import type { EdgeHistory } from "../../../../schema/edge-history.ts";
import type { EdgeId, Sha256 } from "../../../../schema/ids.ts";
import type { BatchReport } from "../../../../schema/review-batch.ts";
import type { ReviewStatistics } from "../../../../schema/review-statistics.ts";
import type { QueueFilter } from "../../../../schema/queue-filter.ts";
import type { QueueDetail, QueuePage, TakeAnswer } from "../../../../schema/review-queue.ts";
import { ask } from "../ask.ts";
import { toQueueQuery } from "./review-view.ts";
import type { Letter } from "./outbox.ts";

export type ReviewClient = ReturnType<typeof createReviewClient>;

export interface PageOfQueue {
  readonly limit: number;
  readonly skip: number;
}

/** What the review page asks of the service. `client` tells this tab from the others of the same person. */
export const createReviewClient = (send: typeof fetch, client: string) => ({
  session: (signal?: AbortSignal): Promise<SessionView> =>
    ask(send, { path: "/api/session", ...(signal !== undefined && { signal }) }),
  queue: (filter: QueueFilter, { limit, skip }: PageOfQueue, signal?: AbortSignal): Promise<QueuePage> => {
    const parts = [toQueueQuery(filter), `client=${client}`, `limit=${limit}`, `skip=${skip}`];
    const path = `/api/reviews/queue?${parts.filter((part) => part !== "").join("&")}`;
    return ask(send, { path, ...(signal !== undefined && { signal }) });
  },
  item: (edge: EdgeId): Promise<QueueDetail> =>
    ask(send, { path: `/api/reviews/queue/${edge}?client=${client}` }),
  /** Holds an item, or goes on holding it. */
  take: (edge: EdgeId): Promise<TakeAnswer> =>
    ask(send, { path: "/api/reviews/queue/take", body: { edge, client } }),
  release: (edge: EdgeId): Promise<unknown> =>
    ask(send, { path: "/api/reviews/queue/release", body: { edge, client } }),
  document: (sha256: Sha256): Promise<DocumentDetail> => ask(send, { path: `/api/documents/${sha256}` }),
  history: (edge: EdgeId, signal?: AbortSignal): Promise<EdgeHistory> =>
    ask(send, { path: `/api/edges/${edge}/history`, ...(signal !== undefined && { signal }) }),
  statistics: (signal?: AbortSignal): Promise<ReviewStatistics> =>
    ask(send, { path: "/api/reviews/statistics", ...(signal !== undefined && { signal }) }),
  bulk: (body: unknown): Promise<BatchReport> => ask(send, { path: "/api/reviews/bulk", body }),
  deliver: ({ path, body }: Letter): Promise<object> => ask(send, { path, body }),
});
