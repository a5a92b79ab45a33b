import type { JSX } from "preact";
import type { Edge } from "../../../schema/edge.ts";
import { formatConfidence } from "../state/format.ts";
import { datasetWords } from "../words/dataset-words.ts";
import { vocabularyWords } from "../words/vocabulary-words.ts";
import { useApp } from "./app-context.ts";
import { NameText } from "./name-text.tsx";

export interface EdgeRowProps {
  readonly edge: Edge;
  readonly name: string;
}

export const EdgeRow = ({ edge, name }: EdgeRowProps): JSX.Element => {
  const { store } = useApp();
  const { selection } = store.view.value;
  const status = vocabularyWords().statusName[edge.status];
  return (
    <li>
      <button
        type="button"
        class={edge.status === "rejected" ? "edge-row is-rejected" : "edge-row"}
        data-edge={edge.id}
        aria-pressed={selection?.kind === "edge" && selection.id === edge.id}
        onClick={() => store.navigation.navigate({ selection: { kind: "edge", id: edge.id } })}
        onMouseEnter={() => (store.hovered.value = { kind: "edge", id: edge.id })}
        onMouseLeave={() => (store.hovered.value = undefined)}
      >
        <svg class={`edge-sample edge-${edge.status}`} viewBox="0 0 18 8" role="img" aria-label={status}>
          <title>{status}</title>
          <path d="M1 4H17" />
        </svg>
        <span class="edge-row-name">
          <NameText text={name} />
        </span>
        <span class="edge-row-what muted">{edgeInWords(edge)}</span>
        {edge.status !== "rejected" && (
          <span class="edge-row-confidence tabular" title={datasetWords().confidenceTitle}>
            {formatConfidence(edge.confidence)}
          </span>
        )}
      </button>
    </li>
  );
};

/** What an edge says beside its ends: "inclusion, test split", "judged". */
export const edgeInWords = (edge: Edge): string => {
  const words = vocabularyWords();
  switch (edge.kind) {
    case "model-use":
      return words.role[edge.role];
    case "clearing":
      return edge.split === undefined ? "" : words.splitName[edge.split];
    case "derivation": {
      if (edge.rejection !== undefined) return words.rejection[edge.rejection];
      const relation = words.relationName[edge.relation];
      return edge.split === undefined ? relation : `${relation}, ${words.splitName[edge.split]}`;
    }
    default:
      return edge satisfies never;
  }
};
