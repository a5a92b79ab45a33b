import type { JSX } from "preact";
import type { TableColumn } from "../state/table-rows.ts";
import { tableWords } from "../words/table-words.ts";
import { useApp } from "./app-context.ts";

export interface TableHeadProps {
  readonly columns: readonly TableColumn[];
}

export const TableHead = ({ columns }: TableHeadProps): JSX.Element => {
  const { sort } = useApp().store.table;
  const words = tableWords();
  const { column: sorted, descending } = sort.value;
  const sortBy = (column: TableColumn): void => {
    sort.value = { column, descending: sorted === column ? !descending : startsDescending(column) };
  };
  return (
    <thead>
      <tr>
        {columns.map((column) => (
          <th
            key={column}
            scope="col"
            class={isNumber(column) ? "is-number" : ""}
            aria-sort={sorted !== column ? "none" : descending ? "descending" : "ascending"}
          >
            <button type="button" title={words.head[column][1]} onClick={() => sortBy(column)}>
              {words.head[column][0]}
              <span class="sort-sign" aria-hidden="true">
                {sorted === column ? (descending ? "↓" : "↑") : ""}
              </span>
            </button>
          </th>
        ))}
        <th scope="col">{words.incoming}</th>
      </tr>
    </thead>
  );
};

const NUMBERS: ReadonlySet<TableColumn> = new Set(["level", "confidence", "downloads", "sources", "uses"]);

export const isNumber = (column: TableColumn): boolean => NUMBERS.has(column);

/** Much, contaminated and new come first; near, sure and named from the start of the alphabet. */
const startsDescending = (column: TableColumn): boolean =>
  column === "downloads" ||
  column === "sources" ||
  column === "uses" ||
  column === "contamination" ||
  column === "created";
