import type { JSX } from "preact";
import { useMemo } from "preact/hooks";
import { canvasWords } from "../words/canvas-words.ts";
import { useApp } from "./app-context.ts";
import { CanvasFooter } from "./canvas-footer.tsx";
import { CanvasState } from "./canvas-state.tsx";
import { CanvasToolbar } from "./canvas-toolbar.tsx";
import { createCanvasLink } from "./canvas/canvas-link.ts";
import { CanvasSlot } from "./canvas/canvas-slot.tsx";
import { FilterChips } from "./filter-chips.tsx";
import { FiltersEmpty } from "./filters-empty.tsx";
import { useLoaded } from "./use-loaded.ts";

/** The graph with its tools. */
export const CanvasPane = (): JSX.Element => {
  const { store, drawing, layouts, stage } = useApp();
  const source = useMemo(() => createCanvasLink({ store, drawing, layouts }), [store, drawing, layouts]);
  const gathering = useLoaded(loadGathering);
  return (
    <section class="canvas-pane" aria-label={canvasWords().region}>
      <CanvasToolbar />
      <FilterChips />
      <div class="canvas-area">
        <CanvasSlot source={source} />
        {gathering.state === "ready" && <gathering.part />}
        <FiltersEmpty />
        <CanvasState rendererFailed={stage.failed.value} />
        <p class="visually-hidden">{canvasWords().forTheEye}</p>
      </div>
      <CanvasFooter />
    </section>
  );
};

const loadGathering = async () => (await import("./canvas/gather-layer.tsx")).GatherLayer;
