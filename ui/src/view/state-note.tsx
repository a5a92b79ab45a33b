import type { JSX } from "preact";
import type { Dataset } from "../../../schema/dataset.ts";
import { vocabularyWords } from "../words/vocabulary-words.ts";
import { TimeText } from "./time-text.tsx";

export interface StateNoteProps {
  readonly dataset: Dataset;
}

export const StateNote = ({ dataset }: StateNoteProps): JSX.Element => {
  const isPlain = dataset.state === "traced";
  return (
    <p class={isPlain ? "state-note muted" : "state-note state-note-strong"}>
      <strong>{vocabularyWords().state[dataset.state]}</strong>
      {isPlain && dataset.tracedAt !== undefined && (
        <>
          {" on "}
          <TimeText iso={dataset.tracedAt} />
        </>
      )}
      {". "}
      {dataset.stateReason ?? (isPlain ? "" : vocabularyWords().stateExplanation[dataset.state])}
    </p>
  );
};
