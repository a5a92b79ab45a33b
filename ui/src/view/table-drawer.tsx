import type { JSX } from "preact";
import { formatPlural } from "../state/format.ts";
import { useApp } from "./app-context.ts";
import { DatasetTable } from "./dataset-table.tsx";
import { Icon } from "./icons.tsx";

/** The same datasets and edges as the canvas, as a table: ranked, sortable, one selection with it. */
export const TableDrawer = (): JSX.Element => {
  const { store } = useApp();
  const { showTable } = store.view.value;
  return (
    <section class={`drawer ${showTable ? "is-open" : ""}`} aria-label="Table of the lineage">
      <button
        type="button"
        class="drawer-handle"
        aria-expanded={showTable}
        aria-controls="lineage-table"
        title="Table (t)"
        onClick={() => store.navigation.navigate({ showTable: !showTable }, "replace")}
      >
        <Icon name="table" />
        <span>Table</span>
        <span class="muted tabular">{formatPlural(store.rows.value.length, "dataset")}</span>
        <span class="drawer-chevron">
          <Icon name="chevron" />
        </span>
      </button>
      {showTable && (
        <div id="lineage-table" class="drawer-body">
          <DatasetTable />
        </div>
      )}
    </section>
  );
};
