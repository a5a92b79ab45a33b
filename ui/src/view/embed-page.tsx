import { useComputed } from "@preact/signals";
import type { JSX } from "preact";
import { useEffect, useMemo, useRef } from "preact/hooks";
import { BY_DOMAIN, shadingOf } from "../explorer/shading.ts";
import { canvasWords } from "../words/canvas-words.ts";
import { sharingWords } from "../words/sharing-words.ts";
import { useApp } from "./app-context.ts";
import { createCanvasLink } from "./canvas/canvas-link.ts";
import { CanvasSlot } from "./canvas/canvas-slot.tsx";
import { EmbedState } from "./embed-state.tsx";
import { Legend } from "./legend.tsx";
import { readSiteCopy } from "./read-site-copy.ts";

/** The lineage in somebody else's page: to look at, without any write, and with a link to where all of it is. */
export const EmbedPage = (): JSX.Element => {
  const { store, drawing, layouts } = useApp();
  const source = useMemo(() => createCanvasLink({ store, drawing, layouts }), [store, drawing, layouts]);
  const area = useRef<HTMLDivElement>(null);
  useOwnWheel(area);
  return (
    <section class="embed" aria-label={canvasWords().region}>
      <div ref={area} class="embed-area" title={sharingWords().embedded.zoomHint}>
        <CanvasSlot source={source} />
        <EmbedState />
      </div>
      <EmbedFoot />
    </section>
  );
};

const EmbedFoot = (): JSX.Element => {
  const { store, layouts } = useApp();
  const words = sharingWords().embedded;
  // What a copy does not hold, no link leads to.
  const isCopy = useMemo(() => readSiteCopy() !== undefined, []);
  const shape = useComputed(() => layouts.current.value?.shape);
  const shading = useComputed(() =>
    shape.value === undefined ? BY_DOMAIN : shadingOf(store.view.value.shade, shape.value),
  );
  return (
    <footer class="embed-foot">
      <Legend shape={shape} shading={shading} />
      <span class="muted embed-credit">{isCopy ? words.copy : words.drawnBy}</span>
      {!isCopy && (
        <a
          class="button"
          href={store.navigation.href({ isEmbedded: false })}
          target="_blank"
          rel="noopener noreferrer"
        >
          {words.open}
        </a>
      )}
    </footer>
  );
};

/** The wheel scrolls the page around the frame, as a reader of that page expects; with Ctrl or Cmd it is the graph's. */
const useOwnWheel = (area: { readonly current: HTMLElement | null }): void => {
  useEffect(() => {
    const element = area.current;
    const onWheel = (event: WheelEvent): void => {
      if (!event.ctrlKey && !event.metaKey) event.stopImmediatePropagation();
    };
    element?.addEventListener("wheel", onWheel, { capture: true, passive: true });
    return () => element?.removeEventListener("wheel", onWheel, { capture: true });
  }, []);
};
