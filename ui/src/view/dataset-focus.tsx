import type { JSX } from "preact";
import type { DatasetId } from "../../../schema/ids.ts";
import { formatCount } from "../state/format.ts";
import { type Focus, FOCUSES } from "../state/view-state.ts";
import { datasetWords } from "../words/dataset-words.ts";
import { pathsWords } from "../words/paths-words.ts";
import { useApp } from "./app-context.ts";
import { PathEndPicker } from "./paths/path-end-picker.tsx";

export interface DatasetFocusProps {
  readonly id: DatasetId;
}

/** What of the canvas the dataset lights up, and the ways between it and another. */
export const DatasetFocus = ({ id }: DatasetFocusProps): JSX.Element => {
  const { reading, view } = useApp().store;
  const { selection, focus } = view.value;
  const isSelected = selection?.kind === "dataset" && selection.id === id;
  const words = datasetWords();
  const reach = reading.reach.value;
  const countOf = (one: Focus): number | undefined => (one === "neighbours" ? undefined : reach?.[one]);
  return (
    <div class="dataset-focus">
      {reach !== undefined && (
        <div class="segmented" role="group" aria-label={words.focusTitle}>
          {FOCUSES.map((one) => {
            const count = countOf(one);
            return (
              <button
                key={one}
                type="button"
                data-focus={one}
                aria-pressed={isSelected && focus === one}
                title={count === undefined ? undefined : words.focusCount(one, count)}
                onClick={() => reading.setFocus(one)}
              >
                {words.focus[one]}
                {count !== undefined && <span class="tabular muted"> {formatCount(count)}</span>}
              </button>
            );
          })}
        </div>
      )}
      {reading.isPickingEnd.value ? (
        <PathEndPicker />
      ) : (
        <button
          type="button"
          class="button quiet ways-button"
          title={pathsWords().openTitle}
          onClick={() => (reading.isPickingEnd.value = true)}
        >
          {pathsWords().open}
        </button>
      )}
    </div>
  );
};
