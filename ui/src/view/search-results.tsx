import type { JSX } from "preact";
import type { SearchOption } from "../state/search.ts";
import { useApp } from "./app-context.ts";
import { SearchDataset } from "./search-dataset.tsx";
import { Icon } from "./icons.tsx";

export interface SearchResultsProps {
  readonly onChoose: (option: SearchOption) => void;
}

export const SearchResults = ({ onChoose }: SearchResultsProps): JSX.Element => {
  const { search } = useApp().store;
  const options = search.options.value;
  const state = search.results.current.value;
  return (
    <div class="search-results">
      <ul id="search-results" role="listbox" aria-label="Found datasets">
        {options.map((option, index) => (
          <li
            key={option.kind === "trace" ? `trace ${option.id}` : option.dataset.id}
            id={`search-option-${index}`}
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
              <>
                <Icon name="play" />
                <span class="search-name">
                  Trace <span class="mono">{option.id}</span>
                </span>
                <span class="muted">not in the graph yet</span>
              </>
            )}
          </li>
        ))}
      </ul>
      {options.length === 0 && <p class="search-note muted">{note(state.state)}</p>}
    </div>
  );
};

const note = (state: "idle" | "loading" | "ready" | "failed"): string => {
  if (state === "failed") return "The search did not answer. Type again to retry.";
  if (state === "ready") return "No dataset in the graph has this name. Type owner/name to trace it.";
  return "Searching";
};
