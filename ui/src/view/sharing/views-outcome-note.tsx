import type { JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";
import type { SavedViewsStore, ViewsOutcome } from "../../state/saved-views/create-saved-views.ts";
import { exportWords } from "../../words/export-words.ts";
import { MarkedText } from "../marked-text.tsx";

/** What became of the last thing that was done, and how to take a removal back. */
export const ViewsOutcomeNote = ({ views }: { readonly views: SavedViewsStore }): JSX.Element => {
  const undo = useRef<HTMLButtonElement>(null);
  const outcome = views.outcome.value;
  // The row is gone, and its button with it: the focus goes to what takes that back.
  useEffect(() => {
    if (outcome?.kind === "removed") undo.current?.focus();
  }, [outcome]);
  return (
    <div class={`views-outcome ${outcome?.kind === "failed" ? "complaint" : ""}`} role="status">
      {outcome !== undefined && (
        <span>
          <MarkedText text={say(outcome)} />
        </span>
      )}
      {outcome?.kind === "removed" && (
        <button ref={undo} type="button" class="button" onClick={() => void views.restore()}>
          {exportWords().views.undo}
        </button>
      )}
    </div>
  );
};

const say = (outcome: ViewsOutcome): string => {
  const words = exportWords().views;
  switch (outcome.kind) {
    case "saved":
      return words.savedAs(outcome.view.name);
    case "changed":
      return words.changedTo(outcome.view.name);
    case "restored":
      return words.broughtBack(outcome.view.name);
    case "removed":
      return words.removed(outcome.view.name);
    case "failed":
      return outcome.error.code === "CONFLICT" ? words.conflict : words.failed(outcome.error.message);
    default:
      return outcome satisfies never;
  }
};
