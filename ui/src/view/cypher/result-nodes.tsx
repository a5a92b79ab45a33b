import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { isDatasetId } from "../../../../schema/id-text.ts";
import type { ShapeNode } from "../../explorer/graph-shape.ts";
import { cypherWords } from "../../words/cypher-words.ts";
import { MarkedText } from "../marked-text.tsx";
import { DatasetChip } from "./dataset-chip.tsx";

const FIRST = 60;

/** The drawn nodes as a list, for who cannot see or reach the drawing. */
export const ResultNodes = ({ nodes }: { readonly nodes: readonly ShapeNode[] }): JSX.Element => {
  const isOpen = useSignal(false);
  const words = cypherWords();
  const shown = isOpen.value ? nodes : nodes.slice(0, FIRST);
  return (
    <section class="result-nodes" aria-label={words.graphNodes}>
      <ul>
        {shown.map((node) => (
          <li key={node.id}>
            <NodeChip node={node} />
          </li>
        ))}
      </ul>
      {nodes.length > FIRST && (
        <button
          type="button"
          class="text-button"
          aria-expanded={isOpen.value}
          onClick={() => (isOpen.value = !isOpen.value)}
        >
          {isOpen.value ? words.less : `${words.more}, ${words.items(nodes.length)}`}
        </button>
      )}
    </section>
  );
};

const NodeChip = ({ node }: { readonly node: ShapeNode }): JSX.Element => {
  const { id } = node;
  const isDataset = node.kind !== "model" && !id.startsWith("node ");
  return isDataset && isDatasetId(id) ? (
    <DatasetChip id={id} kind={node.kind === "benchmark" ? "benchmark" : "dataset"} />
  ) : (
    <span class="cell-chip mono">
      <MarkedText text={node.name} />
    </span>
  );
};
