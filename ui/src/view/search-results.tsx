import type { JSX } from "preact";
import type { Search, SearchOption } from "../state/search.ts";
import { findingWords } from "../words/finding-words.ts";
import { Icon } from "./icons.tsx";
import { SearchDataset } from "./search-dataset.tsx";

export interface SearchResultsProps {
  /** Of the field that they belong to. */
  readonly id: string;
  readonly search: Search;
  readonly isAdding: boolean;
  readonly onChoose: (option: SearchOption) => void;
}

export const SearchResults = ({ id, search, isAdding, onChoose }: SearchResultsProps): JSX.Element => {
  const options = search.options.value;
  const words = findingWords();
  return (
    <div class="search-results" aria-busy={!search.isSettled.value}>
      <ul id={`${id}-results`} role="listbox" aria-label={words.found}>
        {options.map((option, index) => (
          <li
            key={option.kind === "trace" ? `trace ${option.id}` : option.dataset.id}
            id={`${id}-option-${index}`}
            role="option"
            aria-selected={index === search.active.value}
            class="search-option"
            // The list must not take the focus from the box before the click is done.
            onMouseDown={(event) => event.preventDefault()}
            // Moving, not lying still: a list that opens under the pointer chooses nothing.
            onMouseMove={() => (search.active.value = index)}
            onClick={() => onChoose(option)}
          >
            {option.kind === "dataset" ? (
              <SearchDataset dataset={option.dataset} />
            ) : (
              <TraceOption id={option.id} />
            )}
          </li>
        ))}
      </ul>
      <SearchNote search={search} />
      {options.length > 0 && (
        <p class="search-keys muted" aria-hidden="true">
          {isAdding ? words.keysHintAdding : words.keysHint}
        </p>
      )}
    </div>
  );
};

const TraceOption = ({ id }: { readonly id: string }): JSX.Element => {
  const words = findingWords();
  return (
    <>
      <Icon name="play" />
      <span class="search-name">
        {words.trace} <span class="mono">{id}</span>
      </span>
      <span class="search-facts muted">{words.notYet}</span>
    </>
  );
};

/** What there is to say beside the list; the number of what was found is read out only. */
const SearchNote = ({ search }: { readonly search: Search }): JSX.Element => {
  const words = findingWords();
  const count = search.options.value.length;
  if (search.results.current.value.state === "failed" && search.isSettled.value) {
    return (
      <p class="search-note" role="alert">
        {words.searchFailed}{" "}
        <button
          type="button"
          class="text-button"
          onMouseDown={(event) => event.preventDefault()}
          onClick={search.results.reload}
        >
          {words.tryAgain}
        </button>
      </p>
    );
  }
  const text = search.isSettled.value ? words.foundCount(count) : words.searching;
  return (
    <p class={count > 0 ? "visually-hidden" : "search-note muted"} role="status">
      {search.isSettled.value && count === 0 ? words.nothingFound : text}
    </p>
  );
};
