import { computed, signal, type ReadonlySignal } from "@preact/signals";
import type { EdgeId } from "../../../../schema/ids.ts";
import type { QueueFilter } from "../../../../schema/queue-filter.ts";
import type { QueueItem, QueuePage } from "../../../../schema/review-queue.ts";
import { createResource, type Resource } from "../resource.ts";
import type { ReviewClient } from "./review-client.ts";

export interface Waiting {
  readonly queue: Resource<QueuePage>;
  /** Items in the order in which they come; what was passed since they were fetched is left out. */
  readonly coming: ReadonlySignal<readonly QueueItem[]>;
  /** Whether something was passed since. */
  readonly hasPassed: ReadonlySignal<boolean>;
  pass(edges: readonly EdgeId[]): void;
  bringBack(edges: readonly EdgeId[]): void;
  /** The next item behind an edge, or the one before it, that nobody else has open; around the ends. */
  beside(edge: EdgeId | undefined, by: 1 | -1): EdgeId | undefined;
}

export interface WaitingDependencies {
  readonly client: Pick<ReviewClient, "queue">;
  /** Absent while the queue is not shown. */
  readonly filter: ReadonlySignal<QueueFilter | undefined>;
  /** Whether the service knows of everything that was decided here. */
  readonly isSaved: () => boolean;
}

const PAGE = 100;
const NONE: ReadonlySet<EdgeId> = new Set();

/** What waits for the reviewer, without what they have just passed. */
export const createWaiting = ({ client, filter, isSaved }: WaitingDependencies): Waiting => {
  const passed = signal(NONE);
  const queue = createResource(
    computed(() => filter.value && JSON.stringify(filter.value)),
    async (key, abort) => {
      // What the service knew of when it was asked is no longer in its list; what was passed since still is.
      const known = isSaved() ? passed.peek() : NONE;
      const page = await client.queue(JSON.parse(key), { limit: PAGE, skip: 0 }, abort);
      if (known.size > 0) passed.value = new Set([...passed.peek()].filter((edge) => !known.has(edge)));
      return page;
    },
    { keepsFor: () => true },
  );
  return {
    queue,
    coming: computed(() => (queue.value.value?.items ?? []).filter(({ edge }) => !passed.value.has(edge.id))),
    hasPassed: computed(() => passed.value.size > 0),
    pass: (edges) => (passed.value = new Set([...passed.peek(), ...edges])),
    bringBack: (edges) =>
      (passed.value = new Set([...passed.peek()].filter((edge) => !edges.includes(edge)))),
    beside: (edge, by) => {
      const all = queue.value.peek()?.items ?? [];
      const start = all.findIndex((item) => item.edge.id === edge);
      const ring = start < 0 ? all : [...all.slice(start + 1), ...all.slice(0, start)];
      const free = ring.filter((item) => isFree(item) && !passed.peek().has(item.edge.id));
      return (by === 1 ? free[0] : free.at(-1))?.edge.id;
    },
  };
};

const isFree = ({ held }: QueueItem): boolean => held === undefined || held.mine;
