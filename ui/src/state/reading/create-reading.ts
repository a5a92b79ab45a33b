import { computed, signal, type ReadonlySignal, type Signal } from "@preact/signals";
import type { DatasetId } from "../../../../schema/ids.ts";
import type { PathView } from "../../../../schema/paths.ts";
import { modelNodeId } from "../../explorer/graph-shape.ts";
import type { ApiClient } from "../api-client.ts";
import { createFocusIndex, type Emphasised, focusOf, type FocusRequest } from "../focus.ts";
import type { ShownLineage } from "../graph-filter.ts";
import type { ModelUses } from "../model-uses.ts";
import type { Navigation } from "../navigation.ts";
import { createResource, type Resource } from "../resource.ts";
import type { Selection } from "../view-state.ts";
import { shownWay } from "./shown-way.ts";

export interface Reading {
  /** What stands out on the canvas; undefined: nothing steps back. */
  readonly emphasised: ReadonlySignal<Emphasised | undefined>;
  /** The ways between the selected dataset and the other end, when there is one. */
  readonly paths: Resource<PathView>;
  /** Of the listed ways, the one that is looked at now; absent for what the kind shows. */
  readonly heldWay: Signal<number | undefined>;
  /** How many of the shown datasets are above and below the selected one; undefined when the canvas lacks it. */
  readonly reach: ReadonlySignal<{ readonly ancestry: number; readonly descent: number } | undefined>;
  /** Shows the ways between the selected dataset, or else the root, and this one. */
  choosePathEnd(id: DatasetId): void;
  /** Back from the ways to the dataset that they start from. */
  leavePaths(): void;
}

export interface ReadingDependencies {
  readonly api: Pick<ApiClient, "paths">;
  readonly navigation: Navigation;
  readonly shown: ReadonlySignal<ShownLineage | undefined>;
  readonly models: Pick<ModelUses, "edges">;
  readonly hovered: ReadonlySignal<Selection | undefined>;
  /** Ways that something else lights up while no ways are shown here. */
  readonly highlighted?: ReadonlySignal<FocusRequest["way"]>;
}

const WAYS_AT_ONCE = 50;

/** What a reader looks at: the neighbourhood, ancestry or descent of a dataset, or the ways between two. */
export const createReading = (dependencies: ReadingDependencies): Reading => {
  const { api, navigation, shown, models, hovered } = dependencies;
  const { view } = navigation;
  const index = computed(() => {
    const lineage = shown.value;
    if (lineage === undefined) return undefined;
    const uses = models.edges.value.map(({ id, from, to }) => ({ id, from, to: modelNodeId(to) }));
    const nodes = [...lineage.nodes.map((node) => node.id), ...uses.map((use) => use.to)];
    return createFocusIndex(nodes, [...lineage.edges, ...uses]);
  });
  const ends = computed(() => {
    const { selection, pathTo, pathKind } = view.value;
    if (pathTo === undefined || selection?.kind !== "dataset" || pathTo === selection.id) return undefined;
    return JSON.stringify({ from: selection.id, to: pathTo, kind: pathKind });
  });
  const paths = createResource(ends, (key, abort) =>
    api.paths({ ...JSON.parse(key), limit: WAYS_AT_ONCE }, abort),
  );
  const heldWay = signal<number | undefined>(undefined);
  const way = computed(() => paths.value.value && shownWay(paths.value.value, heldWay.value));
  return {
    paths,
    heldWay,
    emphasised: computed(() => {
      const { selection, focus } = view.value;
      const graph = index.value;
      return (
        graph &&
        focusOf(graph, {
          hovered: hovered.value,
          selection,
          focus,
          way: way.value ?? dependencies.highlighted?.value,
        })
      );
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
    choosePathEnd: (id) => {
      const { selection, root } = view.peek();
      const start = selection?.kind === "dataset" ? selection.id : root;
      heldWay.value = undefined;
      if (start === undefined || start === id) return;
      navigation.navigate({ selection: { kind: "dataset", id: start }, pathTo: id });
    },
    leavePaths: () => navigation.navigate({ pathTo: undefined }),
  };
};
