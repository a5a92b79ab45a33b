import type { JSX } from "preact";
import type { CountOf } from "../state/filters/facet-counts.ts";
import { filtersWords } from "../words/filters-words.ts";
import { FilterFacet } from "./filter-facet.tsx";

export interface FilterGroupProps<Value extends string> {
  readonly title: string;
  readonly counts: CountOf<Value>;
  readonly name: (value: Value) => string;
  readonly explain?: (value: Value) => string;
  readonly isOn: (value: Value) => boolean;
  readonly onChange: (on: readonly Value[]) => void;
  /** Present while the facet filters. */
  readonly onReset?: (() => void) | undefined;
  /** What is off and was not read, so that nobody knows how much there is. */
  readonly isUncounted?: (value: Value) => boolean;
}

/** A column of tick boxes, each with how much of it the other filters leave. */
export const FilterGroup = <Value extends string>(props: FilterGroupProps<Value>): JSX.Element => {
  const { title, counts, onReset } = props;
  const most = Math.max(1, ...counts.map((count) => count.all));
  // What there is none of is no choice; what is off stays, so that it can be turned on.
  const rows = counts.filter(
    ({ value, all }) => all > 0 || !props.isOn(value) || props.isUncounted?.(value) === true,
  );
  return (
    <FilterFacet title={title} onReset={onReset}>
      {rows.map((row) => (
        <FilterRow key={row.value} {...props} row={row} most={most} />
      ))}
    </FilterFacet>
  );
};

interface FilterRowProps<Value extends string> extends FilterGroupProps<Value> {
  readonly row: CountOf<Value>[number];
  readonly most: number;
}

const FilterRow = <Value extends string>(props: FilterRowProps<Value>): JSX.Element => {
  const { row, most, name, explain, counts, isOn, onChange, isUncounted } = props;
  const { value, shown, all } = row;
  const words = filtersWords();
  const isCounted = isUncounted?.(value) !== true;
  const part = (count: number): string => `${isCounted ? (count / most) * 100 : 0}%`;
  const values = counts.map((count) => count.value);
  return (
    <div class={`filter ${isCounted && shown === 0 ? "is-empty" : ""}`} data-value={value}>
      <label title={explain?.(value)}>
        <input
          type="checkbox"
          checked={isOn(value)}
          onChange={() => onChange(values.filter((one) => isOn(one) !== (one === value)))}
        />
        <span class="filter-name">{name(value)}</span>
        <span
          class="filter-count tabular"
          title={isCounted ? words.countTitle(shown, all) : words.notFollowed}
        >
          {isCounted ? words.count(shown, all) : "?"}
        </span>
      </label>
      <button
        type="button"
        class="filter-only"
        aria-label={words.onlyThis(name(value))}
        onClick={() => onChange([value])}
      >
        {words.only}
      </button>
      <span class="filter-bar" aria-hidden="true">
        <span class="is-all" style={{ width: part(all) }} />
        <span class="is-shown" style={{ width: part(shown) }} />
      </span>
    </div>
  );
};
