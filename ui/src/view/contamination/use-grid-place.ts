import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { type GridPlace, type GridSize, moveInGrid } from "../../state/contamination/move-in-grid.ts";
import type { RowWindow } from "./use-row-window.ts";

export interface KeyedGrid {
  /** The one cell that tabs stop at. */
  readonly at: GridPlace;
  goTo(place: GridPlace): void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

/** Arrows move the focus from cell to cell, also to rows that are drawn only then. The cell carries data-current="true". */
export const useGridPlace = ({ box, reveal, first, end }: RowWindow, size: GridSize): KeyedGrid => {
  const place = useSignal<GridPlace>({ row: 0, column: 0 });
  const moves = useSignal(0);
  const at = {
    row: Math.max(0, Math.min(place.value.row, size.rows - 1)),
    column: Math.max(0, Math.min(place.value.column, size.columns - 1)),
  };
  useEffect(() => {
    if (moves.value > 0) box.current?.querySelector<HTMLElement>('[data-current="true"]')?.focus();
  }, [moves.value, first, end]);
  return {
    at,
    goTo: (next) => (place.value = next),
    onKeyDown: (event) => {
      const next = moveInGrid(at, event, size);
      if (next === undefined) return;
      event.preventDefault();
      event.stopPropagation();
      place.value = next;
      reveal(next.row);
      moves.value += 1;
    },
  };
};
