import { useComputed, useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { useRef } from "preact/hooks";
import type { CypherAnswer } from "../../../../schema/cypher.ts";
import { type ColumnSort, nextSort, sortRows } from "../../state/cypher/sort-rows.ts";
import { cypherWords } from "../../words/cypher-words.ts";
import { Icon } from "../icons.tsx";
import { MarkedText } from "../marked-text.tsx";
import { ResultCell } from "./result-cell.tsx";
import { TablePager } from "./table-pager.tsx";

const PAGE_ROWS = 100;

/** The rows, a page of them at a time, sortable by every column. */
export const ResultTable = ({ answer }: { readonly answer: CypherAnswer }): JSX.Element => {
  const sort = useSignal<ColumnSort | undefined>(undefined);
  const first = useSignal(0);
  const scroll = useRef<HTMLDivElement>(null);
  const sorted = useComputed(() => sortRows(answer.rows, sort.value));
  const shown = sorted.value.slice(first.value, first.value + PAGE_ROWS);
  const go = (to: number): void => {
    first.value = to;
    scroll.current?.scrollTo({ top: 0 });
  };
  return (
    <>
      <div
        ref={scroll}
        class="cypher-table-scroll"
        tabIndex={0}
        role="region"
        aria-label={cypherWords().result.table}
      >
        <table class="cypher-table" aria-rowcount={answer.rows.length}>
          <thead>
            <tr>
              <th scope="col" class="muted">
                <span class="visually-hidden">{cypherWords().rowNumber}</span>
              </th>
              {answer.columns.map((column, index) => (
                <ColumnHead
                  key={column}
                  column={column}
                  order={sort.value?.column === index ? sort.value.order : undefined}
                  onSort={() => {
                    sort.value = nextSort(sort.value, index);
                    go(0);
                  }}
                />
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((row, index) => (
              <tr key={first.value + index}>
                <td class="muted tabular">{first.value + index + 1}</td>
                {answer.columns.map((column, at) => (
                  <td key={column} class={typeof row[at] === "number" ? "cell-number" : ""}>
                    <ResultCell column={column} value={row[at]} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <TablePager first={first.value} size={PAGE_ROWS} all={answer.rows.length} onGo={go} />
    </>
  );
};

interface ColumnHeadProps {
  readonly column: string;
  readonly order: ColumnSort["order"] | undefined;
  readonly onSort: () => void;
}

const SORT_WORDS = { up: "ascending", down: "descending" } as const;

const ColumnHead = ({ column, order, onSort }: ColumnHeadProps): JSX.Element => (
  <th scope="col" aria-sort={order === undefined ? "none" : SORT_WORDS[order]}>
    <button type="button" title={cypherWords().sortBy(column)} onClick={onSort}>
      <MarkedText text={column} />
      {order !== undefined && <Icon name={order} />}
    </button>
  </th>
);
