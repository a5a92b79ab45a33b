import type { JSX } from "preact";
import type { CountOf } from "../state/filters/facet-counts.ts";
import { FilterFacet } from "./filter-facet.tsx";
import { FilterRow } from "./filter-row.tsx";

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
  const { title, counts, name, explain, isOn, onChange, onReset, isUncounted } = props;
  const most = Math.max(1, ...counts.map((count) => count.all));
  const values = counts.map((count) => count.value);
  // What there is none of is no choice; what is off stays, so that it can be turned on.
  const rows = counts.filter(({ value, all }) => all > 0 || !isOn(value));
  return (
    <FilterFacet title={title} onReset={onReset}>
      {rows.map(({ value, shown, all }) => (
        <FilterRow
          key={value}
          value={value}
          name={name(value)}
          title={explain?.(value)}
          count={isUncounted?.(value) === true ? undefined : { shown, all }}
          most={most}
          isOn={isOn(value)}
          onToggle={() => onChange(values.filter((one) => isOn(one) !== (one === value)))}
          onOnly={() => onChange([value])}
        />
      ))}
    </FilterFacet>
  );
};
