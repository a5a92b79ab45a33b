import type { JSX } from "preact";
import type { DatasetId } from "../../../schema/ids.ts";
import { datasetWords } from "../words/dataset-words.ts";
import { useApp } from "./app-context.ts";

export interface ExpandNeighboursProps {
  readonly id: DatasetId;
  readonly direction: "upstream" | "downstream";
}

/** "3 of 12 drawn", and what draws the rest; nothing for a dataset that the canvas lacks. */
export const ExpandNeighbours = ({ id, direction }: ExpandNeighboursProps): JSX.Element | null => {
  const { store } = useApp();
  const counts = store.shownCounts.value.get(id);
  if (counts === undefined) return null;
  const { shown, of } = direction === "upstream" ? counts.sources : counts.uses;
  if (of === 0) return null;
  const words = datasetWords();
  const isExpanded = store.lineageActions.isExpanded(id, direction);
  const expand = direction === "upstream" ? words.expandSources : words.expandUses;
  return (
    <span class="section-aside">
      <span class="muted tabular">{words.shownOf(shown, of)}</span>
      {(shown < of || isExpanded) && (
        <button
          type="button"
          class="text-button"
          data-expand={direction}
          onClick={() => store.lineageActions.toggle(id, direction)}
        >
          {isExpanded ? words.collapse : expand}
        </button>
      )}
    </span>
  );
};
