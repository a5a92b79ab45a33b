import type { JSX } from "preact";
import { withoutFilters } from "../state/filters/active-filters.ts";
import { filtersWords } from "../words/filters-words.ts";
import { useApp } from "./app-context.ts";

/** Where a lineage was, when the filters leave nothing of it but its targets. */
export const FiltersEmpty = (): JSX.Element | null => {
  const { store } = useApp();
  const hidden = store.hiddenAll.value;
  const words = filtersWords();
  if (hidden === undefined) return null;
  return (
    <div class="canvas-note filters-empty" role="status">
      <strong>{words.empty.title}</strong>
      <span>{words.empty.hidden(hidden)}</span>
      <button
        type="button"
        class="button primary"
        onClick={() => store.navigation.navigate(withoutFilters(store.view.peek()))}
      >
        {words.empty.showAll}
      </button>
    </div>
  );
};
