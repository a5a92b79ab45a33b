import { computed, effect, signal, type ReadonlySignal, type Signal } from "@preact/signals";
import type { SessionView } from "../../../../schema/api.ts";
import type { Span } from "../../../../schema/claim.ts";
import type { EdgeChange } from "../../../../schema/decision.ts";
import type { EdgeHistory } from "../../../../schema/edge-history.ts";
import type { EdgeId } from "../../../../schema/ids.ts";
import type { QueueFilter } from "../../../../schema/queue-filter.ts";
import type { ReviewStatistics } from "../../../../schema/review-statistics.ts";
import type { QueueItem, QueuePage } from "../../../../schema/review-queue.ts";
import type { Navigation } from "../navigation.ts";
import { createResource, type Resource } from "../resource.ts";
import type { BatchReport } from "../../../../schema/review-batch.ts";
import type { ApiClient } from "../api-client.ts";
import { createSearch, type Search } from "../search.ts";
import { type BulkItems, collectBulk } from "./bulk-items.ts";
import { createDecisions, type Decisions } from "./create-decisions.ts";
import { createItemLoader, type OpenItem } from "./open-item.ts";
import { createOutbox, type Outbox } from "./outbox.ts";
import { createPastDecisions, type PastDecisions } from "./past-decisions.ts";
import { RENEW_MS } from "./queue-words.ts";
import type { ReviewClient } from "./review-client.ts";
import { createReviewKeys, type ReviewKeys } from "./review-keys.ts";
import { createVisibleSeconds, type VisibleSeconds } from "./visible-seconds.ts";

export interface BulkPreview extends BulkItems {
  readonly report: BatchReport;
}

/** What the reviewer is in the middle of; plain: looking at the edge. */
export type ReviewMode = "plain" | "reason" | "edit" | "add" | "alias" | "bulk";

type PlainStorage = Pick<Storage, "getItem" | "setItem" | "removeItem">;

export interface ReviewStoreDependencies {
  readonly client: ReviewClient;
  readonly api: Pick<ApiClient, "search">;
  readonly navigation: Pick<Navigation, "view" | "navigate">;
  /** Of the browser: the outbox and the keys. */
  readonly storage: PlainStorage;
  /** Of the tab: what was decided in it. */
  readonly tabStorage: PlainStorage;
  readonly newId: () => string;
  readonly now: () => Date;
  readonly after: (delayMs: number, action: () => void) => () => void;
  readonly isVisible: boolean;
}

export interface ReviewStore extends Decisions {
  readonly session: Resource<SessionView>;
  readonly isViewer: ReadonlySignal<boolean>;
  readonly filter: ReadonlySignal<QueueFilter>;
  setFilter(filter: QueueFilter): void;
  readonly queue: Resource<QueuePage>;
  /** Items that wait, in the order in which they come; what was passed since it was fetched is left out. */
  readonly coming: ReadonlySignal<readonly QueueItem[]>;
  readonly currentId: ReadonlySignal<EdgeId | undefined>;
  readonly current: Resource<OpenItem>;
  readonly mode: Signal<ReviewMode>;
  /** Of the current item's quotes, the one that is looked at. */
  readonly quote: Signal<number>;
  /** Of the shown document: what the reviewer has marked, to add an edge on it. */
  readonly passage: Signal<Span | undefined>;
  /** What a bulk decision would be about, and what the service says of it. */
  previewBulk(change: EdgeChange): Promise<BulkPreview>;
  /** How many edges that are not rejected end at a node. */
  countEndsAt(id: string): Promise<number>;
  readonly search: Search;
  open(edge: EdgeId | undefined): void;
  /** To the next or the previous item, without deciding. */
  step(by: 1 | -1): void;
  readonly past: PastDecisions;
  readonly outbox: Outbox;
  /** The edge whose history is looked at. */
  readonly historyOf: Signal<EdgeId | undefined>;
  readonly history: Resource<EdgeHistory>;
  readonly statistics: Resource<ReviewStatistics>;
  readonly keys: ReviewKeys;
  readonly seconds: VisibleSeconds;
  close(): void;
}

const PAGE = 100;
/** When so few are left of what was fetched, the rest is asked for. */
const FEW = 10;

