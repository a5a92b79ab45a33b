import { useComputed, useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { useEffect, useMemo } from "preact/hooks";
import { createSearch } from "../../state/search.ts";
import { cypherWords } from "../../words/cypher-words.ts";
import { useApp } from "../app-context.ts";

export interface DatasetFieldProps {
  readonly id: string;
  readonly value: string;
  readonly placeholder: string;
  readonly describedBy: string;
  readonly onlyBenchmarks: boolean;
  readonly onChange: (value: string) => void;
}

/** An id of the graph: what is typed is searched for, and may stay as it is. */
export const DatasetField = (props: DatasetFieldProps): JSX.Element => {
  const { id, value, placeholder, describedBy, onChange } = props;
  const { search, found, isOpen, active } = useFound(props.onlyBenchmarks);
  const shows = isOpen.value && found.value.length > 0;
  const choose = (chosen: string | undefined): void => {
    isOpen.value = false;
    if (chosen !== undefined) onChange(chosen);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (!shows) return;
    const count = found.value.length;
    if (event.key === "ArrowDown") active.value = (active.value + 1) % count;
    else if (event.key === "ArrowUp") active.value = (active.value + count - 1) % count;
    else if (event.key === "Enter") choose(found.value[active.value]);
    else if (event.key === "Escape") choose(undefined);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div class="dataset-field">
      <input
        id={id}
        type="text"
        class="mono"
        role="combobox"
        autocomplete="off"
        spellcheck={false}
        aria-autocomplete="list"
        aria-expanded={shows}
        aria-controls={`${id}-list`}
        aria-activedescendant={shows ? `${id}-option-${active.value}` : undefined}
        aria-describedby={describedBy}
        placeholder={placeholder}
        value={value}
        onInput={(event) => {
          onChange(event.currentTarget.value);
          search.type(event.currentTarget.value);
          active.value = 0;
          isOpen.value = true;
        }}
        onKeyDown={onKeyDown}
        onBlur={() => (isOpen.value = false)}
      />
      {shows && <DatasetOptions id={id} found={found.value} active={active.value} onChoose={choose} />}
    </div>
  );
};

interface DatasetOptionsProps {
  readonly id: string;
  readonly found: readonly string[];
  readonly active: number;
  readonly onChoose: (chosen: string) => void;
}

const DatasetOptions = ({ id, found, active, onChoose }: DatasetOptionsProps): JSX.Element => (
  <ul id={`${id}-list`} class="dataset-options" role="listbox" aria-label={cypherWords().found(found.length)}>
    {found.map((one, index) => (
      <li
        key={one}
        id={`${id}-option-${index}`}
        class="mono"
        role="option"
        aria-selected={index === active}
        // The field would lose the focus, and the list close, before the click.
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => onChoose(one)}
      >
        {one}
      </li>
    ))}
  </ul>
);

const useFound = (onlyBenchmarks: boolean) => {
  const { store } = useApp();
  const isOpen = useSignal(false);
  const active = useSignal(0);
  const search = useMemo(
    () =>
      createSearch({
        api: store.api,
        after: (delayMs, action) => {
          const timer = setTimeout(action, delayMs);
          return () => clearTimeout(timer);
        },
      }),
    [store],
  );
  useEffect(() => () => search.results.close(), [search]);
  const found = useComputed(() =>
    (search.results.value.value ?? [])
      .filter((dataset) => !onlyBenchmarks || dataset.isBenchmark)
      .map((dataset): string => dataset.id),
  );
  return { search, found, isOpen, active };
};
