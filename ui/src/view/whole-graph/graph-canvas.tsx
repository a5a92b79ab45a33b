import { useComputed } from "@preact/signals";
import type { JSX } from "preact";
import { useMemo } from "preact/hooks";
import { BY_DOMAIN } from "../../explorer/shading.ts";
import { graphWords } from "../../words/graph-words.ts";
import { useApp } from "../app-context.ts";
import { CanvasSlot } from "../canvas/canvas-slot.tsx";
import { Failure } from "../failure.tsx";
import { Icon } from "../icons.tsx";
import { Legend } from "../legend.tsx";
import { ViewLink } from "../view-link.tsx";
import type { GraphPart } from "./graph-part.ts";
import { GraphSelection } from "./graph-selection.tsx";
import { createGraphView } from "./graph-view.ts";

export const GraphCanvas = ({ store }: GraphPart): JSX.Element => {
  const { store: explorer, stage } = useApp();
  const words = graphWords();
  const source = useMemo(() => createGraphView(store, explorer.navigation), [store]);
  const shape = useComputed(() => source.laidOut.value?.shape);
  const shading = useComputed(() => BY_DOMAIN);
  return (
    <section class="canvas-pane graph-canvas" aria-label={words.canvas}>
      <div class="canvas-area">
        <CanvasSlot source={source} />
        {stage.failed.value ? <p class="canvas-note">{words.rendererFailed}</p> : <GraphNote store={store} />}
        <p class="visually-hidden">{words.forTheEye}</p>
      </div>
      <GraphSelection store={store} />
      <div class="canvas-footer">
        <Legend shape={shape} shading={shading} />
        <GraphCount store={store} />
        <GraphZoom />
      </div>
    </section>
  );
};

/** What stands in for the picture while there is none to see. */
const GraphNote = ({ store }: GraphPart): JSX.Element | null => {
  const words = graphWords();
  const current = store.state.value;
  switch (current.state) {
    case "failed":
      return (
        <div class="canvas-note">
          <Failure error={current.error} what={words.theGraph} onRetry={store.reload} />
        </div>
      );
    case "loading":
      return (
        <div class="canvas-note canvas-loading" role="status">
          <span class="spinner" aria-hidden="true" />
          {words.loading}
        </div>
      );
    case "empty":
      return (
        <EmptyNote
          isWhole={store.place.value.within === undefined && store.place.value.owner === undefined}
        />
      );
    case "ready":
      return store.rows.value?.length === 0 ? <p class="canvas-note">{words.nothingLeft}</p> : null;
    default:
      return current satisfies never;
  }
};

const EmptyNote = ({ isWhole }: { readonly isWhole: boolean }): JSX.Element => {
  const words = graphWords();
  return (
    <div class="canvas-note" data-note="empty">
      <p>{isWhole ? words.emptyTitle : words.emptyPlace}</p>
      {isWhole && <p class="muted">{words.emptyText}</p>}
      {isWhole && <ViewLink to={{ page: "explore", root: undefined }}>{words.emptyAction}</ViewLink>}
    </div>
  );
};

const GraphCount = ({ store }: GraphPart): JSX.Element => {
  const words = graphWords();
  const rows = store.rows.value;
  const total = store.overview.value.value?.total;
  if (rows === undefined || total === undefined) return <p class="shown-count" role="status" />;
  const text =
    store.drawnAs.value === "groups"
      ? words.groupsShown(rows.length, total.datasets, total.edges)
      : words.shown(rows.length, total.datasets, total.edges);
  return (
    <p class="shown-count tabular" role="status">
      {text}
    </p>
  );
};

const GraphZoom = (): JSX.Element => {
  const { controls } = useApp();
  const words = graphWords();
  const tools = [
    { icon: "minus", name: words.zoomOut, run: () => controls.peek()?.zoomOut() },
    { icon: "plus", name: words.zoomIn, run: () => controls.peek()?.zoomIn() },
    { icon: "fit", name: words.fit, run: () => controls.peek()?.fit() },
  ] as const;
  return (
    <div class="zoom" role="group" aria-label={words.view}>
      {tools.map(({ icon, name, run }) => (
        <button key={icon} type="button" class="icon-button" aria-label={name} title={name} onClick={run}>
          <Icon name={icon} />
        </button>
      ))}
    </div>
  );
};
