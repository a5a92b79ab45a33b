import type { JSX } from "preact";
import { gather } from "../state/chosen.ts";
import { formatCount } from "../state/format.ts";
import { TABLE_COLUMNS, TABLE_SIDES, type TableColumn } from "../state/table-rows.ts";
import { sharingWords } from "../words/sharing-words.ts";
import { tableWords } from "../words/table-words.ts";
import { useApp } from "./app-context.ts";

/** Which datasets and which columns the table has. */
export const TableTools = (): JSX.Element => {
  const { table, view, navigation } = useApp().store;
  const words = tableWords();
  const gathering = sharingWords().chosen;
  return (
    <div class="table-tools">
      {view.value.direction === "both" && (
        <div class="segmented" role="group" aria-label={words.sides}>
          {TABLE_SIDES.map((side) => (
            <button
              key={side}
              type="button"
              aria-pressed={table.side.value === side}
              title={words.side[side][1]}
              onClick={() => (table.side.value = side)}
            >
              {words.side[side][0]} <span class="muted tabular">{formatCount(table.sizes.value[side])}</span>
            </button>
          ))}
        </div>
      )}
      <button
        type="button"
        class="button quiet"
        title={gathering.allTitle}
        onClick={() =>
          navigation.navigate(
            gather(
              view.peek(),
              table.rows.peek().map(({ node }) => node.id),
            ),
          )
        }
      >
        {gathering.all}
      </button>
      <details class="columns">
        <summary class="button quiet">{words.columns}</summary>
        <div class="columns-list">
          {TABLE_COLUMNS.filter((column) => column !== "name").map((column) => (
            <ColumnChoice key={column} column={column} />
          ))}
        </div>
      </details>
    </div>
  );
};

const ColumnChoice = ({ column }: { readonly column: TableColumn }): JSX.Element => {
  const { hiddenColumns } = useApp().store.table;
  const isShown = !hiddenColumns.value.has(column);
  const toggle = (): void => {
    const next = new Set(hiddenColumns.peek());
    if (isShown) next.add(column);
    else next.delete(column);
    hiddenColumns.value = next;
  };
  return (
    <label class="column-choice">
      <input type="checkbox" checked={isShown} onChange={toggle} /> {tableWords().head[column][0]}
    </label>
  );
};
