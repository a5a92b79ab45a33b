import { isAllowed } from "../../state/review/is-allowed.ts";
import { isReason, type ReviewAction } from "../../state/review/review-actions.ts";
import type { ReviewStore } from "../../state/review/review-store.ts";

/** What a key or a button of the page does; nothing where the action cannot be taken. */
export const perform = (store: ReviewStore, action: ReviewAction): void => {
  const item = store.currentId.peek() === undefined ? undefined : store.current.value.peek();
  if (!isAllowed(action, item, store.isViewer.peek())) return;
  if (isReason(action)) {
    store.mode.value = "plain";
    store.decide({ verdict: "rejected", reason: action });
    return;
  }
  switch (action) {
    case "accept":
      store.mode.value = "plain";
      return store.decide({ verdict: "accepted" });
    case "reject":
      // Also where the reason goes without saying: the key after this one must never fall on the next edge.
      store.mode.value = "reason";
      return;
    case "skip":
      store.mode.value = "plain";
      return store.skip();
    case "undo":
      return store.undo();
    case "next":
      return store.step(1);
    case "previous":
      return store.step(-1);
    case "next-quote":
      return nextQuote(store);
    case "find":
      return document.querySelector<HTMLInputElement>(".review-document [type=search]")?.focus();
    case "edit":
    case "add":
    case "alias":
    case "bulk":
      store.mode.value = action;
      return;
    default:
      return action satisfies never;
  }
};

const nextQuote = ({ current, quote }: ReviewStore): void => {
  const count = current.value.peek()?.proofs.length ?? 0;
  if (count > 0) quote.value = (quote.peek() + 1) % count;
};
