import type { JSX } from "preact";
import type { TooLarge } from "../state/lineage/too-large.ts";
import { findingWords } from "../words/finding-words.ts";
import { useApp } from "./app-context.ts";
import { ViewLink } from "./view-link.tsx";

export interface LineageTooLargeProps {
  readonly size: TooLarge;
}

/** Asks before more datasets are drawn than anybody can read. */
export const LineageTooLarge = ({ size: { shown, of } }: LineageTooLargeProps): JSX.Element => {
  const { store } = useApp();
  const words = findingWords();
  return (
    <div class="canvas-note too-large" role="status">
      <p>{words.tooLarge(shown, of)}</p>
      <div class="actions">
        <button type="button" class="button primary" onClick={store.showAnyway}>
          {words.showAnyway(shown)}
        </button>
        <ViewLink to={{ page: "graph" }} class="button">
          {words.lookAtGroups}
        </ViewLink>
      </div>
    </div>
  );
};
