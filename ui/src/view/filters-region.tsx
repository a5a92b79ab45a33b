import type { JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { activeFilters } from "../state/filters/active-filters.ts";
import { filtersWords } from "../words/filters-words.ts";
import { useApp } from "./app-context.ts";
import { filterCommands } from "./filter-commands.ts";
import { Icon } from "./icons.tsx";
import { Skeleton } from "./skeleton.tsx";
import { useLoaded } from "./use-loaded.ts";

/** The panel of filters: beside the canvas, folded to a rail, or on a narrow page a sheet over it. */
export const FiltersRegion = (): JSX.Element => {
  const app = useApp();
  useEffect(() => app.commands.register(filterCommands(app)), [app]);
  const panel = useLoaded(loadPanel);
  const words = filtersWords();
  const aside = useSheetFocus();
  return (
    <>
      <aside
        ref={aside}
        id="filters"
        class="filters"
        tabIndex={-1}
        aria-label={words.title}
        onKeyDown={(event) => {
          // Also from a field, which keeps the keys of the page to itself.
          if (event.key !== "Escape" || !app.isFilterSheetOpen.value) return;
          app.isFilterSheetOpen.value = false;
          event.preventDefault();
          event.stopPropagation();
        }}
      >
        {panel.state === "ready" && <panel.part />}
        {panel.state === "loading" && <Skeleton lines={12} label={words.title} />}
        {panel.state === "failed" && <p class="filter-note">{words.loadFailed}</p>}
      </aside>
      <FiltersRail />
    </>
  );
};

const loadPanel = async () => (await import("./filters-panel.tsx")).FiltersPanel;

const FiltersRail = (): JSX.Element => {
  const { store } = useApp();
  const active = activeFilters(store.view.value).length;
  const label = filtersWords().unfold(active);
  return (
    <div class="filters-rail">
      <button
        type="button"
        class="icon-button filters-toggle"
        aria-label={label}
        title={label}
        onClick={() => store.navigation.navigate({ foldsFilters: false }, "replace")}
      >
        <Icon name="filter" />
        {active > 0 && <span class="filters-badge">{active}</span>}
      </button>
    </div>
  );
};

/** The focus goes into the sheet with it, and back to what it was on when the sheet goes. */
const useSheetFocus = () => {
  const { isFilterSheetOpen } = useApp();
  const aside = useRef<HTMLElement>(null);
  const isOpen = isFilterSheetOpen.value;
  useEffect(() => {
    if (!isOpen) return undefined;
    const before = document.activeElement;
    aside.current?.focus();
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, [isOpen]);
  return aside;
};
