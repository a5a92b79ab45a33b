import type { JSX } from "preact";
import { shortText } from "../state/reading/short-text.ts";
import { datasetWords } from "../words/dataset-words.ts";
import { MarkedText } from "./marked-text.tsx";

export interface NameTextProps {
  readonly text: string;
  /** Characters at most. */
  readonly most?: number;
}

const MOST = 300;

/** A name from outside: in its own direction, with what is hidden in it shown, and cut where it would be the whole page. */
export const NameText = ({ text, most = MOST }: NameTextProps): JSX.Element => {
  const { text: shown, cutFrom } = shortText(text, most);
  return (
    <bdi>
      <MarkedText text={shown} />
      {cutFrom !== undefined && (
        <span class="cut" title={datasetWords().longName(shown.length, cutFrom)}>
          …
        </span>
      )}
    </bdi>
  );
};
