import type { JSX } from "preact";
import { activeFilters } from "../state/filters/active-filters.ts";
import { filtersWords } from "../words/filters-words.ts";
import { useApp } from "./app-context.ts";
import { Icon } from "./icons.tsx";

/** On a narrow page: opens the sheet of filters, and says how many are active. */
export const FiltersToggle = (): JSX.Element => {
  const { store, isFilterSheetOpen } = useApp();
  const active = activeFilters(store.view.value).length;
  return (
    <button
      type="button"
      class="icon-button narrow-only filters-toggle"
      aria-label={filtersWords().unfold(active)}
      aria-expanded={isFilterSheetOpen.value}
      aria-controls="filters"
      onClick={() => (isFilterSheetOpen.value = !isFilterSheetOpen.value)}
    >
      <Icon name="filter" />
      {active > 0 && <span class="filters-badge">{active}</span>}
    </button>
  );
};
