import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { useEffect } from "preact/hooks";
import { scanText, type TextScan } from "../state/reading/scan-text.ts";
import { documentWords } from "../words/document-words.ts";
import { Icon } from "./icons.tsx";
import { NameText } from "./name-text.tsx";

export interface DocumentWarningsProps {
  readonly text: string;
}

const NAMED = 6;
const NOTHING: TextScan = { hidden: 0, mixed: [], isDone: false };

/** What a reader of the document would not see. A long text is looked through in slices, each after a breath. */
export const DocumentWarnings = ({ text }: DocumentWarningsProps): JSX.Element | null => {
  const shown = useSignal<TextScan>(NOTHING);
  useEffect(() => {
    const { scan, stop } = scanText(text, (next) => {
      const timer = setTimeout(next);
      return () => clearTimeout(timer);
    });
    const unsubscribe = scan.subscribe((found) => (shown.value = found));
    return () => {
      stop();
      unsubscribe();
    };
  }, [text]);
  const { hidden, mixed } = shown.value;
  if (hidden === 0 && mixed.length === 0) return null;
  const words = documentWords();
  return (
    <div class="reader-warnings" role="note">
      <Icon name="warning" />
      <div>
        {hidden > 0 && <p data-hidden={hidden}>{words.hidden(hidden)}</p>}
        {mixed.length > 0 && (
          <p>
            {words.mixed}{" "}
            {mixed.slice(0, NAMED).map(({ word, scripts }) => (
              <span key={word} class="mixed-word" title={scripts.join(", ")}>
                <NameText text={word} most={60} />
              </span>
            ))}
            {mixed.length > NAMED && words.mixedMore(mixed.length - NAMED)}
          </p>
        )}
      </div>
    </div>
  );
};
