import type { JSX } from "preact";
import type { RankingOrder } from "../../../../schema/query-choices.ts";
import type { RankedDataset } from "../../../../schema/contamination-ranking.ts";
import { formatConfidence, formatCount } from "../../state/format.ts";
import { nameOfId, readableId } from "../../state/name-of-id.ts";
import { contaminationPageWords } from "../../words/contamination-page-words.ts";
import { vocabularyWords } from "../../words/vocabulary-words.ts";
import { useContamination } from "./contamination-context.ts";
import { LevelMark } from "./level-mark.tsx";
import { openWay } from "./open-way.ts";
import { useRowWindow } from "./use-row-window.ts";

/** As styles/contamination-ranking.css has it. */
const ROW_PX = 40;
const COLUMNS = ["level", "name", "distance", "confidence", "benchmarks"] as const;

export interface RankingListProps {
  readonly rows: readonly RankedDataset[];
  readonly total: number;
}

/** The datasets by how they stand to the chosen benchmarks; a row opens the way that proves it. */
export const RankingList = ({ rows, total }: RankingListProps): JSX.Element => {
  const words = contaminationPageWords();
  const { box, first, end, above, below } = useRowWindow(rows.length, ROW_PX);
  return (
    <div class="ranking-box" ref={box} tabIndex={-1}>
      <table class="ranking" aria-label={words.listLabel} aria-rowcount={total + 1}>
        <thead>
          <tr>
            {COLUMNS.map((column) => (
              <SortHead key={column} column={column} />
            ))}
            <th scope="col" class="wide-only">
              {words.column.state}
            </th>
          </tr>
        </thead>
        <tbody>
          {above > 0 && <Gap px={above} />}
          {rows.slice(first, end).map((row, at) => (
            <Row key={row.id} row={row} index={first + at} />
          ))}
          {below > 0 && <Gap px={below} />}
        </tbody>
      </table>
    </div>
  );
};

export const Gap = ({ px }: { readonly px: number }): JSX.Element => (
  <tr aria-hidden="true" style={{ height: `${px}px` }} />
);

const SortHead = ({ column }: { readonly column: RankingOrder }): JSX.Element => {
  const words = contaminationPageWords();
  const { view, change } = useContamination();
  const isSorted = view.value.ranking.order === column;
  const direction = column === "confidence" || column === "benchmarks" ? "descending" : "ascending";
  return (
    <th scope="col" class={`ranking-${column}`} aria-sort={isSorted ? direction : "none"}>
      <button
        type="button"
        class="sort-button"
        title={words.sortBy(words.column[column])}
        onClick={() => change({ order: column })}
      >
        {words.column[column]}{" "}
        {isSorted && <span aria-hidden="true">{direction === "ascending" ? "↑" : "↓"}</span>}
      </button>
    </th>
  );
};

const Row = ({ row, index }: { readonly row: RankedDataset; readonly index: number }): JSX.Element => {
  const words = contaminationPageWords();
  const store = useContamination();
  const isOpen = store.opened.value === row.id;
  const open = (): void => openWay(store, row, row.cells[0]?.benchmark);
  return (
    <tr class={isOpen ? "is-selected" : ""} aria-rowindex={index + 2} data-dataset={row.id} onClick={open}>
      <td class="ranking-level-cell" title={words.levelWords[row.level]}>
        <LevelMark level={row.level} />{" "}
        <span class="level-word">{vocabularyWords().levelName[row.level]}</span>
      </td>
      <th scope="row">
        <button type="button" class="ranking-name mono" title={row.id} aria-expanded={isOpen}>
          {readableId(row.id)}
        </button>
      </th>
      <td class="tabular" title={words.steps(row.distance)}>
        {formatCount(row.distance)}
      </td>
      <td class="tabular">{formatConfidence(row.confidence)}</td>
      <td class="ranking-benchmarks" title={row.cells.map(({ benchmark }) => benchmark).join("\n")}>
        <span class="tabular">{formatCount(row.cells.length)}</span>{" "}
        <span class="muted">
          {row.cells
            .slice(0, 2)
            .map(({ benchmark }) => nameOfId(benchmark))
            .join(", ")}
        </span>
      </td>
      <td class="muted wide-only">{vocabularyWords().state[row.state]}</td>
    </tr>
  );
};
