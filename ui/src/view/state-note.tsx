import type { JSX } from "preact";
import type { Dataset } from "../../../schema/dataset.ts";
import { datasetWords } from "../words/dataset-words.ts";
import { vocabularyWords } from "../words/vocabulary-words.ts";
import { TimeText } from "./time-text.tsx";

export interface StateNoteProps {
  readonly dataset: Dataset;
}

export const StateNote = ({ dataset }: StateNoteProps): JSX.Element => {
  const isPlain = dataset.state === "traced";
  const [before, after] = datasetWords().since;
  const reason = dataset.stateReason ?? (isPlain ? "" : vocabularyWords().stateExplanation[dataset.state]);
  return (
    <p class={isPlain ? "state-note muted" : "state-note state-note-strong"}>
      <strong>{vocabularyWords().state[dataset.state]}</strong>
      {isPlain && dataset.tracedAt !== undefined && (
        <>
          {before}
          <TimeText iso={dataset.tracedAt} />
          {after}
        </>
      )}
      {reason !== "" && <span class="state-reason">{reason}</span>}
    </p>
  );
};
