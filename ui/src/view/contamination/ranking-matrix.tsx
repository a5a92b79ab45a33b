import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import type { RankedCell, RankedDataset } from "../../../../schema/contamination-ranking.ts";
import type { DatasetId } from "../../../../schema/ids.ts";
import { nameOfId } from "../../state/name-of-id.ts";
import { contaminationPageWords } from "../../words/contamination-page-words.ts";
import { vocabularyWords } from "../../words/vocabulary-words.ts";
import { useContamination } from "./contamination-context.ts";
import { MatrixRow } from "./matrix-row.tsx";
import { openWay } from "./open-way.ts";
import { Gap } from "./ranking-list.tsx";
import { useGridPlace } from "./use-grid-place.ts";
import { useRowWindow } from "./use-row-window.ts";
import { wayText } from "./way-text.ts";

/** As styles/contamination-matrix.css has it. */
const ROW_PX = 34;

export interface RankingMatrixProps {
  readonly rows: readonly RankedDataset[];
  readonly columns: readonly DatasetId[];
  readonly total: number;
}

/** Datasets by benchmarks: one place in the order of tabs, arrows within, and what the pointer is on said below. */
export const RankingMatrix = ({ rows, columns, total }: RankingMatrixProps): JSX.Element => {
  const words = contaminationPageWords();
  const store = useContamination();
  const window = useRowWindow(rows.length, ROW_PX);
  const told = useSignal("");
  const { at, goTo, onKeyDown } = useGridPlace(window, { rows: rows.length, columns: columns.length });
  return (
    <>
      <div class="ranking-box" ref={window.box} tabIndex={-1}>
        <table
          class="matrix"
          role="grid"
          aria-label={words.matrixLabel}
          aria-describedby="matrix-help"
          aria-rowcount={total + 1}
          aria-colcount={columns.length + 1}
          onKeyDown={onKeyDown}
        >
          <MatrixHead columns={columns} />
          <tbody>
            {window.above > 0 && <Gap px={window.above} />}
            {rows.slice(window.first, window.end).map((row, offset) => (
              <MatrixRow
                key={row.id}
                row={row}
                index={window.first + offset}
                columns={columns}
                current={at.row === window.first + offset ? at.column : undefined}
                onTell={(cell) => (told.value = cellText(row, cell))}
                onOpen={(column, benchmark) => {
                  goTo({ row: window.first + offset, column });
                  openWay(store, row, benchmark);
                }}
              />
            ))}
            {window.below > 0 && <Gap px={window.below} />}
          </tbody>
        </table>
      </div>
      <p id="matrix-help" class="matrix-told">
        {told.value === "" ? words.matrixHelp : told.value}
      </p>
    </>
  );
};

const MatrixHead = ({ columns }: { readonly columns: readonly DatasetId[] }): JSX.Element => (
  <thead>
    <tr role="row">
      <th scope="col" role="columnheader" class="matrix-corner">
        {contaminationPageWords().column.name}
      </th>
      {columns.map((id) => (
        <th key={id} scope="col" role="columnheader" class="matrix-column" title={id}>
          <span>{nameOfId(id)}</span>
        </th>
      ))}
      <th class="matrix-rest" aria-hidden="true" />
    </tr>
  </thead>
);

export const cellText = (row: RankedDataset, cell: RankedCell): string =>
  contaminationPageWords().cell({
    dataset: row.id,
    benchmark: cell.benchmark,
    level: vocabularyWords().levelName[cell.level],
    way: wayText(cell),
  });
