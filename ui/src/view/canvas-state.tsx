import type { JSX } from "preact";
import { useApp } from "./app-context.ts";
import { Failure } from "./failure.tsx";
import { NotInGraph } from "./not-in-graph.tsx";

export interface CanvasStateProps {
  readonly rendererFailed: boolean;
}

/** What stands in for the graph while there is none to see. */
export const CanvasState = ({ rendererFailed }: CanvasStateProps): JSX.Element | null => {
  const { store, layouts } = useApp();
  const lineage = store.lineage.current.value;
  const root = store.view.value.root;
  if (rendererFailed) {
    return (
      <p class="canvas-note">The graph's renderer could not be loaded. The table below works without it.</p>
    );
  }
  if (lineage.state === "failed" && lineage.previous === undefined && root !== undefined) {
    return (
      <div class="canvas-note">
        {lineage.error.code === "NOT_FOUND" ? (
          <NotInGraph id={root} />
        ) : (
          <Failure error={lineage.error} what="the lineage" onRetry={store.lineage.reload} />
        )}
      </div>
    );
  }
  if (layouts.failure.value !== undefined) {
    return <p class="canvas-note">The graph could not be laid out. The table below works without it.</p>;
  }
  const isDrawn = layouts.current.value?.shape.root === root;
  return isDrawn ? null : (
    <div class="canvas-note canvas-loading" role="status">
      <span class="spinner" aria-hidden="true" />
      {store.shown.value === undefined
        ? "Loading the lineage"
        : `Laying out ${store.shown.value.nodes.length} datasets`}
    </div>
  );
};
