import type { JSX } from "preact";
import { activeFilters, withoutFilter, withoutFilters } from "../state/filters/active-filters.ts";
import { filtersWords } from "../words/filters-words.ts";
import { useApp } from "./app-context.ts";
import { filterText } from "./filter-text.ts";
import { Icon } from "./icons.tsx";

/** What is filtered, above the canvas, each with a way to take it away. */
export const FilterChips = (): JSX.Element | null => {
  const { store } = useApp();
  const view = store.view.value;
  const active = activeFilters(view);
  const words = filtersWords();
  const { navigate } = store.navigation;
  if (active.length === 0) return null;
  return (
    <div class="filter-chips" role="group" aria-label={words.chip.region}>
      {active.map((filter) => {
        const text = filterText(filter, view);
        return (
          <span key={filter} class="filter-chip" data-filter={filter}>
            <span title={text}>{text}</span>
            <button
              type="button"
              aria-label={words.remove(text)}
              onClick={() => navigate(withoutFilter(filter, view))}
            >
              <Icon name="close" />
            </button>
          </span>
        );
      })}
      {active.length > 1 && (
        <button
          type="button"
          class="button quiet"
          title={words.clearTitle}
          onClick={() => navigate(withoutFilters(view))}
        >
          {words.clear}
        </button>
      )}
    </div>
  );
};
