import type { JSX } from "preact";
import { useApp } from "./app-context.ts";
import { DatasetPanel } from "./dataset-panel.tsx";
import { EdgePanel } from "./edge-panel.tsx";
import { Icon } from "./icons.tsx";
import { LoadableView } from "./loadable-view.tsx";
import { TracePanel } from "./trace-panel.tsx";

/** The right side: the selected edge, else the selected dataset, else the trace, else the root. */
export const Inspector = (): JSX.Element => {
  const { store } = useApp();
  const { selection, trace } = store.view.value;
  const close = (): void =>
    store.navigation.navigate(selection === undefined ? { trace: undefined } : { selection: undefined });
  return (
    <aside class="inspector" aria-label="Details">
      {(selection !== undefined || trace !== undefined) && (
        <button
          type="button"
          class="icon-button inspector-close"
          title="Close (Esc)"
          aria-label="Close"
          onClick={close}
        >
          <Icon name="close" />
        </button>
      )}
      {selection === undefined && trace !== undefined ? (
        <TracePanel />
      ) : selection?.kind === "edge" ? (
        <LoadableView resource={store.edge} what="the edge">
          {(detail) => <EdgePanel detail={detail} />}
        </LoadableView>
      ) : (
        <InspectedDataset />
      )}
    </aside>
  );
};

const InspectedDataset = (): JSX.Element => {
  const { store } = useApp();
  const { selection } = store.view.value;
  const failed = store.dataset.current.value;
  // A root that is not in the graph is spoken of where the graph would be.
  if (failed.state === "failed" && failed.error.code === "NOT_FOUND" && selection === undefined) {
    return <p class="muted">What is known of the dataset is shown here once it is traced.</p>;
  }
  return (
    <LoadableView resource={store.dataset} what="the dataset" lines={10}>
      {(detail) => <DatasetPanel detail={detail} />}
    </LoadableView>
  );
};
