import type { Command } from "../state/commands.ts";
import { activeFilters, withoutFilters } from "../state/filters/active-filters.ts";
import type { ViewState } from "../state/view-state.ts";
import { filtersWords } from "../words/filters-words.ts";
import { keysWords } from "../words/keys-words.ts";
import type { App } from "./app-context.ts";

const NARROW = "(max-width: 960px)";
const DAY_LENGTH = "2025-11-24".length;

/** What the keyboard and the list of commands can do with filters. */
export const filterCommands = ({ store, isFilterSheetOpen }: App): readonly Command[] => {
  const { navigate } = store.navigation;
  return [
    {
      id: "clear-filters",
      words: () => keysWords().action["clear-filters"],
      isAvailable: (view) => showsLineage(view) && activeFilters(view).length > 0,
      run: () => navigate(withoutFilters(store.view.peek())),
    },
    {
      id: "replay",
      words: () => keysWords().action.replay,
      isAvailable: showsLineage,
      run: () => {
        const { asOf, ...filters } = store.view.peek().filters;
        const today = store.now().toISOString().slice(0, DAY_LENGTH);
        navigate({ filters: asOf === undefined ? { ...filters, asOf: today } : filters });
      },
    },
    {
      id: "filters",
      words: () => filtersWords().title,
      isAvailable: showsLineage,
      run: () => {
        if (matchMedia(NARROW).matches) isFilterSheetOpen.value = !isFilterSheetOpen.peek();
        else navigate({ foldsFilters: !store.view.peek().foldsFilters }, "replace");
      },
    },
  ];
};

const showsLineage = ({ page, root }: ViewState): boolean => page === "explore" && root !== undefined;
