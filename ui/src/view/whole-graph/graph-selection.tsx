import type { JSX } from "preact";
import { graphWords } from "../../words/graph-words.ts";
import { useApp } from "../app-context.ts";
import { Icon } from "../icons.tsx";
import { ViewLink } from "../view-link.tsx";
import type { GraphPart } from "./graph-part.ts";
import { RowFacts } from "./row-facts.tsx";
import { toLineage } from "./graph-view.ts";

/** The selected dataset or edge in short, with the way to all that is known of it. */
export const GraphSelection = ({ store }: GraphPart): JSX.Element | null => {
  const { store: explorer } = useApp();
  const { selection } = explorer.view.value;
  const words = graphWords();
  if (selection === undefined) return null;
  return (
    <section class="graph-selection" aria-label={words.selected} data-selected={selection.id}>
      {selection.kind === "dataset" ? (
        <SelectedDataset store={store} id={selection.id} />
      ) : (
        <SelectedEdge store={store} id={selection.id} />
      )}
      <button
        type="button"
        class="icon-button"
        aria-label={words.close}
        onClick={() => explorer.navigation.navigate({ selection: undefined })}
      >
        <Icon name="close" />
      </button>
    </section>
  );
};

const SelectedDataset = ({ store, id }: GraphPart & { readonly id: string }): JSX.Element => {
  const row = store.all.value?.find(({ key }) => key === id);
  return (
    <div>
      <p class="graph-selection-name">
        <bdi>{id}</bdi>
      </p>
      {row !== undefined && <RowFacts row={row} />}
      {row?.row === "dataset" && <ViewLink to={toLineage(row.id)}>{graphWords().lineage}</ViewLink>}
    </div>
  );
};

const SelectedEdge = ({ store, id }: GraphPart & { readonly id: string }): JSX.Element | null => {
  const words = graphWords();
  const { view } = useApp().store;
  const snapshot = store.snapshot.value.value;
  const position = snapshot?.edges.id.findIndex((one) => one === id) ?? -1;
  const from = snapshot?.nodes.id[snapshot.edges.from[position] ?? -1];
  const to = snapshot?.nodes.id[snapshot.edges.to[position] ?? -1];
  if (from === undefined || to === undefined) return <div />;
  return (
    <div>
      <p>
        <bdi>{words.builtFrom(from, to)}</bdi>
      </p>
      <ViewLink to={{ ...toLineage(from), selection: view.value.selection }}>{words.evidence}</ViewLink>
    </div>
  );
};
