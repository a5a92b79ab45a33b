import type { JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { TABLE_COLUMNS } from "../state/table-rows.ts";
import { tableWords } from "../words/table-words.ts";
import { useApp } from "./app-context.ts";
import { DatasetRow } from "./dataset-row.tsx";
import { TableHead } from "./table-head.tsx";
import { useRowKeys } from "./use-row-keys.ts";
import { useRowWindow } from "./use-row-window.ts";

/** The rows that are in sight; the rest is empty height above and below. */
export const DatasetTable = (): JSX.Element => {
  const { store } = useApp();
  const words = tableWords();
  const box = useRef<HTMLDivElement>(null);
  const rows = store.table.rows.value;
  const { start, end, rowHeight, reveal } = useRowWindow(box, rows.length);
  const columns = TABLE_COLUMNS.filter((column) => !store.table.hiddenColumns.value.has(column));
  const { selection } = store.view.value;
  const selected = selection?.kind === "dataset" ? selection.id : undefined;
  const onKeyDown = useRowKeys({ box, reveal, page: Math.max(1, end - start - 20) });
  // What was selected elsewhere comes into sight here.
  useEffect(() => {
    const at = selected === undefined ? -1 : rows.findIndex(({ node }) => node.id === selected);
    if (at >= 0) reveal(at);
  }, [selected]);
  return (
    <div ref={box} class="drawer-body" id="lineage-table" onKeyDown={onKeyDown}>
      {rows.length === 0 ? (
        <p class="muted empty">{words.empty}</p>
      ) : (
        <table class="table" aria-rowcount={rows.length + 1}>
          <caption class="visually-hidden">{words.caption}</caption>
          <TableHead columns={columns} />
          <tbody>
            <Gap height={start * rowHeight} />
            {rows.slice(start, end).map((row, at) => (
              <DatasetRow
                key={row.node.id}
                row={row}
                columns={columns}
                index={start + at}
                height={rowHeight}
              />
            ))}
            <Gap height={(rows.length - end) * rowHeight} />
          </tbody>
        </table>
      )}
    </div>
  );
};

const Gap = ({ height }: { readonly height: number }): JSX.Element | null =>
  height <= 0 ? null : (
    <tr aria-hidden="true" class="row-gap">
      <td style={{ height: `${height}px` }} />
    </tr>
  );
