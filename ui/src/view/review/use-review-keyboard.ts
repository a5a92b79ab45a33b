import { useEffect } from "preact/hooks";
import { chordOf } from "../../state/keys.ts";
import { actionFor } from "../../state/review/review-keys.ts";
import type { ReviewStore } from "../../state/review/review-store.ts";
import { perform } from "./perform.ts";

/** The page's own single keys. A key that is typed into a field, or pressed in a dialog, stays there. */
export const useReviewKeyboard = (store: ReviewStore): void => {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      const chord = chordOf(event);
      if (chord === undefined || event.defaultPrevented || event.repeat) return;
      const isPlain = store.mode.peek() === "plain";
      // Of whatever is open, Escape leaves the innermost; a field may want it first.
      if (chord === "Escape" && !isPlain) {
        store.mode.value = "plain";
        event.preventDefault();
        return;
      }
      if (isWithin(event.target, "dialog, input, textarea, select")) return;
      const action = actionFor(store.keys.map.peek(), chord, store.mode.peek() === "reason");
      if (action === undefined) return;
      event.preventDefault();
      perform(store, action);
    };
    // Before the keys of the whole page, which have none of these.
    document.addEventListener("keydown", onKeyDown, true);
    return () => document.removeEventListener("keydown", onKeyDown, true);
  }, [store]);
};

const isWithin = (target: EventTarget | null, selector: string): boolean =>
  target instanceof HTMLElement && target.closest(selector) !== null;
