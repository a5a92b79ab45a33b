import type { JSX } from "preact";
import type { Status } from "../../../schema/vocabulary.ts";
import { vocabularyWords } from "../words/vocabulary-words.ts";

export interface StatusChipProps {
  readonly status: Status;
}

const SIGNS = { accepted: "✓", flagged: "?", rejected: "×" } satisfies Record<Status, string>;

export const StatusChip = ({ status }: StatusChipProps): JSX.Element => (
  <span class={`chip chip-${status}`} title={vocabularyWords().status[status]}>
    <span aria-hidden="true">{SIGNS[status]}</span> {vocabularyWords().statusName[status]}
  </span>
);
