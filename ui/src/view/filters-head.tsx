import type { JSX } from "preact";
import { activeFilters, withoutFilters } from "../state/filters/active-filters.ts";
import { filtersWords } from "../words/filters-words.ts";
import { useApp } from "./app-context.ts";
import { Icon } from "./icons.tsx";

/** Title of the panel, how many filters are active, a way to none, and one to fold it. */
export const FiltersHead = (): JSX.Element => {
  const { store, isFilterSheetOpen } = useApp();
  const { navigate } = store.navigation;
  const view = store.view.value;
  const active = activeFilters(view).length;
  const words = filtersWords();
  return (
    <div class="filters-head">
      <h2>{words.title}</h2>
      {active > 0 && (
        <button
          type="button"
          class="text-button"
          title={words.clearTitle}
          onClick={() => navigate(withoutFilters(view))}
        >
          {words.clear} <span class="count tabular">{active}</span>
        </button>
      )}
      <button
        type="button"
        class="icon-button narrow-only"
        aria-label={words.close}
        onClick={() => (isFilterSheetOpen.value = false)}
      >
        <Icon name="close" />
      </button>
      <button
        type="button"
        class="icon-button wide-only"
        aria-label={words.fold}
        title={words.fold}
        onClick={() => navigate({ foldsFilters: true }, "replace")}
      >
        <Icon name="chevron" />
      </button>
    </div>
  );
};
