import type { JSX } from "preact";
import type { RankedCell, RankedDataset } from "../../../../schema/contamination-ranking.ts";
import type { DatasetId } from "../../../../schema/ids.ts";
import { readableId } from "../../state/name-of-id.ts";
import { contaminationPageWords } from "../../words/contamination-page-words.ts";
import { vocabularyWords } from "../../words/vocabulary-words.ts";
import { LevelMark } from "./level-mark.tsx";
import { wayText } from "./way-text.ts";

export interface MatrixRowProps {
  readonly row: RankedDataset;
  readonly index: number;
  readonly columns: readonly DatasetId[];
  /** The column of the cell that the keys are at, when it is in this row. */
  readonly current: number | undefined;
  readonly onTell: (cell: RankedCell) => void;
  readonly onOpen: (column: number, benchmark: DatasetId) => void;
}

export const MatrixRow = ({ row, index, columns, current, onTell, onOpen }: MatrixRowProps): JSX.Element => {
  const cells = new Map(row.cells.map((cell) => [cell.benchmark, cell]));
  return (
    <tr role="row" aria-rowindex={index + 2} data-dataset={row.id}>
      <th scope="row" role="rowheader" class="matrix-name mono" title={row.id}>
        <span>{readableId(row.id)}</span>
      </th>
      {columns.map((benchmark, column) => {
        const cell = cells.get(benchmark);
        const place = { isCurrent: current === column, benchmark };
        return cell === undefined ? (
          <EmptyCell key={benchmark} {...place} />
        ) : (
          <td key={benchmark} role="gridcell" aria-colindex={column + 2}>
            <button
              type="button"
              class="matrix-cell"
              tabIndex={place.isCurrent ? 0 : -1}
              data-current={place.isCurrent}
              data-level={cell.level}
              aria-label={`${benchmark}: ${vocabularyWords().levelName[cell.level]}, ${wayText(cell)}`}
              onFocus={() => onTell(cell)}
              onMouseEnter={() => onTell(cell)}
              onClick={() => onOpen(column, benchmark)}
            >
              <LevelMark level={cell.level} />
            </button>
          </td>
        );
      })}
      <td class="matrix-rest" aria-hidden="true" />
    </tr>
  );
};

const EmptyCell = ({
  benchmark,
  isCurrent,
}: {
  readonly benchmark: DatasetId;
  readonly isCurrent: boolean;
}): JSX.Element => (
  <td
    role="gridcell"
    class="matrix-empty"
    tabIndex={isCurrent ? 0 : -1}
    data-current={isCurrent}
    aria-label={`${benchmark}: ${contaminationPageWords().matrixEmptyCell}`}
  />
);
