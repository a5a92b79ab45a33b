import { computed, signal } from "@preact/signals";
import { createRejectedLineage } from "../filters/create-rejected-lineage.ts";
import { createFilterStore } from "../filters/filter-store.ts";
import { createLineageActions } from "./create-lineage-actions.ts";
import { createLineageStore, type LineageDependencies } from "./create-lineage-store.ts";
import { countShown, type ShownOf } from "./shown-counts.ts";

const NO_COUNTS: ReadonlyMap<string, ShownOf> = new Map();

/** The lineage of the view: what was fetched, what the filters leave of it, and what can be done with it. */
export const createExplorerLineage = (dependencies: LineageDependencies) => {
  const { navigation } = dependencies;
  const store = createLineageStore(dependencies);
  const { view } = navigation;
  const lineage = createRejectedLineage({ api: dependencies.api, lineage: store.drawable, view });
  const filtered = createFilterStore(lineage, view);
  return {
    ...store,
    ...filtered,
    lineageActions: createLineageActions({ navigation, lineage: store.lineage.value }),
    /** While the search box takes a further target instead of opening what is chosen. */
    isAddingTarget: signal(false),
    /** "n of m shown" of every dataset at hand. */
    shownCounts: computed(() => {
      const loaded = store.drawable.value;
      const shown = filtered.shown.value;
      return loaded === undefined || shown === undefined ? NO_COUNTS : countShown(loaded, shown);
    }),
  };
};
