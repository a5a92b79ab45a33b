import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import type { Edge } from "../../../schema/edge.ts";
import { filtersWords } from "../words/filters-words.ts";
import { vocabularyWords } from "../words/vocabulary-words.ts";
import { useApp } from "./app-context.ts";
import { NameText } from "./name-text.tsx";

export interface RejectedRowsProps {
  readonly edges: readonly Edge[];
}

const SHOWN_FIRST = 8;

/** Candidates of one reason, each a way to its quotes and their documents. */
export const RejectedRows = ({ edges }: RejectedRowsProps): JSX.Element => {
  const showsAll = useSignal(false);
  const shown = showsAll.value ? edges : edges.slice(0, SHOWN_FIRST);
  return (
    <>
      <ul class="edge-list">
        {shown.map((edge) => (
          <RejectedRow key={edge.id} edge={edge} />
        ))}
      </ul>
      {shown.length < edges.length && (
        <button type="button" class="text-button" onClick={() => (showsAll.value = true)}>
          {filtersWords().rejected.more(edges.length - shown.length)}
        </button>
      )}
    </>
  );
};

const RejectedRow = ({ edge }: { readonly edge: Edge }): JSX.Element => {
  const { store } = useApp();
  const { selection } = store.view.value;
  const words = filtersWords().rejected;
  const { documents, documentKinds } = edge.signals;
  const kinds = documentKinds.map((kind) => vocabularyWords().document[kind]).join(", ");
  return (
    <li>
      <button
        type="button"
        class="rejected-row"
        data-edge={edge.id}
        aria-pressed={selection?.kind === "edge" && selection.id === edge.id}
        onClick={() => store.navigation.navigate({ selection: { kind: "edge", id: edge.id } })}
        onMouseEnter={() => (store.hovered.value = { kind: "edge", id: edge.id })}
        onMouseLeave={() => (store.hovered.value = undefined)}
      >
        <svg class="edge-sample edge-rejected" viewBox="0 0 18 8" aria-hidden="true">
          <path d="M1 4H17" />
        </svg>
        <span class="rejected-name">
          <NameText text={edge.to} />
        </span>
        <span class="rejected-what" title={kinds}>
          {words.documents(documents)}
        </span>
      </button>
    </li>
  );
};
