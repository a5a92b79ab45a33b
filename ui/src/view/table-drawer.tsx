import type { JSX } from "preact";
import { tableWords } from "../words/table-words.ts";
import { useApp } from "./app-context.ts";
import { DatasetTable } from "./dataset-table.tsx";
import { Icon } from "./icons.tsx";
import { TableTools } from "./table-tools.tsx";

/** The same datasets and edges as the canvas, as a table: ranked, sortable, one selection with it. */
export const TableDrawer = (): JSX.Element => {
  const { store } = useApp();
  const { showTable } = store.view.value;
  const words = tableWords();
  return (
    <section class={`drawer ${showTable ? "is-open" : ""}`} aria-label={words.region}>
      <div class="drawer-head">
        <button
          type="button"
          class="drawer-handle"
          aria-expanded={showTable}
          aria-controls="lineage-table"
          title={words.title}
          onClick={() => store.navigation.navigate({ showTable: !showTable }, "replace")}
        >
          <Icon name="table" />
          <span>{words.table}</span>
          <span class="muted tabular">{words.datasets(store.table.rows.value.length)}</span>
          <span class="drawer-chevron">
            <Icon name="chevron" />
          </span>
        </button>
        {showTable && <TableTools />}
      </div>
      {showTable && <DatasetTable />}
    </section>
  );
};
