import type { JSX } from "preact";
import type { Derivation } from "../../../schema/edge.ts";
import { formatConfidence } from "../state/format.ts";
import { nameOfId } from "../state/name-of-id.ts";
import { canvasWords } from "../words/canvas-words.ts";
import { legendWords } from "../words/legend-words.ts";
import { tableWords } from "../words/table-words.ts";
import { useApp } from "./app-context.ts";
import { NameText } from "./name-text.tsx";

export interface RowEdgesProps {
  readonly edges: readonly Derivation[];
}

/** A row stays one line high; the dataset's panel lists all. */
const SHOWN = 3;

/** The edges that lead to a dataset, each as a button that opens it. */
export const RowEdges = ({ edges }: RowEdgesProps): JSX.Element => {
  const { store } = useApp();
  const words = tableWords();
  const to = edges[0]?.to;
  return (
    <ul class="row-edges">
      {edges.slice(0, SHOWN).map((edge) => (
        <li key={edge.id}>
          <RowEdge edge={edge} />
        </li>
      ))}
      {edges.length > SHOWN && to !== undefined && (
        <li>
          <button
            type="button"
            class="text-button"
            onClick={() => store.navigation.navigate({ selection: { kind: "dataset", id: to } })}
          >
            {words.moreEdges(edges.length - SHOWN)}
          </button>
        </li>
      )}
    </ul>
  );
};

const RowEdge = ({ edge }: { readonly edge: Derivation }): JSX.Element => {
  const { store } = useApp();
  const { selection } = store.view.value;
  const relation = canvasWords().relation[edge.relation];
  const title = tableWords().edge({
    from: edge.from,
    relation,
    status: legendWords().status[edge.status],
    confidence: formatConfidence(edge.confidence),
  });
  return (
    <button
      type="button"
      class={`edge-button edge-${edge.status}`}
      data-edge={edge.id}
      aria-pressed={selection?.kind === "edge" && selection.id === edge.id}
      aria-label={title}
      title={title}
      onClick={() => store.navigation.navigate({ selection: { kind: "edge", id: edge.id } })}
      onMouseEnter={(event) => {
        event.stopPropagation();
        store.hovered.value = { kind: "edge", id: edge.id };
      }}
      onMouseLeave={() => (store.hovered.value = { kind: "dataset", id: edge.to })}
    >
      <NameText text={nameOfId(edge.from)} most={40} /> <span class="muted">{relation}</span>
    </button>
  );
};
