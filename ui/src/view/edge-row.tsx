import type { JSX } from "preact";
import type { Edge } from "../../../schema/edge.ts";
import { formatConfidence } from "../state/format.ts";
import { vocabularyWords } from "../words/vocabulary-words.ts";
import { useApp } from "./app-context.ts";

export interface EdgeRowProps {
  readonly edge: Edge;
  readonly name: string;
}

export const EdgeRow = ({ edge, name }: EdgeRowProps): JSX.Element => {
  const { store } = useApp();
  const { selection } = store.view.value;
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
        <svg class={`edge-sample edge-${edge.status}`} viewBox="0 0 18 8" role="img" aria-label={edge.status}>
          <title>{edge.status}</title>
          <path d="M1 4H17" />
        </svg>
        <span class="edge-row-name">{name}</span>
        <span class="edge-row-what muted">{whatOf(edge)}</span>
        {edge.status !== "rejected" && (
          <span class="edge-row-confidence tabular" title="Confidence, 0 to 1">
            {formatConfidence(edge.confidence)}
          </span>
        )}
      </button>
    </li>
  );
};

const whatOf = (edge: Edge): string => {
  switch (edge.kind) {
    case "model-use":
      return vocabularyWords().role[edge.role];
    case "clearing":
      return edge.split === undefined ? "" : `${edge.split} split`;
    case "derivation":
      if (edge.rejection !== undefined) return vocabularyWords().rejection[edge.rejection];
      return edge.split === undefined ? edge.relation : `${edge.relation}, ${edge.split}`;
    default:
      return edge satisfies never;
  }
};
