import type { ComponentChildren, JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { reviewWords } from "../../words/review-words.ts";
import { useReview } from "./review-context.ts";

export interface ReviewFormProps {
  readonly title: string;
  readonly send: string;
  /** Why it cannot be sent yet. */
  readonly obstacle: string | undefined;
  readonly onSend: () => void;
  readonly children: ComponentChildren;
}

/** A form in place of the buttons: the focus goes to its first field, Enter sends it, Escape leaves it. */
export const ReviewForm = ({ title, send, obstacle, onSend, children }: ReviewFormProps): JSX.Element => {
  const { mode } = useReview();
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    form.current?.querySelector<HTMLElement>("select, input:not([type=radio]), [type=radio]")?.focus();
    return () => {
      // Back to the edge, unless another one has it already.
      if (document.activeElement === null || document.activeElement === document.body)
        document.getElementById("review-claim")?.focus({ preventScroll: true });
    };
  }, []);
  const words = reviewWords();
  return (
    <form
      ref={form}
      class="review-form"
      aria-label={title}
      onSubmit={(event) => {
        event.preventDefault();
        if (obstacle === undefined) onSend();
      }}
    >
      <h3 class="section-title">{title}</h3>
      {children}
      <p class="muted" role="status">
        {obstacle}
      </p>
      <div class="review-others">
        <button type="submit" class="button primary" aria-disabled={obstacle !== undefined}>
          {send}
        </button>
        <button type="button" class="button quiet" onClick={() => (mode.value = "plain")}>
          {words.cancel} <kbd>Esc</kbd>
        </button>
      </div>
    </form>
  );
};
