import { useComputed } from "@preact/signals";
import type { JSX } from "preact";
import type { TableColumn, TableRow } from "../state/table-rows.ts";
import { useApp } from "./app-context.ts";
import { DatasetCell } from "./dataset-cell.tsx";
import { RowEdges } from "./row-edges.tsx";

export interface DatasetRowProps {
  readonly row: TableRow;
  readonly columns: readonly TableColumn[];
  /** In the whole table, from 0. */
  readonly index: number;
  /** In pixels. */
  readonly height: number;
}

export const DatasetRow = ({ row, columns, index, height }: DatasetRowProps): JSX.Element => {
  const { store } = useApp();
  const { node, incoming } = row;
  const isSelected = useComputed(() => {
    const { selection } = store.view.value;
    return selection?.kind === "dataset" && selection.id === node.id;
  });
  // Computed, so that a pointer on its way over the canvas renders two rows and not all.
  const isHovered = useComputed(() => {
    const hovered = store.hovered.value;
    return hovered?.kind === "dataset" && hovered.id === node.id;
  });
  return (
    <tr
      data-node={node.id}
      class={isHovered.value ? "is-hovered" : ""}
      style={{ height: `${height}px` }}
      aria-rowindex={index + 2}
      aria-selected={isSelected.value}
      onMouseEnter={() => (store.hovered.value = { kind: "dataset", id: node.id })}
      onMouseLeave={() => (store.hovered.value = undefined)}
    >
      {columns.map((column) => (
        <DatasetCell key={column} column={column} row={row} />
      ))}
      <td>
        <RowEdges edges={incoming} />
      </td>
    </tr>
  );
};
