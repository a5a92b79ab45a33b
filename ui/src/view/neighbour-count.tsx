import type { JSX } from "preact";
import type { NeighbourCount as Count } from "../state/lineage/shown-counts.ts";
import { tableWords } from "../words/table-words.ts";
import { useApp } from "./app-context.ts";
import { Icon } from "./icons.tsx";

export interface NeighbourCountProps {
  readonly id: string;
  readonly side: "sources" | "uses";
  readonly count: Count | undefined;
  /** In the whole graph. */
  readonly total: number;
}

/** "3 of 12", with what brings the rest, or takes it away again. */
export const NeighbourCount = ({ id, side, count, total }: NeighbourCountProps): JSX.Element => {
  const { store } = useApp();
  const words = tableWords();
  const known = count ?? { shown: 0, loaded: 0, of: total };
  const { shown, loaded, of } = known;
  const direction = side === "sources" ? "upstream" : "downstream";
  const isExpanded = store.lineageActions.isExpanded(id, direction);
  const more = of - loaded;
  return (
    <span class="neighbour-count">
      <span title={words.shownTitle(side, known)}>{words.shownOf(shown, of)}</span>
      {(isExpanded || more > 0) && (
        <button
          type="button"
          class="icon-button"
          data-expand={direction}
          aria-expanded={isExpanded}
          aria-label={isExpanded ? words.collapse(side, id) : words.expand(side, more, id)}
          title={isExpanded ? words.collapse(side, id) : words.expand(side, more, id)}
          onClick={() => store.lineageActions.toggle(id, direction)}
        >
          <Icon name={isExpanded ? "minus" : "plus"} />
        </button>
      )}
    </span>
  );
};
