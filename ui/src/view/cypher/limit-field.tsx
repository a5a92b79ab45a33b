import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { useId } from "preact/hooks";
import { formatCount } from "../../state/format.ts";
import { cypherWords } from "../../words/cypher-words.ts";

export interface LimitFieldProps {
  readonly label: string;
  readonly value: number;
  readonly least: number;
  readonly most: number;
  readonly onChange: (value: number) => void;
}

/** A whole number within what the service allows; what is typed beyond is brought back when the field is left. */
export const LimitField = ({ label, value, least, most, onChange }: LimitFieldProps): JSX.Element => {
  const id = useId();
  const typed = useSignal<string | undefined>(undefined);
  const settle = (): void => {
    const number = Math.round(Number(typed.value ?? value));
    typed.value = undefined;
    if (Number.isFinite(number)) onChange(Math.min(most, Math.max(least, number)));
  };
  return (
    <span class="limit-field">
      <label for={id} class="muted">
        {label}
      </label>
      <input
        id={id}
        type="number"
        inputMode="numeric"
        min={least}
        max={most}
        title={cypherWords().limitHelp(formatCount(most))}
        value={typed.value ?? value}
        onInput={(event) => (typed.value = event.currentTarget.value)}
        onChange={settle}
      />
    </span>
  );
};
