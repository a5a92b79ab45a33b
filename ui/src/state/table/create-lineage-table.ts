import { computed, signal, type ReadonlySignal, type Signal } from "@preact/signals";
import type { ShownLineage } from "../shown-lineage.ts";
import type { ShownOf } from "../lineage/shown-counts.ts";
import type { ViewState } from "../view-state.ts";
import {
  DEFAULT_SORT,
  rowsOfSide,
  sortRows,
  type TableColumn,
  type TableRow,
  type TableSide,
  type TableSort,
  toTableRows,
} from "../table-rows.ts";

export interface LineageTable {
  readonly sort: Signal<TableSort>;
  /** Only with both directions is there anything to part. */
  readonly side: Signal<TableSide>;
  readonly hiddenColumns: Signal<ReadonlySet<TableColumn>>;
  readonly rows: ReadonlySignal<readonly TableRow[]>;
  /** Datasets of each tab. */
  readonly sizes: ReadonlySignal<Readonly<Record<TableSide, number>>>;
}

interface TableDependencies {
  readonly view: ReadonlySignal<Pick<ViewState, "direction">>;
  readonly shown: ReadonlySignal<ShownLineage | undefined>;
  readonly counts: ReadonlySignal<ReadonlyMap<string, ShownOf>>;
}

/** The shown lineage as a table, sorted by one column at a time. */
export const createLineageTable = ({ view, shown, counts }: TableDependencies): LineageTable => {
  const sort = signal(DEFAULT_SORT);
  const side = signal<TableSide>("all");
  // What does not depend on the order is found once: a click on a head only sorts.
  const all = computed(() =>
    shown.value === undefined ? [] : toTableRows(shown.value, DEFAULT_SORT, counts.value),
  );
  return {
    sort,
    side,
    hiddenColumns: signal<ReadonlySet<TableColumn>>(new Set()),
    rows: computed(() => {
      const wanted = view.value.direction === "both" ? side.value : "all";
      return sortRows(rowsOfSide(all.value, wanted), sort.value);
    }),
    sizes: computed(() => ({
      all: all.value.length,
      prior: rowsOfSide(all.value, "prior").length,
      derived: rowsOfSide(all.value, "derived").length,
    })),
  };
};
