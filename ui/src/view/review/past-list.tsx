import type { JSX } from "preact";
import { readableId } from "../../state/name-of-id.ts";
import { canUndo, type PastDecision } from "../../state/review/past-decisions.ts";
import { reviewWords } from "../../words/review-words.ts";
import { vocabularyWords } from "../../words/vocabulary-words.ts";
import { NameText } from "../name-text.tsx";
import { useReview } from "./review-context.ts";

const SHOWN = 10;

/** The last ten decisions, each to be changed or undone, and how far the session has come. */
export const PastList = (): JSX.Element => {
  const { past, queue, coming } = useReview();
  const words = reviewWords();
  const counted = past.all.value.filter(({ isUndone, refused }) => !isUndone && refused === undefined);
  const total = queue.value.value?.total ?? 0;
  const passed = (queue.value.value?.items.length ?? 0) - coming.value.length;
  return (
    <details class="review-past" open={matchMedia("(min-width: 1181px)").matches}>
      <summary>
        <span class="side-title">{words.session}</span>{" "}
        <span class="tabular muted" data-progress={counted.length}>
          {words.progress(counted.length, Math.max(0, total - passed))}
        </span>
      </summary>
      {past.all.value.length === 0 ? (
        <p class="muted">{words.noneYet}</p>
      ) : (
        <ol class="review-past-list" aria-label={words.recent}>
          {past.all.value.slice(0, SHOWN).map((decision) => (
            <PastRow key={decision.id} decision={decision} />
          ))}
        </ol>
      )}
    </details>
  );
};

const PastRow = ({ decision }: { readonly decision: PastDecision }): JSX.Element => {
  const { outbox, open, undo } = useReview();
  const words = reviewWords();
  const { id, what, reason, from, to, edge, count, isUndone, refused } = decision;
  const isWaiting = outbox.waiting.value.some((letter) => letter.id === id || letter.undoes === id);
  return (
    <li class={isUndone || refused !== undefined ? "is-undone" : ""} data-past={id} data-what={what}>
      <span>
        <strong>{words.done[what]}</strong>
        {reason !== undefined && `, ${vocabularyWords().rejection[reason]}`}
        {count !== undefined && ` (${words.edges(count)})`}
        {isUndone && `, ${words.undone}`}
        {isWaiting && <span class="review-unsaved"> {words.notSaved(1)}</span>}
      </span>
      <span class="muted review-past-ends">
        <NameText text={readableId(from)} most={60} />{" "}
        {to !== "" && (
          <>
            → <NameText text={readableId(to)} most={60} />
          </>
        )}
      </span>
      <span class="review-past-tools">
        {edge !== undefined && (
          <button type="button" class="text-button" onClick={() => open(edge)}>
            {words.change}
          </button>
        )}
        {canUndo(decision) && (
          <button type="button" class="text-button" onClick={() => undo(decision)}>
            {words.undoThis}
          </button>
        )}
      </span>
    </li>
  );
};
