import { useSignal, useSignalEffect, type ReadonlySignal } from "@preact/signals";
import type { JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { canvasWords } from "../words/canvas-words.ts";
import type { CanvasControls } from "./canvas/canvas-controls.ts";
import type { CanvasSource } from "./canvas/canvas-source.ts";
import { createRenderer, type Renderer } from "./canvas/create-renderer.ts";

export interface LineageCanvasProps extends CanvasSource {
  readonly theme: ReadonlySignal<unknown>;
  /** Called with the canvas's controls once it is there, and with undefined when it goes. */
  readonly onControls: (controls: CanvasControls | undefined) => void;
}

/** The drawn lineage: one Sigma for the page's life, with an overlay for glyphs and labels, made anew when the graphics card fails. */
export const LineageCanvas = (props: LineageCanvasProps): JSX.Element => {
  const host = useRef<HTMLDivElement>(null);
  const below = useRef<HTMLCanvasElement>(null);
  const above = useRef<HTMLCanvasElement>(null);
  const isLost = useSignal(false);
  const attempt = useSignal(0);
  const renderer = useSignal<Renderer | undefined>(undefined);
  useEffect(() => {
    if (host.current === null || below.current === null || above.current === null) return undefined;
    const stopWatching = watchContext(host.current, isLost, () => (attempt.value += 1));
    const elements = { host: host.current, below: below.current, above: above.current };
    const created = createRenderer(elements, props.events);
    created.look(props.camera?.peek());
    isLost.value = false;
    renderer.value = created;
    props.onControls(created.controls);
    return () => {
      stopWatching();
      renderer.value = undefined;
      props.onControls(undefined);
      created.kill();
    };
  }, [attempt.value]);
  useRenderer(renderer, props);
  return (
    <>
      <div ref={host} class="canvas-host" aria-hidden="true" />
      <canvas ref={below} class="canvas-overlay" aria-hidden="true" />
      <canvas ref={above} class="canvas-overlay" aria-hidden="true" />
      {isLost.value && (
        <div class="canvas-note" role="alert">
          <p>{canvasWords().contextLost}</p>
          <button type="button" class="button" onClick={() => (attempt.value += 1)}>
            {canvasWords().contextRetry}
          </button>
        </div>
      )}
    </>
  );
};

/** Hands every change of the source to the renderer, each alone: a hover shall not stir the drawing. */
const useRenderer = (renderer: ReadonlySignal<Renderer | undefined>, props: LineageCanvasProps): void => {
  useSignalEffect(() => renderer.value?.look(props.camera?.value));
  useSignalEffect(() => renderer.value?.shade(props.shade?.value ?? "domain"));
  useSignalEffect(() => {
    const next = props.laidOut.value;
    if (next !== undefined) renderer.value?.show(next);
  });
  useSignalEffect(() => renderer.value?.offer(props.handles?.value ?? new Map()));
  useSignalEffect(() =>
    renderer.value?.attend({ ...props.focus.value, emphasised: props.emphasised?.value }),
  );
  useSignalEffect(() => {
    void props.theme.value;
    renderer.value?.repaint();
  });
};

/** A browser takes contexts away when it has too many, or after a sleep; mostly it gives one back. */
const watchContext = (host: HTMLElement, isLost: { value: boolean }, restore: () => void): (() => void) => {
  const lost = (event: Event): void => {
    event.preventDefault();
    isLost.value = true;
  };
  // The events do not bubble: they can be caught on their way down only.
  host.addEventListener("webglcontextlost", lost, true);
  host.addEventListener("webglcontextrestored", restore, true);
  return () => {
    host.removeEventListener("webglcontextlost", lost, true);
    host.removeEventListener("webglcontextrestored", restore, true);
  };
};
