import type { Signal } from "@preact/signals";
import type { JSX } from "preact";

export interface ChoiceFieldProps<Word extends string> {
  readonly label: string;
  readonly value: Signal<Word>;
  readonly options: readonly Word[];
  readonly nameOf: (word: Word) => string;
}

export const ChoiceField = <Word extends string>(props: ChoiceFieldProps<Word>): JSX.Element => {
  const { label, value, options, nameOf } = props;
  return (
    <label>
      {label}
      <select
        class="field"
        onChange={(event) => {
          const wanted = event.currentTarget.value;
          const option = options.find((one) => one === wanted);
          if (option !== undefined) value.value = option;
        }}
      >
        {options.map((option) => (
          <option key={option} value={option} selected={option === value.value}>
            {nameOf(option)}
          </option>
        ))}
      </select>
    </label>
  );
};
