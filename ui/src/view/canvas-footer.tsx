import { useComputed } from "@preact/signals";
import type { JSX } from "preact";
import { BY_DOMAIN, shadingOf } from "../explorer/shading.ts";
import { canvasWords } from "../words/canvas-words.ts";
import { useApp } from "./app-context.ts";
import { MinimapView } from "./canvas/minimap-view.tsx";
import { Icon } from "./icons.tsx";
import { Legend } from "./legend.tsx";
import { OpenGroups } from "./open-groups.tsx";
import { ShownCount } from "./shown-count.tsx";

export const CanvasFooter = (): JSX.Element => {
  const { controls, layouts, store, theme } = useApp();
  const shape = useComputed(() => layouts.current.value?.shape);
  const shading = useComputed(() =>
    shape.value === undefined ? BY_DOMAIN : shadingOf(store.view.value.shade, shape.value),
  );
  return (
    <div class="canvas-footer">
      <Legend shape={shape} shading={shading} />
      <div class="canvas-facts">
        <OpenGroups />
        <ShownCount />
      </div>
      <div class="canvas-overview">
        <MinimapView laidOut={layouts.current} controls={controls} theme={theme} />
        <ZoomControls />
      </div>
    </div>
  );
};

const ZoomControls = (): JSX.Element => {
  const { controls, layouts } = useApp();
  const words = canvasWords();
  return (
    <div class="zoom" role="group" aria-label={words.view}>
      <button
        type="button"
        class="icon-button"
        title={`${words.tidy} (l)`}
        aria-label={words.tidy}
        onClick={layouts.tidy}
      >
        <Icon name="tidy" />
      </button>
      <button
        type="button"
        class="icon-button"
        title={`${words.zoomOut} (−)`}
        aria-label={words.zoomOut}
        onClick={() => controls.value?.zoomOut()}
      >
        <Icon name="minus" />
      </button>
      <button
        type="button"
        class="icon-button"
        title={`${words.zoomIn} (+)`}
        aria-label={words.zoomIn}
        onClick={() => controls.value?.zoomIn()}
      >
        <Icon name="plus" />
      </button>
      <button
        type="button"
        class="icon-button"
        title={`${words.fitTitle} (f)`}
        aria-label={words.fit}
        onClick={() => controls.value?.fit()}
      >
        <Icon name="fit" />
      </button>
    </div>
  );
};
