import type { JSX } from "preact";
import { markHidden } from "../state/hidden-characters.ts";
import { datasetWords } from "../words/dataset-words.ts";

export interface MarkedTextProps {
  readonly text: string;
}

/** Text from outside, as text: characters that a reader would not see are shown by their code. */
export const MarkedText = ({ text }: MarkedTextProps): JSX.Element => (
  <>
    {markHidden(text).map((piece, index) =>
      piece.kind === "text" ? (
        piece.text
      ) : (
        <span
          key={index}
          class="hidden-character"
          title={datasetWords().hiddenCharacter(piece.name, piece.code)}
        >
          {piece.code}
        </span>
      ),
    )}
  </>
);
