import type { JSX } from "preact";
import { FLAG_LEVELS, type FlagLevel } from "../../../../schema/graph-group.ts";
import { CONTAMINATED_LEVELS } from "../../../../schema/contamination-level.ts";
import { formatCount, formatDate } from "../../state/format.ts";
import type { DatasetRow, GraphRow, GroupRow } from "../../state/whole-graph/graph-rows.ts";
import { graphWords } from "../../words/graph-words.ts";
import { vocabularyWords } from "../../words/vocabulary-words.ts";

/** One line of what is known of a mark: the same that the canvas says by size, form and ring. */
export const RowFacts = ({ row }: { readonly row: GraphRow }): JSX.Element =>
  row.row === "group" ? <GroupFacts row={row} /> : <DatasetFacts row={row} />;

const GroupFacts = ({ row }: { readonly row: GroupRow }): JSX.Element => {
  const words = graphWords();
  const { group, contaminated, sources, uses } = row;
  const levels = FLAG_LEVELS.flatMap((level) => {
    const count = group.levels[level];
    return count === undefined ? [] : [`${vocabularyWords().levelName[level]}: ${formatCount(count)}`];
  });
  return (
    <p class="graph-facts muted tabular">
      <span>{words.datasets(group.datasets)}</span>
      {group.benchmarks > 0 && <span>{words.benchmarks(group.benchmarks)}</span>}
      <span class={contaminated > 0 ? "is-rubric" : ""} title={levels.join(", ")}>
        {contaminated > 0 ? words.contaminated(contaminated) : words.clean}
      </span>
      <span>{words.flows(sources, uses)}</span>
      {group.innerEdges > 0 && <span>{words.inner(group.innerEdges)}</span>}
    </p>
  );
};

const DatasetFacts = ({ row }: { readonly row: DatasetRow }): JSX.Element => {
  const words = graphWords();
  const names = vocabularyWords();
  const domains =
    row.domains.length === 0 ? [names.domain.unknown] : row.domains.map((one) => names.domain[one]);
  return (
    <p class="graph-facts muted tabular">
      <span>{names.kind[row.kind]}</span>
      <span>{names.state[row.state]}</span>
      <span>{domains.join(", ")}</span>
      <span>{words.flows(row.sources, row.uses)}</span>
      {row.level !== "none" && (
        <span class={isContaminated(row.level) ? "is-rubric" : ""}>{names.levelName[row.level]}</span>
      )}
      {row.licence !== undefined && <bdi>{row.licence}</bdi>}
      {row.createdOn !== undefined && <span>{formatDate(row.createdOn)}</span>}
    </p>
  );
};

const isContaminated = (level: FlagLevel): boolean => CONTAMINATED_LEVELS.some((one) => one === level);
