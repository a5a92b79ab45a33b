import type { JSX } from "preact";
import { formatCompact, formatCount } from "../state/format.ts";
import type { TableRow } from "../state/table-rows.ts";
import { vocabularyWords } from "../words/vocabulary-words.ts";
import { useApp } from "./app-context.ts";
import { NodeMark } from "./node-mark.tsx";
import { RowEdges } from "./row-edges.tsx";
import { useGathering } from "./sharing/use-gathering.ts";
import { TimeText } from "./time-text.tsx";
import { Unknown } from "./unknown.tsx";

export interface DatasetRowProps {
  readonly row: TableRow;
}

export const DatasetRow = ({ row }: DatasetRowProps): JSX.Element => {
  const { store } = useApp();
  const { node, incoming } = row;
  const { selection } = store.view.value;
  const isSelected = selection?.kind === "dataset" && selection.id === node.id;
  const listed = () => store.rows.peek().map((one) => one.node.id);
  const gathering = useGathering(node.id, listed);
  const select = (): void => store.navigation.navigate({ selection: { kind: "dataset", id: node.id } });
  return (
    <tr
      data-node={node.id}
      aria-selected={isSelected}
      class={gathering.isChosen ? "is-chosen" : undefined}
      onMouseEnter={() => (store.hovered.value = { kind: "dataset", id: node.id })}
      onMouseLeave={() => (store.hovered.value = undefined)}
    >
      <th scope="row">
        <button
          type="button"
          class="row-select"
          aria-pressed={gathering.isChosen}
          onClick={(event) => gathering.onPress(event) || select()}
          onKeyDown={gathering.onKeyDown}
        >
          <NodeMark dataset={node} />
          <span class="row-select-name">
            {node.owner !== undefined && <span class="muted">{node.owner}/</span>}
            {node.name}
          </span>
        </button>
      </th>
      <td class="is-number tabular">{node.level}</td>
      <td title={node.stateReason}>{vocabularyWords().state[node.state]}</td>
      <td>{node.licence ?? <Unknown />}</td>
      <td class="tabular">
        {node.createdAt === undefined ? <Unknown /> : <TimeText iso={node.createdAt} />}
      </td>
      <td class="is-number tabular">
        {node.downloads === undefined ? (
          <Unknown />
        ) : (
          <span title={formatCount(node.downloads)}>{formatCompact(node.downloads)}</span>
        )}
      </td>
      <td class="is-number tabular">{node.sources}</td>
      <td class="is-number tabular">{node.uses}</td>
      <td>
        <RowEdges edges={incoming} />
      </td>
    </tr>
  );
};
