import { useComputed } from "@preact/signals";
import type { JSX } from "preact";
import { BY_DOMAIN, shadingOf } from "../explorer/shading.ts";
import { useApp } from "./app-context.ts";
import { Icon } from "./icons.tsx";
import { Legend } from "./legend.tsx";
import { ShownCount } from "./shown-count.tsx";

export const CanvasFooter = (): JSX.Element => {
  const { controls, layouts, store } = useApp();
  const shape = useComputed(() => layouts.current.value?.shape);
  const shading = useComputed(() =>
    shape.value === undefined ? BY_DOMAIN : shadingOf(store.view.value.shade, shape.value),
  );
  return (
    <div class="canvas-footer">
      <Legend shape={shape} shading={shading} />
      <ShownCount />
      <div class="zoom" role="group" aria-label="View">
        <button
          type="button"
          class="icon-button"
          title="Lay out afresh (l)"
          aria-label="Lay out afresh"
          onClick={layouts.tidy}
        >
          <Icon name="tidy" />
        </button>
        <button
          type="button"
          class="icon-button"
          title="Zoom out (−)"
          aria-label="Zoom out"
          onClick={() => controls.value?.zoomOut()}
        >
          <Icon name="minus" />
        </button>
        <button
          type="button"
          class="icon-button"
          title="Zoom in (+)"
          aria-label="Zoom in"
          onClick={() => controls.value?.zoomIn()}
        >
          <Icon name="plus" />
        </button>
        <button
          type="button"
          class="icon-button"
          title="Fit (f)"
          aria-label="Fit the graph"
          onClick={() => controls.value?.fit()}
        >
          <Icon name="fit" />
        </button>
      </div>
    </div>
  );
};
