import type { Signal } from "@preact/signals";
import type { JSX } from "preact";
import { formatCount } from "../state/format.ts";
import type { Hits } from "../state/reading/find-in-text.ts";
import { documentWords } from "../words/document-words.ts";
import { Icon } from "./icons.tsx";

export interface DocumentFindProps {
  readonly sought: Signal<string>;
  /** The place that is looked at, from 0. */
  readonly hit: Signal<number>;
  readonly hits: Hits;
}

/** Finds in the text itself: the browser's own search sees only what is drawn of a long one. */
export const DocumentFind = ({ sought, hit, hits }: DocumentFindProps): JSX.Element => {
  const words = documentWords();
  const count = hits.spans.length;
  const move = (step: 1 | -1): void => {
    if (count > 0) hit.value = (hit.peek() + step + count) % count;
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === "Enter") move(event.shiftKey ? -1 : 1);
    else if (event.key === "Escape" && sought.peek() !== "") sought.value = "";
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const isSeeking = sought.value.trim() !== "";
  return (
    <div class="reader-find" role="search" aria-label={words.find}>
      <input
        type="search"
        aria-label={words.find}
        placeholder={words.findPlaceholder}
        value={sought.value}
        onInput={(event) => {
          hit.value = 0;
          sought.value = event.currentTarget.value;
        }}
        onKeyDown={onKeyDown}
      />
      {isSeeking && (
        <div class="quote-jumper">
          <span class="tabular" role="status" data-hits={count}>
            {count === 0
              ? words.notFound
              : words.found(hit.value + 1, `${formatCount(count)}${hits.hasMore ? "+" : ""}`)}
          </span>
          <FindStep label={words.previousHit} icon="up" isOff={count < 2} onPress={() => move(-1)} />
          <FindStep label={words.nextHit} icon="down" isOff={count < 2} onPress={() => move(1)} />
        </div>
      )}
    </div>
  );
};

interface FindStepProps {
  readonly label: string;
  readonly icon: "up" | "down";
  readonly isOff: boolean;
  readonly onPress: () => void;
}

const FindStep = ({ label, icon, isOff, onPress }: FindStepProps): JSX.Element => (
  <button
    type="button"
    class="icon-button"
    title={label}
    aria-label={label}
    disabled={isOff}
    onClick={onPress}
  >
    <Icon name={icon} />
  </button>
);