/** The review page: what waits, the item that is open, the one after it, and what was done to them. */
export const createReviewStore = (dependencies: ReviewStoreDependencies): ReviewStore => {
  const { client, navigation, storage, tabStorage, now, after } = dependencies;
  const { view } = navigation;
  const isShown = computed(() => view.value.page === "review" && view.value.review.tab === "queue");
  const filter = computed(() => view.value.review.filter);
  const session = createResource(signal<"session" | undefined>("session"), (_key, abort) =>
    client.session(abort),
  );
  const passed = signal<ReadonlySet<EdgeId>>(new Set());
  const past = createPastDecisions(tabStorage);
  const historyOf = signal<EdgeId | undefined>(undefined);
  const history = createResource(historyOf, client.history);
  const statistics = createResource(
    computed(() =>
      view.value.page === "review" && view.value.review.tab === "figures" ? "figures" : undefined,
    ),
    (_key, abort) => client.statistics(abort),
  );
  const mode = signal<ReviewMode>("plain");
  const quote = signal(0);
  const passage = signal<Span | undefined>(undefined);
  const seconds = createVisibleSeconds(() => now().getTime(), dependencies.isVisible);
  const outbox: Outbox = createOutbox({
    storage,
    send: client.deliver,
    after,
    onSaved: (letter, answer) => decisions.noteSaved(letter, answer),
    onRefused: (letter, error) => decisions.noteRefused(letter, error),
  });
  const loader = createItemLoader({
    client,
    role: async () => (session.value.peek() ?? (await client.session())).role,
    settled: outbox.settled,
  });
  const queue = createResource(
    computed(() => (isShown.value ? JSON.stringify(filter.value) : undefined)),
    async (key, abort) => {
      const wasSaved = outbox.waiting.peek().length === 0;
      const page = await client.queue(JSON.parse(key), { limit: PAGE, skip: 0 }, abort);
      // What the service knows of is no longer in its list; what still waits here is, and stays passed.
      if (wasSaved && outbox.waiting.peek().length === 0) passed.value = new Set();
      return page;
    },
    { keepsFor: () => true },
  );
  const coming = computed(() =>
    (queue.value.value?.items ?? []).filter(({ edge }) => !passed.value.has(edge.id)),
  );
  const currentId = computed(() => {
    const { selection } = view.value;
    return isShown.value && selection?.kind === "edge" ? selection.id : undefined;
  });
  const current = createResource(currentId, (edge) => loader.load(edge));
  const isFree = ({ held }: QueueItem): boolean => held === undefined || held.mine;
  const beside = (edge: EdgeId | undefined, by: 1 | -1): EdgeId | undefined => {
    const all = queue.value.peek()?.items ?? [];
    const start = all.findIndex((item) => item.edge.id === edge);
    const ring = start < 0 ? all : [...all.slice(start + 1), ...all.slice(0, start)];
    const free = ring.filter((item) => isFree(item) && !passed.peek().has(item.edge.id));
    return (by === 1 ? free[0] : free.at(-1))?.edge.id;
  };
  const open = (edge: EdgeId | undefined): void => {
    mode.value = "plain";
    const selection = edge === undefined ? undefined : ({ kind: "edge", id: edge } as const);
    navigation.navigate({ selection, document: undefined }, "replace");
  };
  const decisions: Decisions = createDecisions({
    ...dependencies,
    past,
    outbox,
    seconds,
    isViewer: () => session.value.peek()?.role === "viewer",
    current: () => (currentId.peek() === undefined ? undefined : current.value.peek()),
    pass: (edges) => (passed.value = new Set([...passed.peek(), ...edges])),
    bringBack: (edges) => {
      passed.value = new Set([...passed.peek()].filter((edge) => !edges.includes(edge)));
      for (const edge of edges) loader.forget(edge);
      const [edge] = edges;
      if (edge === undefined) return;
      if (edge === currentId.peek()) current.reload();
      else open(edge);
    },
    goOn: (from) => open(beside(from, 1)),
    refresh: () => queue.reload(),
  });
  const stops = [
    effect(() => {
      const value = current.value.value;
      if (currentId.value === undefined || value === undefined) return;
      quote.value = 0;
      passage.value = undefined;
      seconds.start();
      // The next one is fetched while this one is looked at.
      const next = beside(currentId.peek(), 1);
      // Whoever opens it sees the failure then.
      if (next !== undefined) void loader.load(next).catch(() => undefined);
    }),
    effect(() => {
      if (!isShown.value || currentId.value !== undefined || queue.current.value.state !== "ready") return;
      const first = beside(undefined, 1);
      if (first !== undefined) open(first);
    }),
    effect(() => {
      const fetched = queue.current.value;
      if (fetched.state !== "ready" || outbox.waiting.value.length > 0) return;
      const left = coming.value.length;
      const isMore = fetched.value.total > fetched.value.items.length;
      if (passed.value.size > 0 && left < FEW && (isMore || left === 0)) queue.reload();
    }),
    letGoOf({ currentId, beside, loader, client, isViewer: () => session.value.peek()?.role === "viewer" }),
    keepHolding({ ...dependencies, loader, currentId, current }),
  ];
  return {
    ...decisions,
    session,
    isViewer: computed(() => session.value.value?.role === "viewer"),
    filter,
    setFilter: (next) => {
      const { review } = view.peek();
      navigation.navigate({ review: { ...review, filter: next }, selection: undefined }, "replace");
    },
    queue,
    coming,
    currentId,
    current,
    mode,
    quote,
    passage,
    previewBulk: async (change) => {
      const found = await collectBulk(client, filter.peek());
      if (found.items.length === 0)
        return { ...found, report: { preview: true, count: 0, edges: [], refused: [] } };
      const edges = found.items.map(({ edge, revision }) => ({ edge: edge.id, revision }));
      return { ...found, report: await client.bulk({ change, edges, preview: true }) };
    },
    countEndsAt: async (id) => {
      const asked = { to: id, statuses: ["accepted", "flagged"] };
      return (await client.bulk({ change: { verdict: "accepted" }, filter: asked, preview: true })).count;
    },
    search: createSearch({ api: dependencies.api, after }),
    open,
    step: (by) => open(beside(currentId.peek(), by) ?? currentId.peek()),
    past,
    outbox,
    historyOf,
    history,
    statistics,
    keys: createReviewKeys(storage),
    seconds,
    close: () => {
      for (const stop of stops) stop();
      outbox.close();
      for (const resource of [session, queue, current, history, statistics]) resource.close();
    },
  };
};

