import type { JSX } from "preact";
import type { ValueCount } from "../state/filters/value-counts.ts";
import { filtersWords } from "../words/filters-words.ts";

export interface FilterRowProps {
  readonly value: string;
  readonly name: string;
  readonly title?: string | undefined;
  /** Undefined: nobody knows. */
  readonly count: ValueCount | undefined;
  /** The largest count of the facet: the length of a whole bar. */
  readonly most: number;
  readonly isOn: boolean;
  readonly onToggle: () => void;
  readonly onOnly: () => void;
}

/** One value of a facet: a tick box, its count, a bar, and a way to nothing but it. */
export const FilterRow = (props: FilterRowProps): JSX.Element => {
  const { value, name, title, count, most, isOn, onToggle, onOnly } = props;
  const words = filtersWords();
  const part = (of: keyof ValueCount): string => `${((count?.[of] ?? 0) / most) * 100}%`;
  return (
    <div class={`filter ${count?.shown === 0 ? "is-empty" : ""}`} data-value={value}>
      <label title={title}>
        <input type="checkbox" checked={isOn} onChange={onToggle} />
        <span class="filter-name">{name}</span>
        <span
          class="filter-count tabular"
          title={count === undefined ? words.notFollowed : words.countTitle(count.shown, count.all)}
        >
          {count === undefined ? "?" : words.count(count.shown, count.all)}
        </span>
      </label>
      <button type="button" class="filter-only" aria-label={words.onlyThis(name)} onClick={onOnly}>
        {words.only}
      </button>
      <span class="filter-bar" aria-hidden="true">
        <span class="is-all" style={{ width: part("all") }} />
        <span class="is-shown" style={{ width: part("shown") }} />
      </span>
    </div>
  );
};
