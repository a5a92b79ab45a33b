import type { JSX } from "preact";
import { formatCompact, formatConfidence, formatCount } from "../state/format.ts";
import type { TableColumn, TableRow } from "../state/table-rows.ts";
import { sharingWords } from "../words/sharing-words.ts";
import { tableWords } from "../words/table-words.ts";
import { vocabularyWords } from "../words/vocabulary-words.ts";
import { useApp } from "./app-context.ts";
import { NeighbourCount } from "./neighbour-count.tsx";
import { NodeMark } from "./node-mark.tsx";
import { OwnedName } from "./owned-name.tsx";
import { RowMarks } from "./row-marks.tsx";
import { useGathering } from "./sharing/use-gathering.ts";
import { TimeText } from "./time-text.tsx";
import { Unknown } from "./unknown.tsx";

export interface DatasetCellProps {
  readonly column: TableColumn;
  readonly row: TableRow;
}

export const DatasetCell = ({ column, row }: DatasetCellProps): JSX.Element => {
  const { node, confidence, counts } = row;
  const words = tableWords();
  switch (column) {
    case "name":
      return <NameCell row={row} />;
    case "level":
      return <td class="is-number tabular">{words.level(node.level)}</td>;
    case "contamination":
      return (
        <td>
          <RowMarks marks={node.marks} />
        </td>
      );
    case "confidence":
      return (
        <td class="is-number tabular">
          {confidence === undefined ? (
            <span class="muted" title={words.noConfidence}>
              {node.target ? "" : "·"}
            </span>
          ) : (
            formatConfidence(confidence)
          )}
        </td>
      );
    case "sources":
    case "uses":
      return (
        <td class="is-number tabular">
          <NeighbourCount id={node.id} side={column} count={counts?.[column]} total={node[column]} />
        </td>
      );
    case "downloads":
      return (
        <td class="is-number tabular">
          {node.downloads === undefined ? (
            <Unknown />
          ) : (
            <span title={formatCount(node.downloads)}>{formatCompact(node.downloads)}</span>
          )}
        </td>
      );
    case "created":
      return (
        <td class="tabular">
          {node.createdAt === undefined ? <Unknown /> : <TimeText iso={node.createdAt} />}
        </td>
      );
    case "licence":
      return <td>{node.licence ?? <Unknown />}</td>;
    case "state":
      return <td title={node.stateReason}>{vocabularyWords().state[node.state]}</td>;
    default:
      return column satisfies never;
  }
};

const NameCell = ({ row: { node } }: { readonly row: TableRow }): JSX.Element => {
  const { store } = useApp();
  const words = tableWords();
  const gathering = useGathering(node.id, () => store.table.rows.peek().map((row) => row.node.id));
  const select = (): void => store.navigation.navigate({ selection: { kind: "dataset", id: node.id } });
  return (
    <th scope="row" class={gathering.isChosen ? "is-chosen" : ""}>
      <button
        type="button"
        class="row-select"
        aria-pressed={gathering.isChosen}
        title={sharingWords().chosen.hint}
        onClick={(event) => gathering.onPress(event) || select()}
        onKeyDown={gathering.onKeyDown}
      >
        <NodeMark dataset={node} />
        <OwnedName dataset={node} class="row-select-name" />
        {node.target && <span class="chip">{words.target}</span>}
      </button>
    </th>
  );
};
