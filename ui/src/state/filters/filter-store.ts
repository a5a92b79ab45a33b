import { computed, type ReadonlySignal } from "@preact/signals";
import type { LineageView } from "../../../../schema/api.ts";
import { createLineageFilter } from "./create-lineage-filter.ts";
import type { ShownLineage } from "../shown-lineage.ts";
import type { ViewState } from "../view-state.ts";
import type { FacetCounts } from "./facet-counts.ts";
import type { Filters } from "./hidden-bits.ts";

export interface FilterStore {
  /** What the filters leave; undefined until the lineage of the view's root is there. */
  readonly shown: ReadonlySignal<ShownLineage | undefined>;
  /** The same before the replay's day leaves anything out: what has a place on the canvas. */
  readonly placed: ReadonlySignal<ShownLineage | undefined>;
  /** Ids of what has a place and came later than the replay's day; undefined without a replay. */
  readonly later: ReadonlySignal<ReadonlySet<string> | undefined>;
  readonly counts: ReadonlySignal<FacetCounts | undefined>;
  /** How many datasets the filters hide, when they leave nothing but the targets; else undefined. */
  readonly hiddenAll: ReadonlySignal<number | undefined>;
}

/** Filters the lineage anew when it or a filter changes: a selection must not stir the drawn graph. */
export const createFilterStore = (
  lineage: ReadonlySignal<LineageView | undefined>,
  view: ReadonlySignal<ViewState>,
): FilterStore => {
  const filter = computed(() => lineage.value && createLineageFilter(lineage.value));
  const isRootThere = computed(() => lineage.value !== undefined && lineage.value.root === view.value.root);
  const wanted = createWanted(view, ({ filters }) => filters);
  const wantedEver = createWanted(view, ({ filters: { asOf: _day, ...filters } }) => filters);
  const placed = computed(() => (isRootThere.value ? filter.value?.shown(wantedEver.value) : undefined));
  const shown = computed(() => {
    if (wanted.value.filters.asOf === undefined) return placed.value;
    return isRootThere.value ? filter.value?.shown(wanted.value) : undefined;
  });
  return {
    placed,
    shown,
    later: computed(() => {
      if (shown.value === placed.value || shown.value === undefined) return undefined;
      const there = new Set<string>(shown.value.nodes.map(({ id }) => id));
      return new Set<string>(placed.value?.nodes.map(({ id }) => id).filter((id) => !there.has(id)));
    }),
    hiddenAll: computed(() => {
      const left = placed.value;
      const targets = lineage.value?.targets.length ?? 0;
      return left === undefined || left.nodes.length > targets || left.total <= targets
        ? undefined
        : left.total - left.nodes.length;
    }),
    counts: computed(() => (isRootThere.value ? filter.value?.counts(wanted.value) : undefined)),
  };
};

/** The filters of the view, the same object until one of them changes. */
const createWanted = (
  view: ReadonlySignal<ViewState>,
  filtersOf: (view: ViewState) => ViewState["filters"],
): ReadonlySignal<Filters> => {
  const pick = (view: ViewState): Filters => ({
    statuses: view.statuses,
    hiddenRelations: view.hiddenRelations,
    hiddenKinds: view.hiddenKinds,
    filters: filtersOf(view),
    hiddenDatasets: view.hiddenDatasets,
    onlyDatasets: view.onlyDatasets,
    ...(view.rejectedOf !== undefined && { rejectedOf: view.rejectedOf }),
  });
  const key = computed(() => JSON.stringify(pick(view.value)));
  return computed(() => {
    void key.value;
    return pick(view.peek());
  });
};
