import type { FilterState } from "../state/filter-state.ts";
import { type ActiveFilter, activeFilters, withoutFilter } from "../state/filters/active-filters.ts";
import type { ViewPatch } from "../state/navigation.ts";
import type { ViewState } from "../state/view-state.ts";
import { useApp } from "./app-context.ts";

export interface FiltersInUse {
  readonly view: ViewState;
  readonly navigate: (patch: ViewPatch, how?: "push" | "replace") => void;
  /** Changes some of the filters; `replace` for a change that goes on, as while something is dragged. Undefined takes one away. */
  readonly filter: (patch: FilterPatch, how?: "push" | "replace") => void;
  /** What takes a facet's filter away; undefined while it has none. */
  readonly reset: (filter: ActiveFilter) => (() => void) | undefined;
}

export type FilterPatch = { readonly [Field in keyof FilterState]?: FilterState[Field] | undefined };

/** What a facet needs: the view, and how to change its filters. */
export const useFilters = (): FiltersInUse => {
  const { store } = useApp();
  const { navigate } = store.navigation;
  const view = store.view.value;
  const active = activeFilters(view);
  return {
    view,
    navigate,
    filter: (patch, how) => {
      const merged: Record<string, unknown> = { ...store.view.peek().filters, ...patch };
      for (const field of Object.keys(merged)) if (merged[field] === undefined) delete merged[field];
      navigate({ filters: merged as unknown as FilterState }, how);
    },
    reset: (filter) =>
      active.includes(filter) ? () => navigate(withoutFilter(filter, store.view.peek())) : undefined,
  };
};
