import type { JSX } from "preact";
import { TABLE_COLUMNS, type TableColumn } from "../state/table-rows.ts";
import { useApp } from "./app-context.ts";
import { DatasetRow } from "./dataset-row.tsx";

const HEADS = {
  name: ["Dataset", "Owner and name"],
  level: ["Level", "Levels from the root along the shortest way"],
  state: ["State", "What is known of it"],
  licence: ["Licence", "As its registry gives it"],
  created: ["Created", "Date on its registry"],
  downloads: ["Downloads", "As its registry counts them"],
  sources: ["Sources", "Accepted and flagged edges to what it was built from"],
  uses: ["Uses", "Accepted and flagged edges from what was built from it"],
} satisfies Record<TableColumn, readonly [string, string]>;

export const DatasetTable = (): JSX.Element => {
  const { store } = useApp();
  const sort = store.sort.value;
  const sortBy = (column: TableColumn): void => {
    store.sort.value = { column, descending: sort.column === column ? !sort.descending : isNumber(column) };
  };
  return (
    <table class="table">
      <caption class="visually-hidden">
        Datasets of the shown lineage, with the edges that lead to them
      </caption>
      <thead>
        <tr>
          {TABLE_COLUMNS.map((column) => (
            <th
              key={column}
              scope="col"
              class={isNumber(column) ? "is-number" : ""}
              aria-sort={sort.column !== column ? "none" : sort.descending ? "descending" : "ascending"}
            >
              <button type="button" title={HEADS[column][1]} onClick={() => sortBy(column)}>
                {HEADS[column][0]}
                <span class="sort-sign" aria-hidden="true">
                  {sort.column === column ? (sort.descending ? "↓" : "↑") : ""}
                </span>
              </button>
            </th>
          ))}
          <th scope="col">Source of</th>
        </tr>
      </thead>
      <tbody>
        {store.rows.value.map((row) => (
          <DatasetRow key={row.node.id} row={row} />
        ))}
      </tbody>
    </table>
  );
};

const isNumber = (column: TableColumn): boolean =>
  column === "downloads" || column === "sources" || column === "uses" || column === "level";
