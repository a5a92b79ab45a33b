import type { JSX } from "preact";
import { useMemo } from "preact/hooks";
import { useApp } from "./app-context.ts";
import { CanvasFooter } from "./canvas-footer.tsx";
import { CanvasState } from "./canvas-state.tsx";
import { CanvasToolbar } from "./canvas-toolbar.tsx";
import { createCanvasLink } from "./canvas/canvas-link.ts";
import { useLoaded } from "./use-loaded.ts";

/** The graph with its tools. */
export const CanvasPane = (): JSX.Element => {
  const { store, layouts, controls, theme } = useApp();
  const canvas = useLoaded(loadCanvas);
  const link = useMemo(() => createCanvasLink(store), [store]);
  return (
    <section class="canvas-pane" aria-label="Lineage graph">
      <CanvasToolbar />
      <div class="canvas-area">
        {canvas.state === "ready" && (
          <canvas.part
            laidOut={layouts.current}
            focus={link.focus}
            theme={theme}
            events={link.events}
            onControls={(next) => (controls.value = next)}
          />
        )}
        <CanvasState rendererFailed={canvas.state === "failed"} />
        <p class="visually-hidden">
          The graph is drawn for the eye. The table below holds the same datasets and edges; press t to open
          it.
        </p>
      </div>
      <CanvasFooter />
    </section>
  );
};

const loadCanvas = async () => (await import("./lineage-canvas.tsx")).LineageCanvas;
