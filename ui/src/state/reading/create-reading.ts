import { computed, effect, signal, type ReadonlySignal, type Signal } from "@preact/signals";
import type { EdgeHistory } from "../../../../schema/edge-history.ts";
import type { DatasetId, EdgeId } from "../../../../schema/ids.ts";
import type { PathView } from "../../../../schema/paths.ts";
import { modelNodeId } from "../../explorer/graph-shape.ts";
import type { ApiClient } from "../api-client.ts";
import { createFocusIndex, type Emphasised, focusOf, type FocusRequest } from "../focus.ts";
import type { ShownLineage } from "../shown-lineage.ts";
import type { ModelUses } from "../model-uses.ts";
import type { Navigation } from "../navigation.ts";
import { createResource, type Resource } from "../resource.ts";
import { createSearch, type Search } from "../search.ts";
import type { ViewPatch } from "../view-history.ts";
import type { Focus, Selection } from "../view-state.ts";
import { createQuoteOpener, type QuoteOpener } from "./create-quote-opener.ts";
import type { LicenceConflict } from "./licence-conflict.ts";
import { shownWay } from "./shown-way.ts";
import { drawWays, missingOf } from "./whole-way.ts";

export interface Reading {
  /** What stands out on the canvas; undefined: nothing steps back. */
  readonly emphasised: ReadonlySignal<Emphasised | undefined>;
  /** Lights up what a selected dataset, or else the root, belongs to. */
  setFocus(focus: Focus): void;
  /** The same, and back to the neighbours when it is lit already. */
  toggleFocus(focus: Focus): void;
  /** How many of the shown datasets are above and below the selected one; undefined when the canvas lacks it. */
  readonly reach: ReadonlySignal<{ readonly ancestry: number; readonly descent: number } | undefined>;
  /** The ways between the selected dataset and the other end, when there is one. */
  readonly paths: Resource<PathView>;
  /** Of the listed ways, the one that is looked at now; absent for what the kind shows. */
  readonly heldWay: Signal<number | undefined>;
  /** Datasets of the ways that the canvas lacks. */
  readonly missing: ReadonlySignal<readonly DatasetId[]>;
  drawMissing(): void;
  /** Shows the ways between the selected dataset, or else the root, and this one. */
  choosePathEnd(id: DatasetId): void;
  /** Back from the ways to the dataset that they start from. */
  leavePaths(): void;
  /** A search of its own, to name the other end of the ways. */
  readonly endSearch: Search;
  /** Whether the reader is about to name it. */
  readonly isPickingEnd: Signal<boolean>;
  readonly quotes: QuoteOpener;
  /** Opens an edge of the ways, and remembers the way back to them. */
  openStep(edge: EdgeId): void;
  readonly cameFrom: ReadonlySignal<ViewPatch | undefined>;
  /** The edge whose history is looked at. */
  readonly historyOf: Signal<EdgeId | undefined>;
  readonly history: Resource<EdgeHistory>;
  /** The dataset whose licences are looked at. */
  readonly licencesOf: Signal<DatasetId | undefined>;
  readonly licences: Resource<readonly LicenceConflict[]>;
}

export interface ReadingDependencies {
  readonly api: Pick<ApiClient, "paths" | "edge" | "edgeHistory" | "licenceConflicts" | "search">;
  readonly navigation: Navigation;
  readonly after: (delayMs: number, action: () => void) => () => void;
  readonly shown: ReadonlySignal<ShownLineage | undefined>;
  readonly models: Pick<ModelUses, "edges">;
  readonly hovered: ReadonlySignal<Selection | undefined>;
  /** Ways that something else lights up while no ways are shown here. */
  readonly highlighted?: ReadonlySignal<FocusRequest["way"]>;
}

/** What a reader looks at: the neighbourhood, ancestry or descent of a dataset, the ways between two, what is behind an edge. */
export const createReading = (dependencies: ReadingDependencies): Reading => {
  const { api, navigation, after } = dependencies;
  const { view } = navigation;
  const isPickingEnd = signal(false);
  const historyOf = signal<EdgeId | undefined>(undefined);
  const licencesOf = signal<DatasetId | undefined>(undefined);
  const ways = createWays(dependencies);
  const endSearch = createSearch({ api, after });
  const setFocus = (focus: Focus): void => {
    const { selection, root } = view.peek();
    const id = selection?.kind === "dataset" ? selection.id : root;
    if (id !== undefined)
      navigation.navigate({ focus, selection: { kind: "dataset", id }, pathTo: undefined });
  };
  return {
    ...createLight(dependencies, ways),
    ...ways,
    setFocus,
    toggleFocus: (focus) => {
      const { selection, focus: lit } = view.peek();
      setFocus(lit === focus && selection?.kind === "dataset" ? "neighbours" : focus);
    },
    choosePathEnd: (id) => {
      const { selection, root } = view.peek();
      const start = selection?.kind === "dataset" ? selection.id : root;
      isPickingEnd.value = false;
      endSearch.type("");
      if (start === undefined || start === id) return;
      navigation.navigate({ selection: { kind: "dataset", id: start }, pathTo: id });
    },
    leavePaths: () => navigation.navigate({ pathTo: undefined }),
    endSearch,
    isPickingEnd,
    quotes: createQuoteOpener(api, navigation),
    historyOf,
    history: createResource(historyOf, (id, abort) => api.edgeHistory(id, abort)),
    licencesOf,
    licences: createResource(licencesOf, (id, abort) => api.licenceConflicts(id, abort)),
  };
};

