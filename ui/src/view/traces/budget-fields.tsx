import type { Signal } from "@preact/signals";
import type { JSX } from "preact";
import { BUDGET_PARTS, type BudgetText, parseBudget } from "../../state/traces/budget-text.ts";
import { tracesWords } from "../../words/traces-words.ts";

export interface BudgetFieldsProps {
  readonly text: Signal<BudgetText>;
  /** Tells the fields of several forms apart. */
  readonly name: string;
}

/** One field for each limit; an empty one is no limit. */
export const BudgetFields = ({ text, name }: BudgetFieldsProps): JSX.Element => {
  const words = tracesWords().budget;
  const { faults } = parseBudget(text.value);
  return (
    <fieldset class="budget">
      <legend class="side-title">{words.title}</legend>
      <div class="budget-fields">
        {BUDGET_PARTS.map((part) => (
          <label key={part} title={words.partHelp[part]}>
            <span>{words.part[part]}</span>
            <input
              class="field tabular"
              type="text"
              inputMode={part === "cost" ? "decimal" : "numeric"}
              name={`${name}-${part}`}
              placeholder={words.noLimit}
              value={text.value[part]}
              aria-invalid={faults.includes(part)}
              aria-describedby={`${name}-budget-help`}
              onInput={(event) => (text.value = { ...text.value, [part]: event.currentTarget.value })}
            />
          </label>
        ))}
      </div>
      <p id={`${name}-budget-help`} class={faults.length > 0 ? "complaint" : "muted"}>
        {faults.length > 0 ? words.fault : words.help}
      </p>
    </fieldset>
  );
};
