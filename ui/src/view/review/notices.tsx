import type { JSX } from "preact";
import { readableId } from "../../state/name-of-id.ts";
import { reviewWords } from "../../words/review-words.ts";
import { Icon } from "../icons.tsx";
import { NameText } from "../name-text.tsx";
import { useReview } from "./review-context.ts";

const SHOWN = 3;

/** What was decided here and not taken by the service: who was first, or why it may not be. */
export const Notices = (): JSX.Element => {
  const { notices, dismiss, open } = useReview();
  const words = reviewWords();
  return (
    <ul class="review-notices" role="alert">
      {notices.value.slice(-SHOWN).map(({ id, decision, why, isConflict }) => (
        <li key={id} data-notice={isConflict ? "conflict" : "refused"}>
          <Icon name="warning" />
          <p>
            <strong>{words.refused}</strong>{" "}
            {decision !== undefined && (
              <>
                {words.done[decision.what]} <NameText text={readableId(decision.from)} most={80} /> →{" "}
                <NameText text={readableId(decision.to)} most={80} />.{" "}
              </>
            )}
            <NameText text={why} most={600} />
          </p>
          {decision?.edge !== undefined && (
            <button type="button" class="button" onClick={() => open(decision.edge)}>
              {words.showEdge}
            </button>
          )}
          <button type="button" class="icon-button" aria-label={words.dismiss} onClick={() => dismiss(id)}>
            <Icon name="close" />
          </button>
        </li>
      ))}
    </ul>
  );
};
