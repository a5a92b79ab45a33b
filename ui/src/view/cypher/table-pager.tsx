import type { JSX } from "preact";
import { formatCount } from "../../state/format.ts";
import { cypherWords } from "../../words/cypher-words.ts";

export interface TablePagerProps {
  readonly first: number;
  readonly size: number;
  readonly all: number;
  readonly onGo: (first: number) => void;
}

export const TablePager = ({ first, size, all, onGo }: TablePagerProps): JSX.Element | null => {
  const words = cypherWords();
  if (all <= size) return null;
  const last = Math.min(all, first + size);
  return (
    <div class="table-pager">
      <button type="button" class="button quiet" disabled={first === 0} onClick={() => onGo(first - size)}>
        {words.previous}
      </button>
      <span class="tabular" role="status">
        {words.page(formatCount(first + 1), formatCount(last), formatCount(all))}
      </span>
      <button type="button" class="button quiet" disabled={last === all} onClick={() => onGo(first + size)}>
        {words.next}
      </button>
    </div>
  );
};
