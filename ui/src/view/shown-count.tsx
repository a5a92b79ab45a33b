import type { JSX } from "preact";
import { canvasWords } from "../words/canvas-words.ts";
import { findingWords } from "../words/finding-words.ts";
import { useApp } from "./app-context.ts";

/** "n of m shown", whether there is more behind the border, and how the loading of more goes. */
export const ShownCount = (): JSX.Element | null => {
  const { store } = useApp();
  const shown = store.shown.value;
  if (shown === undefined) return null;
  const words = canvasWords();
  return (
    <div class="shown-count tabular">
      <p role="status">
        {words.shown(shown.nodes.length, shown.total, shown.edges.length)}
        <MoreState />
      </p>
      {shown.truncated && (
        <button
          type="button"
          class="text-button"
          title={words.beyondTitle}
          onClick={() => store.lineageActions.showAll()}
        >
          {words.beyondDepth(store.view.value.depth)}
        </button>
      )}
    </div>
  );
};

const MoreState = (): JSX.Element | null => {
  const { store } = useApp();
  const words = findingWords();
  const current = store.lineage.current.value;
  if (current.state === "loading") {
    return (
      <span class="more-state">
        {" "}
        <span class="spinner" aria-hidden="true" /> {words.loadingMore}
      </span>
    );
  }
  if (current.state !== "failed") return null;
  return (
    <span class="more-state">
      {" "}
      {words.moreFailed}{" "}
      <button type="button" class="text-button" onClick={store.lineage.reload}>
        {words.tryAgain}
      </button>
    </span>
  );
};
