import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { useRef } from "preact/hooks";
import type { SearchOption } from "../state/search.ts";
import { useApp } from "./app-context.ts";
import { Icon } from "./icons.tsx";
import { SearchResults } from "./search-results.tsx";

/** One search for the whole page. Up and down choose, Enter opens, Esc leaves. */
export const SearchBox = (): JSX.Element => {
  const { store } = useApp();
  const { search } = store;
  const isOpen = useSignal(false);
  const input = useRef<HTMLInputElement>(null);
  const shows = isOpen.value && search.text.value.trim() !== "";

  const choose = (option: SearchOption | undefined): void => {
    if (option === undefined) return;
    isOpen.value = false;
    input.current?.blur();
    search.type("");
    if (option.kind === "trace") void store.traceActions.start(option.id);
    else store.navigation.navigate({ root: option.dataset.id, selection: undefined, document: undefined });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      isOpen.value = true;
      search.move(event.key === "ArrowDown" ? 1 : -1);
    } else if (event.key === "Enter") choose(search.options.value[search.active.value]);
    else if (event.key === "Escape") {
      event.stopPropagation();
      if (search.text.value === "") input.current?.blur();
      search.type("");
    }
  };
  return (
    <div class="search" role="search">
      <Icon name="search" />
      <input
        ref={input}
        id="search"
        type="text"
        role="combobox"
        autocomplete="off"
        spellcheck={false}
        placeholder="Search datasets, or paste an id to trace"
        aria-label="Search datasets"
        aria-expanded={shows}
        aria-controls="search-results"
        aria-autocomplete="list"
        aria-activedescendant={shows ? `search-option-${search.active.value}` : undefined}
        value={search.text.value}
        onInput={(event) => {
          isOpen.value = true;
          search.type(event.currentTarget.value);
        }}
        onFocus={() => (isOpen.value = true)}
        onBlur={() => (isOpen.value = false)}
        onKeyDown={onKeyDown}
      />
      <kbd class="search-key" aria-hidden="true">
        /
      </kbd>
      {shows && <SearchResults onChoose={choose} />}
    </div>
  );
};
