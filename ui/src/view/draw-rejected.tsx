import type { JSX } from "preact";
import type { DatasetId } from "../../../schema/ids.ts";
import { STATUSES } from "../../../schema/vocabulary.ts";
import { DEFAULT_VIEW } from "../state/view-state.ts";
import { filtersWords } from "../words/filters-words.ts";
import { useApp } from "./app-context.ts";

export interface DrawRejectedProps {
  readonly id: DatasetId;
}

/** Puts rejected candidates on the canvas: of this dataset, when it is drawn, or of every one. */
export const DrawRejected = ({ id }: DrawRejectedProps): JSX.Element => {
  const { store } = useApp();
  const { rejectedOf, statuses } = store.view.value;
  const { navigate } = store.navigation;
  const words = filtersWords().rejected;
  const isDrawn = store.placed.value?.nodes.some((node) => node.id === id) === true;
  const drawsAll = statuses.includes("rejected");
  const withoutRejected = statuses.filter((status) => status !== "rejected");
  return (
    <div class="draw-rejected">
      {isDrawn && !drawsAll && (
        <label>
          <input
            type="checkbox"
            checked={rejectedOf === id}
            onChange={() => navigate({ rejectedOf: rejectedOf === id ? undefined : id })}
          />
          {words.draw}
        </label>
      )}
      <label>
        <input
          type="checkbox"
          checked={drawsAll}
          onChange={() =>
            navigate(
              drawsAll
                ? { statuses: withoutRejected.length > 0 ? withoutRejected : DEFAULT_VIEW.statuses }
                : {
                    statuses: STATUSES.filter((one) => one === "rejected" || statuses.includes(one)),
                    rejectedOf: undefined,
                  },
            )
          }
        />
        {words.drawAll}
      </label>
    </div>
  );
};
