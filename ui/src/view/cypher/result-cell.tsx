import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import {
  datasetInColumn,
  datasetOf,
  nameOf,
  type ResultNode,
  textOf,
  toResultValue,
} from "../../state/cypher/result-value.ts";
import { cypherWords } from "../../words/cypher-words.ts";
import { MarkedText } from "../marked-text.tsx";
import { DatasetChip } from "./dataset-chip.tsx";

export interface ResultCellProps {
  readonly column: string;
  readonly value: unknown;
}

const SHORT_CHARACTERS = 140;
const SHORT_ITEMS = 6;

/** One value, by what it is. Long ones are cut until somebody asks for all. */
export const ResultCell = ({ column, value }: ResultCellProps): JSX.Element => {
  const known = toResultValue(value);
  switch (known.kind) {
    case "null":
      return <span class="cell-null">null</span>;
    case "number":
      return <span class="tabular">{String(known.number)}</span>;
    case "boolean":
      return <span class="mono">{String(known.boolean)}</span>;
    case "text":
      return <TextCell column={column} text={known.text} />;
    case "node":
      return <NodeCell node={known} />;
    case "relationship":
      return (
        <details class="cell-entity">
          <summary>
            <span class="cell-relationship mono">:{known.type}</span>
          </summary>
          <Properties entries={Object.entries(known.properties)} />
        </details>
      );
    case "path":
      return <ListCell column={column} items={known.nodes} separator=" → " />;
    case "list":
      return <ListCell column={column} items={known.items} separator=", " />;
    case "map":
      return <Properties entries={known.entries} />;
  }
};

const TextCell = ({ column, text }: { readonly column: string; readonly text: string }): JSX.Element => {
  const isOpen = useSignal(false);
  const dataset = datasetInColumn(column, text);
  if (dataset !== undefined) return <DatasetChip id={dataset} kind="dataset" />;
  const isLong = text.length > SHORT_CHARACTERS;
  return (
    <span class="cell-text">
      <MarkedText text={isLong && !isOpen.value ? `${text.slice(0, SHORT_CHARACTERS)}…` : text} />
      {isLong && <MoreButton isOpen={isOpen.value} onPress={() => (isOpen.value = !isOpen.value)} />}
    </span>
  );
};

const NodeCell = ({ node }: { readonly node: ResultNode }): JSX.Element => {
  const dataset = datasetOf(node);
  const kind = node.labels.includes("Benchmark") ? "benchmark" : "dataset";
  return (
    <span class="cell-node">
      {dataset === undefined ? (
        <span class="cell-chip mono" title={node.labels.join(", ")}>
          <MarkedText text={nameOf(node)} />
        </span>
      ) : (
        <DatasetChip id={dataset} kind={kind} />
      )}
      <details class="cell-entity">
        <summary class="muted">
          :{node.labels.join(":")}{" "}
          <span class="visually-hidden">{`${cypherWords().more}: ${nameOf(node)}`}</span>
        </summary>
        <Properties entries={Object.entries(node.properties)} />
      </details>
    </span>
  );
};

interface ListCellProps {
  readonly column: string;
  readonly items: readonly unknown[];
  readonly separator: string;
}

const ListCell = ({ column, items, separator }: ListCellProps): JSX.Element => {
  const isOpen = useSignal(false);
  const isLong = items.length > SHORT_ITEMS;
  const shown = isLong && !isOpen.value ? items.slice(0, SHORT_ITEMS) : items;
  return (
    <span class="cell-list">
      {items.length === 0 && <span class="muted">[]</span>}
      {shown.map((item, index) => (
        <span key={index}>
          {index > 0 && <span class="muted">{separator}</span>}
          <ListItem column={column} value={item} />
        </span>
      ))}
      {isLong && (
        <MoreButton
          isOpen={isOpen.value}
          count={items.length}
          onPress={() => (isOpen.value = !isOpen.value)}
        />
      )}
    </span>
  );
};

const ListItem = ({ column, value }: ResultCellProps): JSX.Element => {
  const known = toResultValue(value);
  const dataset =
    known.kind === "node"
      ? datasetOf(known)
      : known.kind === "text"
        ? datasetInColumn(column, known.text)
        : undefined;
  return dataset === undefined ? (
    <MarkedText text={textOf(value)} />
  ) : (
    <DatasetChip id={dataset} kind="dataset" />
  );
};

const Properties = ({
  entries,
}: {
  readonly entries: readonly (readonly [string, unknown])[];
}): JSX.Element => (
  <dl class="cell-properties">
    {entries.map(([name, value]) => (
      <div key={name}>
        <dt class="mono muted">
          <MarkedText text={name} />
        </dt>
        <dd>
          <TextCell column="" text={textOf(value)} />
        </dd>
      </div>
    ))}
  </dl>
);

interface MoreButtonProps {
  readonly isOpen: boolean;
  readonly count?: number;
  readonly onPress: () => void;
}

const MoreButton = ({ isOpen, count, onPress }: MoreButtonProps): JSX.Element => {
  const words = cypherWords();
  return (
    <button type="button" class="text-button cell-more" aria-expanded={isOpen} onClick={onPress}>
      {isOpen ? words.less : count === undefined ? words.more : `${words.more}, ${words.items(count)}`}
    </button>
  );
};
