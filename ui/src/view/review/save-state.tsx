import type { JSX } from "preact";
import { useEffect } from "preact/hooks";
import { reviewWords } from "../../words/review-words.ts";
import { useApp } from "../app-context.ts";
import { Icon } from "../icons.tsx";
import { useReview } from "./review-context.ts";

/** Whether everything that was decided here is on the service. */
export const SaveState = (): JSX.Element => {
  const { outbox } = useReview();
  const { service } = useApp();
  const waiting = outbox.waiting.value.length;
  const trouble = outbox.trouble.value;
  const returns = service.returns.value;
  useEffect(() => outbox.retry(), [returns]);
  const words = reviewWords();
  return (
    <div class="review-saves" data-unsaved={waiting} data-trouble={trouble !== undefined}>
      {waiting === 0 ? (
        <span class="muted">
          <Icon name="check" /> {words.allSaved}
        </span>
      ) : (
        <span class="review-unsaved">
          <Icon name={trouble === undefined ? "clock" : "warning"} />{" "}
          {trouble === undefined
            ? words.notSaved(waiting)
            : `${words.notSaved(waiting)}. ${words.trouble(trouble.message)}`}
        </span>
      )}
      {trouble !== undefined && (
        <button type="button" class="button" onClick={outbox.retry}>
          {words.retry}
        </button>
      )}
    </div>
  );
};
