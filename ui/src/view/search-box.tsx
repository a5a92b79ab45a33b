import { type Signal, useSignal } from "@preact/signals";
import type { JSX, RefObject } from "preact";
import { useRef } from "preact/hooks";
import type { Search, SearchOption } from "../state/search.ts";
import { findingWords } from "../words/finding-words.ts";
import { useApp } from "./app-context.ts";
import { Icon } from "./icons.tsx";
import { focusPage } from "./page-focus.tsx";
import { SearchResults } from "./search-results.tsx";

export interface SearchBoxProps {
  /** Of the field; its parts are named after it. */
  readonly id: string;
  readonly search: Search;
  /** The box that the key leads to, and that takes further datasets for the view. */
  readonly isMain?: boolean;
}

/** Finds a dataset: up and down choose, Enter opens, Shift with Enter adds to the view, Esc leaves. */
export const SearchBox = ({ id, search, isMain = false }: SearchBoxProps): JSX.Element => {
  const { store } = useApp();
  const isOpen = useSignal(false);
  const input = useRef<HTMLInputElement>(null);
  const isAdding = isMain && store.isAddingTarget.value;
  const shows = isOpen.value && search.text.value.trim() !== "";

  const leave = (): void => {
    isOpen.value = false;
    search.type("");
    input.current?.blur();
    // Plain keys are the page's again, and the next Tab goes on from it and not from the window's start.
    focusPage();
  };
  const act = (option: SearchOption, adds: boolean): void => {
    leave();
    if (option.kind === "trace") void store.traceActions.start(option.id);
    else if (adds) store.lineageActions.addTarget(option.dataset.id);
    else store.lineageActions.open(option.dataset.id);
  };
  const onKeyDown = (event: KeyboardEvent): void =>
    onSearchKey(event, { search, isOpen, isAdding, act, leave });
  return (
    <div
      class={`search ${isAdding ? "is-adding" : ""}`}
      {...(isMain && { role: "search", "aria-label": findingWords().searchLabel })}
    >
      <Icon name="search" />
      <SearchField {...{ id, search, isOpen, isMain, isAdding, shows, onKeyDown }} field={input} />
      {isMain && (
        <kbd class="search-key" aria-hidden="true">
          /
        </kbd>
      )}
      {shows && (
        <SearchResults
          id={id}
          search={search}
          isAdding={isAdding}
          onChoose={(option) => act(option, isAdding)}
        />
      )}
    </div>
  );
};

interface SearchFieldProps extends SearchBoxProps {
  readonly isOpen: Signal<boolean>;
  readonly isAdding: boolean;
  readonly shows: boolean;
  readonly field: RefObject<HTMLInputElement | null>;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

const SearchField = (props: SearchFieldProps): JSX.Element => {
  const { id, search, isMain = false, isOpen, isAdding, shows, field, onKeyDown } = props;
  const { store } = useApp();
  const words = findingWords();
  return (
    <input
      ref={field}
      id={id}
      type="text"
      role="combobox"
      autocomplete="off"
      autocapitalize="off"
      spellcheck={false}
      placeholder={isAdding ? words.addHint : words.searchHint}
      aria-label={isAdding ? words.addLabel : words.searchLabel}
      aria-expanded={shows}
      aria-controls={`${id}-results`}
      aria-autocomplete="list"
      aria-activedescendant={
        shows && search.options.value.length > 0 ? `${id}-option-${search.active.value}` : undefined
      }
      value={search.text.value}
      onInput={(event) => {
        isOpen.value = true;
        search.type(event.currentTarget.value);
      }}
      onFocus={() => (isOpen.value = true)}
      onBlur={() => {
        isOpen.value = false;
        if (isMain) store.isAddingTarget.value = false;
      }}
      onKeyDown={onKeyDown}
    />
  );
};

interface SearchKeys {
  readonly search: Search;
  readonly isOpen: Signal<boolean>;
  readonly isAdding: boolean;
  readonly act: (option: SearchOption, adds: boolean) => void;
  readonly leave: () => void;
}

const onSearchKey = (event: KeyboardEvent, { search, isOpen, isAdding, act, leave }: SearchKeys): void => {
  // Enter that ends the writing of a Chinese word is no choice.
  if (event.isComposing) return;
  if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    event.preventDefault();
    isOpen.value = true;
    search.move(event.key === "ArrowDown" ? 1 : -1);
  } else if (event.key === "Enter") {
    event.preventDefault();
    const adds = isAdding || event.shiftKey;
    search.choose((option) => act(option, adds));
  } else if (event.key === "Escape") {
    event.stopPropagation();
    if (search.text.value === "") leave();
    search.type("");
  }
};
