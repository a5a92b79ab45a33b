import { computed, effect, signal, type ReadonlySignal, type Signal } from "@preact/signals";
import { handlesOf, type Handles } from "../state/lineage/handles-of.ts";
import type { ExplorerStore } from "../state/explorer-store.ts";
import type { Emphasised } from "../state/focus.ts";
import type { NodeGroup } from "../state/grouping.ts";
import type { ViewState } from "../state/view-state.ts";
import { toGraphShape, type GraphShape } from "./graph-shape.ts";
import { toGroupedShape, type GroupedShape } from "./grouped-shape.ts";

/** What of the lineage is drawn: its nodes, those that are too many as groups, and what can be opened beside them. */
export interface Drawing {
  readonly grouped: ReadonlySignal<GroupedShape | undefined>;
  readonly shape: ReadonlySignal<GraphShape | undefined>;
  readonly handles: ReadonlySignal<ReadonlyMap<string, Handles>>;
  /** What stands out, by the ids that are drawn: of a hidden node its group. */
  readonly emphasised: ReadonlySignal<Emphasised | undefined>;
  /** The group that the keyboard has walked to. */
  readonly heldGroup: Signal<string | undefined>;
  openGroup(id: string): void;
  closeGroup(id: string): void;
}

type DrawingStore = Pick<
  ExplorerStore,
  "placed" | "models" | "view" | "navigation" | "reading" | "emphasised" | "shownCounts"
>;

export interface DrawingDependencies {
  readonly store: DrawingStore;
  /** In the reader's language: "98 datasets, 3 contaminated". */
  readonly nameOf: (group: NodeGroup, contaminated: number) => string;
}

export const createDrawing = ({ store, nameOf }: DrawingDependencies): Drawing => {
  const { view, navigation } = store;
  const whole = computed(() => {
    // What a replay leaves out has its place all the same.
    const placed = store.placed.value;
    return placed === undefined ? undefined : toGraphShape(placed, store.models.edges.value);
  });
  const kept = createKept(store);
  const opened = stable(computed(() => view.value.openGroups));
  const grouped = computed(
    () =>
      whole.value && toGroupedShape(whole.value, { opened: opened.value, kept: new Set(kept.value), nameOf }),
  );
  const shape = computed(() => grouped.value?.shape);
  const openGroup = (id: string, how: "push" | "replace" = "push"): void => {
    const { openGroups } = view.peek();
    if (!openGroups.includes(id)) navigation.navigate({ openGroups: [...openGroups, id] }, how);
  };
  openSelected(view, grouped, (id) => openGroup(id, "replace"));
  return {
    grouped,
    shape,
    handles: computed(() =>
      shape.value === undefined ? new Map() : handlesOf(shape.value, store.shownCounts.value),
    ),
    emphasised: computed(() => drawnOf(store.emphasised.value, grouped.value)),
    heldGroup: signal<string | undefined>(undefined),
    openGroup: (id) => openGroup(id),
    closeGroup: (id) =>
      navigation.navigate({ openGroups: view.peek().openGroups.filter((open) => open !== id) }),
  };
};

/** Nodes that no group may hide: what is expanded, gathered, or on the ways that are shown. */
const createKept = ({ view, reading }: DrawingStore): ReadonlySignal<readonly string[]> =>
  stable(
    computed(() => {
      const { pathTo, expansions, chosen } = view.value;
      const ways = reading.paths.value.value?.paths ?? [];
      return [
        ...(pathTo === undefined ? [] : [pathTo]),
        ...expansions.map(({ id }) => id),
        ...chosen,
        ...ways.flatMap((way) => way.nodes),
      ];
    }),
  );

/** The same list until it holds something else: a new one would lay the graph out again. */
const stable = (list: ReadonlySignal<readonly string[]>): ReadonlySignal<readonly string[]> => {
  const key = computed(() => JSON.stringify(list.value));
  return computed(() => {
    void key.value;
    return list.peek();
  });
};

/** A reader who comes to a hidden node or edge by a link or from a list finds its group open. */
const openSelected = (
  view: ReadonlySignal<ViewState>,
  grouped: ReadonlySignal<GroupedShape | undefined>,
  open: (group: string) => void,
): void => {
  effect(() => {
    const { selection } = view.value;
    const now = grouped.value;
    if (selection === undefined || now === undefined) return;
    const mark = now.standsFor.get(selection.id);
    const edge = now.shape.edges.find(({ id }) => id === mark);
    const group = now.groups.closed.find(({ id }) => id === mark || id === edge?.from || id === edge?.to);
    if (group !== undefined) open(group.id);
  });
};

const drawnOf = (
  emphasised: Emphasised | undefined,
  grouped: GroupedShape | undefined,
): Emphasised | undefined => {
  if (emphasised === undefined || grouped === undefined || grouped.standsFor.size === 0) return emphasised;
  const drawn = (ids: ReadonlySet<string>): ReadonlySet<string> =>
    new Set([...ids].map((id) => grouped.standsFor.get(id) ?? id));
  return { nodes: drawn(emphasised.nodes), edges: drawn(emphasised.edges) };
};
