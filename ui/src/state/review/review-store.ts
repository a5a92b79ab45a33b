import { computed, signal, type ReadonlySignal, type Signal } from "@preact/signals";
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
import { createWaiting } from "./create-waiting.ts";
import { followItems } from "./follow-items.ts";
import { createItemLoader, type OpenItem } from "./open-item.ts";
import { createOutbox, type Outbox } from "./outbox.ts";
import { createPastDecisions, type PastDecisions } from "./past-decisions.ts";
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

/** The review page: what waits, the item that is open, the one after it, and what was done to them. */
export const createReviewStore = (dependencies: ReviewStoreDependencies): ReviewStore => {
  const { client, navigation, storage, after } = dependencies;
  const parts = createParts(dependencies, () => decisions);
  const { filter, waiting, current, currentId, session, outbox, open, ...shown } = parts;
  const decisions: Decisions = createDecisions({
    ...dependencies,
    ...parts,
    current: () => (currentId.peek() === undefined ? undefined : current.value.peek()),
    pass: waiting.pass,
    bringBack: (edges) => bringBack(parts, edges),
    goOn: (from) => open(waiting.beside(from, 1)),
    refresh: () => waiting.queue.reload(),
  });
  const stop = followItems({ ...dependencies, ...parts });
  const { history, statistics } = shown;
  return {
    ...decisions,
    ...shown,
    ...createBulk(client, filter),
    session,
    isViewer: computed(() => session.value.value?.role === "viewer"),
    filter,
    setFilter: (next) => {
      const { review } = navigation.view.peek();
      navigation.navigate({ review: { ...review, filter: next }, selection: undefined }, "replace");
    },
    queue: waiting.queue,
    coming: waiting.coming,
    currentId,
    current,
    search: createSearch({ api: dependencies.api, after }),
    open,
    step: (by) => open(waiting.beside(currentId.peek(), by) ?? currentId.peek()),
    outbox,
    keys: createReviewKeys(storage),
    close: () => {
      stop();
      outbox.close();
      for (const resource of [session, waiting.queue, current, history, statistics]) resource.close();
    },
  };
};

/** Everything that the decisions work on; they themselves come later. */
const createParts = (dependencies: ReviewStoreDependencies, decisions: () => Decisions) => {
  const { client, navigation, storage, tabStorage, now, after } = dependencies;
  const { view } = navigation;
  const tab = computed(() => (view.value.page === "review" ? view.value.review.tab : undefined));
  const isShown = computed(() => tab.value === "queue");
  const filter = computed(() => view.value.review.filter);
  const session = createResource(signal<"session" | undefined>("session"), (_key, abort) =>
    client.session(abort),
  );
  const outbox: Outbox = createOutbox({
    storage,
    send: client.deliver,
    after,
    onSaved: (letter, answer) => decisions().noteSaved(letter, answer),
    onRefused: (letter, error) => decisions().noteRefused(letter, error),
  });
  const loader = createItemLoader({
    client,
    role: async () => (session.value.peek() ?? (await client.session())).role,
    settled: outbox.settled,
  });
  const currentId = computed(() => {
    const { selection } = view.value;
    return isShown.value && selection?.kind === "edge" ? selection.id : undefined;
  });
  const mode = signal<ReviewMode>("plain");
  const historyOf = signal<EdgeId | undefined>(undefined);
  return {
    isShown,
    filter,
    session,
    isViewer: () => session.value.peek()?.role === "viewer",
    outbox,
    loader,
    waiting: createWaiting({
      client,
      filter: computed(() => (isShown.value ? filter.value : undefined)),
      isSaved: () => outbox.waiting.peek().length === 0,
    }),
    currentId,
    current: createResource(currentId, (edge) => loader.load(edge)),
    past: createPastDecisions(tabStorage),
    mode,
    quote: signal(0),
    passage: signal<Span | undefined>(undefined),
    historyOf,
    history: createResource(historyOf, client.history),
    statistics: createResource(
      computed(() => (tab.value === "figures" ? "figures" : undefined)),
      (_key, abort) => client.statistics(abort),
    ),
    seconds: createVisibleSeconds(() => now().getTime(), dependencies.isVisible),
    open: (edge: EdgeId | undefined): void => {
      mode.value = "plain";
      const selection = edge === undefined ? undefined : ({ kind: "edge", id: edge } as const);
      navigation.navigate({ selection, document: undefined }, "replace");
    },
  };
};

type Parts = ReturnType<typeof createParts>;

/** Edges that wait again; the first of them is shown as it is now. */
const bringBack = ({ waiting, loader, current, currentId, open }: Parts, edges: readonly EdgeId[]): void => {
  waiting.bringBack(edges);
  for (const edge of edges) loader.forget(edge);
  const [edge] = edges;
  if (edge === undefined) return;
  if (edge === currentId.peek()) current.reload();
  else open(edge);
};

const createBulk = (
  client: Pick<ReviewClient, "queue" | "bulk">,
  filter: ReadonlySignal<QueueFilter>,
): Pick<ReviewStore, "previewBulk" | "countEndsAt"> => ({
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
});
