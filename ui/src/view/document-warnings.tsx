import type { JSX } from "preact";
import { useMemo } from "preact/hooks";
import { formatPlural } from "../state/format.ts";
import { countHidden } from "../state/hidden-characters.ts";
import { findMixedWords } from "../state/look-alikes.ts";
import { Icon } from "./icons.tsx";

export interface DocumentWarningsProps {
  readonly text: string;
}

const NAMED = 6;

/** What a reader of the document would not see. */
export const DocumentWarnings = ({ text }: DocumentWarningsProps): JSX.Element | null => {
  const hidden = useMemo(() => countHidden(text), [text]);
  const mixed = useMemo(() => findMixedWords(text), [text]);
  if (hidden === 0 && mixed.length === 0) return null;
  return (
    <div class="reader-warnings" role="note">
      <Icon name="warning" />
      <div>
        {hidden > 0 && <p>{formatPlural(hidden, "invisible character")} below, shown as codes.</p>}
        {mixed.length > 0 && (
          <p>
            Letters of several alphabets in one word, which can pass for another word:{" "}
            {mixed.slice(0, NAMED).map(({ word, scripts }) => (
              <span key={word} class="mixed-word" title={scripts.join(" and ")}>
                {word}
              </span>
            ))}
            {mixed.length > NAMED && `and ${mixed.length - NAMED} more`}
          </p>
        )}
      </div>
    </div>
  );
};
