import type { JSX } from "preact";
import type { Derivation } from "../../../schema/edge.ts";
import { formatConfidence } from "../state/format.ts";
import { useApp } from "./app-context.ts";

export interface RowEdgesProps {
  readonly edges: readonly Derivation[];
}

/** The edges that lead to a dataset, each as a button that opens it. */
export const RowEdges = ({ edges }: RowEdgesProps): JSX.Element => {
  const { store } = useApp();
  const { selection } = store.view.value;
  return (
    <ul class="row-edges">
      {edges.map((edge) => (
        <li key={edge.id}>
          <button
            type="button"
            class={`edge-button edge-${edge.status}`}
            data-edge={edge.id}
            aria-pressed={selection?.kind === "edge" && selection.id === edge.id}
            title={`${edge.relation}, ${edge.status}, confidence ${formatConfidence(edge.confidence)}`}
            onClick={() => store.navigation.navigate({ selection: { kind: "edge", id: edge.id } })}
            onMouseEnter={(event) => {
              event.stopPropagation();
              store.hovered.value = { kind: "edge", id: edge.id };
            }}
          >
            {edge.from.split("/").at(-1)} <span class="muted">{edge.relation}</span>
          </button>
        </li>
      ))}
    </ul>
  );
};
