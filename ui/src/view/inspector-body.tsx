import type { JSX } from "preact";
import { datasetWords } from "../words/dataset-words.ts";
import { edgePanelWords } from "../words/edge-panel-words.ts";
import { useApp } from "./app-context.ts";
import { DatasetPanel } from "./dataset-panel.tsx";
import { EdgePanel } from "./edge-panel.tsx";
import { LoadableView } from "./loadable-view.tsx";
import { PathPanel } from "./paths/path-panel.tsx";

export const InspectorBody = (): JSX.Element => {
  const { store } = useApp();
  const { selection, pathTo } = store.view.value;
  if (selection?.kind === "edge") {
    return (
      <LoadableView resource={store.edge} what={edgePanelWords().theEdge}>
        {(detail) => <EdgePanel detail={detail} />}
      </LoadableView>
    );
  }
  if (selection?.kind === "dataset" && pathTo !== undefined && pathTo !== selection.id)
    return <PathPanel from={selection.id} to={pathTo} />;
  return <InspectedDataset />;
};

const InspectedDataset = (): JSX.Element => {
  const { store } = useApp();
  const { selection } = store.view.value;
  const failed = store.dataset.current.value;
  // A root that is not in the graph is spoken of where the graph would be.
  if (failed.state === "failed" && failed.error.code === "NOT_FOUND" && selection === undefined) {
    return <p class="muted">{datasetWords().notTracedYet}</p>;
  }
  return (
    <LoadableView resource={store.dataset} what={datasetWords().theDataset} lines={10}>
      {(detail) => <DatasetPanel detail={detail} />}
    </LoadableView>
  );
};
