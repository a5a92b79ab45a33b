import type { JSX } from "preact";
import type { LicenceStep } from "../state/reading/licence-conflict.ts";
import { datasetWords } from "../words/dataset-words.ts";
import { NameText } from "./name-text.tsx";
import { Unknown } from "./unknown.tsx";

export interface LicenceWayProps {
  readonly way: readonly LicenceStep[];
}

const LONGEST_NAME = 60;

/** Each step from the dataset to what asks for more, with its licence: where the condition was lost is seen at a glance. */
export const LicenceWay = ({ way }: LicenceWayProps): JSX.Element => (
  <ol class="licence-way" aria-label={datasetWords().licenceWay}>
    {way.map(({ id, licence }) => (
      <li key={id} data-licence-step={id}>
        <NameText text={id} most={LONGEST_NAME} />{" "}
        <span class="mono">
          {licence === "" ? <Unknown /> : <NameText text={licence} most={LONGEST_NAME} />}
        </span>
      </li>
    ))}
  </ol>
);