type Ways = ReturnType<typeof createWays>;

const WAYS_AT_ONCE = 50;

const createWays = ({ api, navigation, shown }: ReadingDependencies) => {
  const { view } = navigation;
  const ends = computed(() => {
    const { selection, pathTo, pathKind } = view.value;
    if (pathTo === undefined || selection?.kind !== "dataset" || pathTo === selection.id) return undefined;
    return JSON.stringify({ from: selection.id, to: pathTo, kind: pathKind });
  });
  const paths = createResource(ends, (key, abort) =>
    api.paths({ ...JSON.parse(key), limit: WAYS_AT_ONCE }, abort),
  );
  const heldWay = signal<number | undefined>(undefined);
  const cameFrom = signal<ViewPatch | undefined>(undefined);
  effect(() => {
    void ends.value;
    heldWay.value = undefined;
  });
  effect(() => {
    if (view.value.selection?.kind !== "edge") cameFrom.value = undefined;
  });
  leaveWaysOfOthers(navigation);
  const listed = computed(() => paths.value.value?.paths ?? []);
  const isShown = (): ((id: DatasetId) => boolean) => {
    const ids = new Set(shown.value?.nodes.map((node) => node.id));
    return (id) => ids.has(id);
  };
  return {
    paths,
    heldWay,
    missing: computed(() => missingOf(listed.value, isShown())),
    drawMissing: () => navigation.navigate(drawWays(view.peek(), listed.peek(), isShown())),
    cameFrom: cameFrom as ReadonlySignal<ViewPatch | undefined>,
    openStep: (edge: EdgeId) => {
      const { selection, pathTo, pathKind } = view.peek();
      navigation.navigate({ selection: { kind: "edge", id: edge } });
      cameFrom.value = { selection, pathTo, pathKind };
    },
  };
};

/** Whoever picks another dataset while ways are shown wants to look at that one, not at its ways to the same end. */
const leaveWaysOfOthers = (navigation: Navigation): void => {
  let shown: { readonly start: DatasetId; readonly end: DatasetId } | undefined;
  effect(() => {
    const { selection, pathTo } = navigation.view.value;
    if (pathTo === undefined) shown = undefined;
    if (pathTo === undefined || selection?.kind !== "dataset") return;
    const isOfOther = shown?.end === pathTo && shown.start !== selection.id;
    if (isOfOther) navigation.navigate({ pathTo: undefined }, "replace");
    else shown = { start: selection.id, end: pathTo };
  });
};

const createLight = (
  { navigation, shown, models, hovered, highlighted }: ReadingDependencies,
  { paths, heldWay }: Pick<Ways, "paths" | "heldWay">,
): Pick<Reading, "emphasised" | "reach"> => {
  const { view } = navigation;
  const index = computed(() => {
    const lineage = shown.value;
    if (lineage === undefined) return undefined;
    const uses = models.edges.value.map(({ id, from, to }) => ({ id, from, to: modelNodeId(to) }));
    const nodes = [...lineage.nodes.map((node) => node.id), ...uses.map((use) => use.to)];
    return createFocusIndex(nodes, [...lineage.edges, ...uses]);
  });
  const way = computed(() => paths.value.value && shownWay(paths.value.value, heldWay.value));
  return {
    emphasised: computed(() => {
      const { selection, focus } = view.value;
      const graph = index.value;
      const lit = way.value ?? highlighted?.value;
      return graph && focusOf(graph, { hovered: hovered.value, selection, focus, way: lit });
    }),
    reach: computed(() => {
      const { selection, root } = view.value;
      const id = selection?.kind === "dataset" ? selection.id : root;
      const graph = index.value;
      if (selection?.kind === "edge" || id === undefined || graph?.has(id) !== true) return undefined;
      return {
        ancestry: graph.closure(id, "upstream").nodes.size - 1,
        descent: graph.closure(id, "downstream").nodes.size - 1,
      };
    }),
  };
};
