import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { bindingsOf, chordOf } from "../../state/keys.ts";
import {
  DOCUMENT_ACTIONS,
  REASON_ACTIONS,
  REVIEW_ACTIONS,
  type ReviewAction,
} from "../../state/review/review-actions.ts";
import type { KeyRefusal } from "../../state/review/review-keys.ts";
import { keysWords } from "../../words/keys-words.ts";
import { reviewFormWords } from "../../words/review-form-words.ts";
import { reviewWords } from "../../words/review-words.ts";
import { KeyDialog } from "../key-dialog.tsx";
import { KeyGroupList } from "../key-sheet.tsx";
import { KeySigns } from "../key-signs.tsx";
import { useReview } from "./review-context.ts";

/** The keys of the review page, each to be changed, and those of the whole explorer. */
export const ReviewKeySheet = (): JSX.Element => {
  const { keys } = useReview();
  const words = reviewFormWords().keys;
  return (
    <KeyDialog title={words.title}>
      <KeyRows title={words.decide} actions={REVIEW_ACTIONS} />
      <KeyRows title={words.reasons} actions={REASON_ACTIONS} />
      <KeyRows title={words.document} actions={DOCUMENT_ACTIONS} />
      {keys.isChanged.value && (
        <button type="button" class="button" data-reset-keys onClick={keys.reset}>
          {words.reset}
        </button>
      )}
      <KeyGroupList title={words.page} bindings={bindingsOf("review")} />
    </KeyDialog>
  );
};

interface KeyRowsProps {
  readonly title: string;
  readonly actions: readonly ReviewAction[];
}

const KeyRows = ({ title, actions }: KeyRowsProps): JSX.Element => (
  <>
    <h3 class="keys-group">{title}</h3>
    <ul class="review-keys">
      {actions.map((action) => (
        <KeyRow key={action} action={action} />
      ))}
    </ul>
  </>
);

const KeyRow = ({ action }: { readonly action: ReviewAction }): JSX.Element => {
  const { keys } = useReview();
  const isAsking = useSignal(false);
  const refusal = useSignal<KeyRefusal | undefined>(undefined);
  const words = reviewFormWords().keys;
  const onKeyDown = (event: KeyboardEvent): void => {
    if (!isAsking.peek() || event.key === "Tab" || event.key === "Shift") return;
    event.preventDefault();
    event.stopPropagation();
    const chord = chordOf(event);
    refusal.value = event.key === "Escape" ? undefined : keys.assign(action, chord ?? "");
    isAsking.value = refusal.peek() !== undefined;
  };
  return (
    <li data-key-action={action}>
      <KeySigns chord={keys.map.value[action]} />
      <span>{reviewWords().action[action]}</span>
      <button
        type="button"
        class="text-button"
        aria-label={`${words.change}: ${reviewWords().action[action]}`}
        onClick={() => (isAsking.value = !isAsking.peek())}
        onKeyDown={onKeyDown}
        onBlur={() => {
          isAsking.value = false;
          refusal.value = undefined;
        }}
      >
        {isAsking.value ? words.press : words.change}
      </button>
      <span class="review-key-refusal" role="status">
        {refusal.value !== undefined && say(refusal.value)}
      </span>
    </li>
  );
};

const say = (refusal: KeyRefusal): string => {
  const words = reviewWords();
  switch (refusal.kind) {
    case "taken":
      return reviewFormWords().keys.taken(words.action[refusal.by]);
    case "explorer":
      return reviewFormWords().keys.explorer(keysWords().action[refusal.action]);
    case "not-a-key":
      return reviewFormWords().keys.notAKey;
    default:
      return refusal satisfies never;
  }
};
