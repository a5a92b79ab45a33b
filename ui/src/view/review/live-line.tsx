import type { JSX } from "preact";
import type { Said } from "../../state/review/create-decisions.ts";
import { sayClaim } from "../../words/claim-text.ts";
import { reviewWords } from "../../words/review-words.ts";
import { useReview } from "./review-context.ts";

/** Says what was decided, and what comes. */
export const LiveLine = (): JSX.Element => {
  const { said, current, currentId, queue } = useReview();
  const words = reviewWords();
  const shown = currentId.value === undefined ? undefined : current.value.value;
  const isEmpty = currentId.value === undefined && queue.current.value.state === "ready";
  const parts = [
    said.value === undefined ? undefined : say(said.value),
    shown && words.saidNext(sayClaim(shown.detail.item.edge)),
    isEmpty ? words.saidEmpty : undefined,
  ];
  return (
    <p class="visually-hidden" role="status" aria-live="polite" data-said>
      {parts.filter((part) => part !== undefined).join(" ")}
    </p>
  );
};

const say = (said: Said): string => {
  const words = reviewWords();
  if (said.kind === "nothing-to-undo") return words.saidNothing;
  const { what, from, to } = said.decision;
  const tell = said.kind === "done" ? words.saidDone : words.saidUndone;
  return tell(words.done[what], from, to);
};
