import type { JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";
import type { DatasetSummary } from "../../../../schema/api.ts";
import { pathsWords } from "../../words/paths-words.ts";
import { useApp } from "../app-context.ts";
import { SearchDataset } from "../search-dataset.tsx";

/** Names the other end of the ways: typed, or picked among what was found. Esc gives up. */
export const PathEndPicker = (): JSX.Element => {
  const { reading } = useApp().store;
  const { endSearch } = reading;
  const input = useRef<HTMLInputElement>(null);
  const words = pathsWords();
  const found = endSearch.options.value.flatMap((option) =>
    option.kind === "dataset" ? option.dataset : [],
  );
  const active = Math.min(endSearch.active.value, Math.max(found.length - 1, 0));
  useEffect(() => input.current?.focus(), []);
  const leave = (): void => {
    endSearch.type("");
    reading.isPickingEnd.value = false;
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const chosen = found[active];
    if (event.key === "ArrowDown" || event.key === "ArrowUp")
      endSearch.move(event.key === "ArrowDown" ? 1 : -1);
    else if (event.key === "Enter" && chosen !== undefined) reading.choosePathEnd(chosen.id);
    else if (event.key === "Escape") leave();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const shows = endSearch.text.value.trim() !== "";
  return (
    <div class="end-picker">
      <input
        ref={input}
        type="text"
        role="combobox"
        autocomplete="off"
        spellcheck={false}
        aria-label={words.pick}
        placeholder={words.pickPlaceholder}
        aria-expanded={shows}
        aria-controls="end-options"
        aria-activedescendant={found.length > 0 ? `end-option-${active}` : undefined}
        value={endSearch.text.value}
        onInput={(event) => endSearch.type(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      <EndOptions found={found} active={active} />
      {shows && found.length === 0 && endSearch.results.current.value.state === "ready" && (
        <p class="muted">{words.noneFound}</p>
      )}
      {!shows && <p class="muted">{words.pickHint}</p>}
    </div>
  );
};

interface EndOptionsProps {
  readonly found: readonly DatasetSummary[];
  readonly active: number;
}

const EndOptions = ({ found, active }: EndOptionsProps): JSX.Element => {
  const { reading } = useApp().store;
  return (
    <ul id="end-options" class="end-options" role="listbox" aria-label={pathsWords().picked}>
      {found.map((dataset, place) => (
        <li
          key={dataset.id}
          id={`end-option-${place}`}
          role="option"
          aria-selected={place === active}
          class="search-option"
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => reading.choosePathEnd(dataset.id)}
        >
          <SearchDataset dataset={dataset} />
        </li>
      ))}
    </ul>
  );
};
