import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { useEffect, useMemo } from "preact/hooks";
import { useApp } from "./app-context.ts";
import { CanvasFooter } from "./canvas-footer.tsx";
import { CanvasState } from "./canvas-state.tsx";
import { CanvasToolbar } from "./canvas-toolbar.tsx";
import { createCanvasLink } from "./canvas/canvas-link.ts";
import type { LineageCanvas } from "./lineage-canvas.tsx";

/** The graph with its tools. The renderer is fetched when the first graph is shown. */
export const CanvasPane = (): JSX.Element => {
  const { store, layouts, controls, theme } = useApp();
  const Canvas = useSignal<typeof LineageCanvas | undefined>(undefined);
  const failed = useSignal(false);
  const link = useMemo(() => createCanvasLink(store), [store]);
  useEffect(() => {
    import("./lineage-canvas.tsx").then(
      (module) => (Canvas.value = module.LineageCanvas),
      () => (failed.value = true),
    );
  }, []);
  return (
    <section class="canvas-pane" aria-label="Lineage graph">
      <CanvasToolbar />
      <div class="canvas-area">
        {Canvas.value !== undefined && (
          <Canvas.value
            laidOut={layouts.current}
            focus={link.focus}
            theme={theme}
            events={link.events}
            onControls={(next) => (controls.value = next)}
          />
        )}
        <CanvasState rendererFailed={failed.value} />
        <p class="visually-hidden">
          The graph is drawn for the eye. The table below holds the same datasets and edges; press t to open
          it.
        </p>
      </div>
      <CanvasFooter />
    </section>
  );
};
