import type { JSX } from "preact";
import { formatCount } from "../state/format.ts";

export interface FilterGroupProps<Value extends string> {
  readonly title: string;
  readonly values: readonly Value[];
  readonly explain: (value: Value) => string;
  readonly counts: Readonly<Record<Value, number>> | undefined;
  readonly isOn: (value: Value) => boolean;
  readonly onChange: (on: readonly Value[]) => void;
  readonly isUnknown?: (value: Value) => boolean;
}

/** A column of tick boxes, each with its count and a bar for its part of the largest one. */
export const FilterGroup = <Value extends string>(props: FilterGroupProps<Value>): JSX.Element => {
  const { title, values, explain, counts, isOn, onChange, isUnknown } = props;
  const most = Math.max(1, ...values.map((value) => counts?.[value] ?? 0));
  const toggle = (value: Value): void => onChange(values.filter((one) => isOn(one) !== (one === value)));
  return (
    <fieldset class="filter-group">
      <legend>{title}</legend>
      {values.map((value) => {
        const count = isUnknown?.(value) === true ? undefined : counts?.[value];
        return (
          <label key={value} class={`filter ${count === 0 ? "is-empty" : ""}`} title={explain(value)}>
            <input type="checkbox" checked={isOn(value)} onChange={() => toggle(value)} />
            <span class="filter-name">{value}</span>
            <span class="filter-bar" aria-hidden="true">
              <span style={{ width: `${((count ?? 0) / most) * 100}%` }} />
            </span>
            <span
              class="filter-count tabular"
              title={count === undefined ? "Not counted while it is off" : undefined}
            >
              {count === undefined ? "" : formatCount(count)}
            </span>
          </label>
        );
      })}
    </fieldset>
  );
};
