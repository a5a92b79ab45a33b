import { useComputed, useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { useEffect } from "preact/hooks";
import { ROW_ORDERS, type RowOrder, sortRows } from "../../state/whole-graph/sort-rows.ts";
import { graphWords } from "../../words/graph-words.ts";
import { GraphListRow } from "./graph-list-row.tsx";
import type { GraphPart } from "./graph-part.ts";
import { nameOfRow } from "./group-name.ts";

/** Rows that are built at once: thousands would keep the page busy. */
const ROWS_AT_ONCE = 60;

/** The same as the canvas for whoever does not see it, and a ranking for everyone. */
export const GraphList = ({ store }: GraphPart): JSX.Element => {
  const words = graphWords();
  const order = useSignal<RowOrder>("size");
  const shown = useSignal(ROWS_AT_ONCE);
  const sorted = useComputed(() => sortRows(store.rows.value ?? [], order.value, nameOfRow));
  const found = useComputed(() => {
    const wanted = store.search.value.trim().toLowerCase();
    return wanted === ""
      ? sorted.value
      : sorted.value.filter((row) => nameOfRow(row).toLowerCase().includes(wanted));
  });
  useEffect(() => {
    shown.value = ROWS_AT_ONCE;
    store.search.value = "";
  }, [store.placeKey.value]);
  const left = found.value.length - shown.value;
  return (
    <section class="graph-list" aria-label={words.list}>
      <div class="graph-list-head">
        <input
          type="search"
          class="field"
          aria-label={words.search}
          placeholder={words.search}
          value={store.search.value}
          onInput={({ currentTarget }) => (store.search.value = currentTarget.value)}
        />
        <select
          class="field"
          aria-label={words.order}
          value={order.value}
          onChange={({ currentTarget }) =>
            (order.value = ROW_ORDERS.find((one) => one === currentTarget.value) ?? "size")
          }
        >
          {ROW_ORDERS.map((one) => (
            <option key={one} value={one}>
              {words.orderBy[one]}
            </option>
          ))}
        </select>
        <span class="muted tabular" role="status">
          {words.found(found.value.length, store.all.value?.length ?? 0)}
        </span>
      </div>
      <ol class="graph-rows">
        {found.value.slice(0, shown.value).map((row) => (
          <GraphListRow key={row.key} store={store} row={row} />
        ))}
      </ol>
      {left > 0 && (
        <button type="button" class="button quiet graph-more" onClick={() => (shown.value += ROWS_AT_ONCE)}>
          {words.more(Math.min(left, ROWS_AT_ONCE))}
        </button>
      )}
    </section>
  );
};
