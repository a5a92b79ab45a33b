import type { JSX } from "preact";
import type { SavedParameter } from "../../../../schema/cypher.ts";
import { cypherWords } from "../../words/cypher-words.ts";
import { useCypher } from "./cypher-context.ts";
import { DatasetField } from "./dataset-field.tsx";

/** One field for each $name of the text; a saved query says what each holds. */
export const ParameterFields = (): JSX.Element | null => {
  const store = useCypher();
  const words = cypherWords();
  const query = store.chosen.value;
  const names = store.parameterNames.value;
  if (names.length === 0) return null;
  return (
    <fieldset class="cypher-parameters">
      <legend>
        {words.parameters} {query === undefined && <span class="muted">{words.parameterHelp}</span>}
      </legend>
      {names.map((name) => (
        <ParameterField
          key={`${query?.name ?? ""} ${name}`}
          name={name}
          saved={query?.parameters.find((parameter) => parameter.name === name)}
        />
      ))}
    </fieldset>
  );
};

interface ParameterFieldProps {
  readonly name: string;
  readonly saved: SavedParameter | undefined;
}

const ParameterField = ({ name, saved }: ParameterFieldProps): JSX.Element => {
  const store = useCypher();
  const words = cypherWords();
  const id = `cypher-parameter-${name}`;
  const value = store.draft.value.parameters[name] ?? "";
  const fault = store.faults.value.find((one) => one.name === name);
  const isDataset =
    saved === undefined ? name === "dataset" : saved.type === "dataset" || saved.type === "benchmark";
  const field = {
    id,
    value,
    placeholder: placeholderOf(saved),
    describedBy: `${id}-note`,
    onChange: (next: string) => store.setParameter(name, next),
  };
  return (
    <div class="cypher-parameter">
      <label for={id}>
        <span class="mono">${name}</span>{" "}
        {saved !== undefined && <span class="muted">{words.parameterType[saved.type]}</span>}
      </label>
      {isDataset ? (
        <DatasetField {...field} onlyBenchmarks={saved?.type === "benchmark"} />
      ) : (
        <input
          id={id}
          type="text"
          class="mono"
          spellcheck={false}
          autocomplete="off"
          aria-describedby={field.describedBy}
          placeholder={field.placeholder}
          value={value}
          onInput={(event) => field.onChange(event.currentTarget.value)}
        />
      )}
      <p id={field.describedBy} class={fault === undefined ? "muted" : "complaint"}>
        {[fault && words.fault[fault.kind], saved?.description].filter(Boolean).join(" ")}
      </p>
    </div>
  );
};

const placeholderOf = (saved: SavedParameter | undefined): string => {
  const words = cypherWords();
  if (saved === undefined) return "";
  return saved.default === undefined || saved.default === ""
    ? words.example(String(saved.example))
    : words.usual(String(saved.default));
};