interface Holding {
  readonly currentId: ReadonlySignal<EdgeId | undefined>;
  readonly beside: (edge: EdgeId | undefined, by: 1 | -1) => EdgeId | undefined;
  readonly loader: ReturnType<typeof createItemLoader>;
  readonly client: Pick<ReviewClient, "release">;
  readonly isViewer: () => boolean;
}

/** What is neither open nor next goes back into the queue for others. */
const letGoOf = ({ currentId, beside, loader, client, isViewer }: Holding): (() => void) =>
  effect(() => {
    const edge = currentId.value;
    const wanted = edge === undefined ? [] : [edge, beside(edge, 1)];
    for (const held of loader.held()) {
      if (wanted.includes(held)) continue;
      loader.forget(held);
      // A hold that is not given back ends by itself.
      if (!isViewer()) void client.release(held).catch(() => undefined);
    }
  });

interface Renewing extends Pick<ReviewStoreDependencies, "client" | "after"> {
  readonly loader: ReturnType<typeof createItemLoader>;
  readonly currentId: ReadonlySignal<EdgeId | undefined>;
  readonly current: Resource<OpenItem>;
}

/** Goes on holding what is open and what comes next; what has changed meanwhile is shown as it is now. */
const keepHolding = ({ client, after, loader, currentId, current }: Renewing): (() => void) => {
  let cancel: (() => void) | undefined;
  const renew = async (edge: EdgeId): Promise<void> => {
    const shown = edge === currentId.peek() ? current.value.peek() : undefined;
    if (shown?.heldBy !== undefined) return;
    const { taken } = await client.take(edge);
    if (edge !== currentId.peek() || shown === undefined || taken === undefined) return;
    if (taken.item.revision === shown.detail.item.revision) return;
    loader.forget(edge);
    current.reload();
  };
  const later = (): void => {
    cancel = after(RENEW_MS, () => {
      // Who cannot be reached now is asked again in time; what was lost meanwhile shows when it is decided on.
      void Promise.allSettled(loader.held().map(renew)).then(later);
    });
  };
  later();
  return () => cancel?.();
};
