import { computed, effect, signal, type ReadonlySignal, type Signal } from "@preact/signals";
import type { TraceEvent } from "../../../schema/events.ts";
import type { DatasetId } from "../../../schema/ids.ts";
import type { TraceList } from "../../../schema/api.ts";
import type { ApiClient } from "./api-client.ts";
import { createExplorerLineage } from "./lineage/create-explorer-lineage.ts";
import { createLiveTrace, type LiveTrace } from "./live-trace.ts";
import { createModelUses } from "./model-uses.ts";
import { createReading } from "./reading/create-reading.ts";
import { createNavigation, type Navigation } from "./navigation.ts";
import { createResource, type Resource } from "./resource.ts";
import type { Router } from "./router.ts";
import { toHoldings } from "./holdings.ts";
import { createSearch } from "./search.ts";
import type { OpenSocket } from "./event-stream.ts";
import { createLineageTable } from "./table/create-lineage-table.ts";
import { DEFAULT_VIEW, type Selection, type ViewState } from "./view-state.ts";
import { createTraceActions } from "./trace-actions.ts";

export interface StoreDependencies {
  readonly api: ApiClient;
  readonly router: Router;
  readonly openSocket: OpenSocket;
  readonly after: (delayMs: number, action: () => void) => () => void;
  readonly now: () => Date;
}

export type Placement = ReadonlyMap<string, { readonly x: number; readonly y: number }>;
export type ExplorerStore = ReturnType<typeof createExplorerStore>;

/** How long a live trace's changes are gathered before the lineage is read again. */
const REFRESH_PAUSE_MS = 700;
const MOST_USED = 10;

/** All state of the page: what the URL says, what was fetched for it, and what a live trace adds. */
export const createExplorerStore = (dependencies: StoreDependencies) => {
  const { api, router, after, now } = dependencies;
  const navigation = createNavigation(router);
  const { view } = navigation;
  const resources = createResources(api, view);
  const lineages = createExplorerLineage({ api, navigation });
  const { lineage, shown } = lineages;
  const models = createModelUses({
    api,
    shown: lineages.placed,
    wanted: computed(() => view.value.showModels),
  });
  const refresh = createRefresher(after, () => {
    lineage.reload();
    resources.dataset.reload();
    resources.neighbours.reload();
    resources.contamination.reload();
  });
  const live = createLiveTrace({
    wanted: computed(() => view.value.trace),
    openSocket: dependencies.openSocket,
    after,
    onEvents: (events, progress) => {
      followMove(navigation, events);
      models.forget(endedDatasets(events));
      if (view.peek().root !== undefined && changesGraph(events)) refresh();
      if (progress.state !== "running") resources.traces.reload();
    },
  });
  joinTraceToView({ navigation, live, traces: resources.traces });
  const hovered = createHovered(view);
  const reading = createReading({
    api,
    navigation,
    after,
    shown,
    models,
    hovered,
    highlighted: lineages.highlighted,
  });
  return {
    api,
    now,
    navigation,
    view,
    ...resources,
    ...lineages,
    models,
    live,
    table: createLineageTable({ view, shown, counts: lineages.shownCounts }),
    search: createSearch({ api, after }),
    newSearch: () => createSearch({ api, after }),
    traceActions: createTraceActions({ api, navigation, traces: resources.traces }),
    /** The ways between two datasets, and what else a reader has singled out. */
    reading,
    /** What stands out on the canvas; undefined: nothing steps back. */
    emphasised: reading.emphasised,
    /** What the pointer is on, in the canvas or in a list. */
    hovered,
    /** Where the canvas has put the nodes; y grows downwards. */
    placement: signal<Placement>(new Map()),
  };
};

/** What the pointer is on: it may be gone from the page with the next view, and then says no goodbye. */
const createHovered = (view: ReadonlySignal<ViewState>): Signal<Selection | undefined> => {
  const hovered = signal<Selection | undefined>(undefined);
  effect(() => {
    void view.value;
    hovered.value = undefined;
  });
  return hovered;
};

const createResources = (api: ApiClient, view: ReadonlySignal<ViewState>) => {
  // Other pages say of what is selected what they hold of it.
  const inspectedDataset = computed(() => {
    const { page, selection, root } = view.value;
    if (page !== "explore") return undefined;
    return selection?.kind === "dataset" ? selection.id : root;
  });
  const inspectedEdge = computed(() => {
    const { page, selection } = view.value;
    return page === "explore" && selection?.kind === "edge" ? selection.id : undefined;
  });
  const isHome = computed(() =>
    view.value.page === "explore" && view.value.root === undefined ? "home" : undefined,
  );
  const rejectedOf = signal<DatasetId | undefined>(undefined);
  return {
    dataset: createResource(inspectedDataset, (id, abort) => api.dataset(id, abort)),
    /** One level around the inspected dataset, whatever the canvas shows. */
    neighbours: createResource(inspectedDataset, (root, abort) =>
      api.lineage({ root, direction: "both", depth: 1, statuses: DEFAULT_VIEW.statuses }, abort),
    ),
    contamination: createResource(inspectedDataset, (id, abort) => api.contamination(id, abort)),
    edge: createResource(inspectedEdge, (id, abort) => api.edge(id, abort)),
    document: createResource(
      computed(() => view.value.document?.sha256),
      (sha256, abort) => api.document(sha256, abort),
    ),
    /** The dataset whose rejected candidates somebody has opened. */
    rejectedOf,
    rejected: createResource(rejectedOf, (id, abort) => api.rejected(id, abort)),
    traces: createResource(signal("traces"), (_key, abort) => api.traces(abort)),
    /** How much the graph holds, for the start page. */
    holdings: createResource(isHome, async (_key, abort) => toHoldings(await api.overview(abort))),
    mostUsed: createResource(isHome, async (_key, abort) => (await api.mostUsed(MOST_USED, abort)).items),
    health: createResource(signal("health"), (_key, abort) => api.health(abort)),
  };
};

/** Runs at most once per pause, and once more after the last call. */
const createRefresher = (after: StoreDependencies["after"], action: () => void) => {
  let planned = false;
  return (): void => {
    if (planned) return;
    planned = true;
    after(REFRESH_PAUSE_MS, () => {
      planned = false;
      action();
    });
  };
};

const changesGraph = (events: readonly TraceEvent[]): boolean =>
  events.some((event) => event.type === "dataset-end" || event.type === "trace-end");

const endedDatasets = (events: readonly TraceEvent[]): readonly DatasetId[] =>
  events.flatMap((event) => (event.type === "dataset-end" ? [event.dataset] : []));

interface TraceAndView {
  readonly navigation: Navigation;
  readonly live: LiveTrace;
  readonly traces: Resource<TraceList>;
}

/** Follows a trace that is running when the page is opened, and shows the root of one that the address names alone. */
const joinTraceToView = ({ navigation, live, traces }: TraceAndView): void => {
  const { view } = navigation;
  effect(() => {
    const running = traces.value.value?.items.find((trace) => trace.state === "running");
    if (running !== undefined && view.peek().trace === undefined) live.follow(running.id);
  });
  effect(() => {
    const { page, trace, root } = view.value;
    const progress = live.progress.value;
    const tracedRoot = progress?.roots[0];
    if (page !== "explore") return;
    if (root !== undefined || trace === undefined || trace !== progress?.traceId) return;
    if (tracedRoot !== undefined) navigation.navigate({ root: tracedRoot }, "replace");
  });
};

/** A root that turns out to live under another id takes the view along. */
const followMove = (navigation: Navigation, events: readonly TraceEvent[]): void => {
  for (const event of events) {
    if (event.type !== "dataset-end" || event.movedTo === undefined) continue;
    if (navigation.view.peek().root === event.dataset)
      navigation.navigate({ root: event.movedTo }, "replace");
  }
};
