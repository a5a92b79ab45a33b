import { useSignalEffect, type ReadonlySignal } from "@preact/signals";
import type { JSX, TargetedPointerEvent } from "preact";
import { useRef } from "preact/hooks";
import type { LaidOut } from "../../explorer/layout-flow.ts";
import { boundsOf, type Bounds } from "../../explorer/layout.ts";
import { createMinimap, type Minimap } from "../../explorer/minimap.ts";
import { ringOfMarks } from "../../explorer/contamination-ring.ts";
import { canvasWords } from "../../words/canvas-words.ts";
import type { CanvasControls } from "./canvas-controls.ts";

export interface MinimapViewProps {
  readonly laidOut: ReadonlySignal<LaidOut | undefined>;
  readonly controls: ReadonlySignal<CanvasControls | undefined>;
  readonly theme: ReadonlySignal<unknown>;
}

const WIDTH = 168;
const HEIGHT = 104;
const SIZE = { width: WIDTH, height: HEIGHT };
/** Of fewer nodes the canvas is its own overview. */
const FEWEST_NODES = 12;

/** The whole drawing in small, with a frame around what the canvas shows; a click or a drag looks elsewhere. */
export const MinimapView = ({ laidOut, controls, theme }: MinimapViewProps): JSX.Element | null => {
  const dots = useRef<HTMLCanvasElement>(null);
  const frame = useRef<HTMLDivElement>(null);
  const map = useRef<Minimap>(undefined);
  useSignalEffect(() => {
    const drawn = laidOut.value;
    void theme.value;
    if (drawn === undefined || dots.current === null) return;
    map.current = createMinimap(boundsOf(drawn.layout, drawn.shape.nodes), SIZE);
    paintDots(dots.current, drawn, map.current);
  });
  useSignalEffect(() => {
    void laidOut.value;
    const viewport = controls.value?.viewport.value;
    const style = frame.current?.style;
    if (viewport === undefined || style === undefined || map.current === undefined) return;
    const box = map.current.frameOf(viewport);
    frame.current?.parentElement?.classList.toggle("is-needless", fitsBounds(laidOut.value, viewport));
    style.transform = `translate(${box.x}px, ${box.y}px)`;
    style.width = `${box.width}px`;
    style.height = `${box.height}px`;
  });
  const look = (event: TargetedPointerEvent<HTMLDivElement>): void => {
    if (event.buttons === 0 || map.current === undefined) return;
    if (event.type === "pointerdown") event.currentTarget.setPointerCapture(event.pointerId);
    const { left, top } = event.currentTarget.getBoundingClientRect();
    controls.peek()?.lookAt(map.current.toLayout({ x: event.clientX - left, y: event.clientY - top }));
  };
  const isNeeded = (laidOut.value?.shape.nodes.length ?? 0) >= FEWEST_NODES;
  return (
    <div
      class="minimap"
      hidden={!isNeeded}
      role="img"
      aria-label={canvasWords().minimap}
      title={canvasWords().minimapTitle}
      onPointerDown={look}
      onPointerMove={look}
    >
      <canvas ref={dots} />
      <div ref={frame} class="minimap-frame" />
    </div>
  );
};

/** Whether the canvas shows the middle of every mark: it is its own overview then. */
const fitsBounds = (laidOut: LaidOut | undefined, viewport: Bounds): boolean => {
  if (laidOut === undefined) return true;
  const { left, right, top, bottom } = boundsOf(laidOut.layout, laidOut.shape.nodes);
  return left >= viewport.left && right <= viewport.right && top >= viewport.top && bottom <= viewport.bottom;
};

const paintDots = (canvas: HTMLCanvasElement, { shape, layout }: LaidOut, map: Minimap): void => {
  const context = canvas.getContext("2d");
  if (context === null) return;
  const pixelRatio = window.devicePixelRatio;
  canvas.width = WIDTH * pixelRatio;
  canvas.height = HEIGHT * pixelRatio;
  context.setTransform(pixelRatio, 0, 0, pixelRatio, 0, 0);
  const styles = getComputedStyle(canvas);
  const [plain, rubric] = ["--group", "--rubric"].map((name) => resolve(canvas, styles, name));
  for (const node of shape.nodes) {
    const point = layout.nodes.get(node.id);
    if (point === undefined) continue;
    const at = map.toMap(point);
    // Contaminated ones are larger too, so that colour is not the only sign.
    const isMarked = ringOfMarks(node.marks) !== undefined;
    const radius = node.isRoot ? 3 : isMarked ? 2.2 : node.kind === "group" ? 2 : 1.2;
    context.beginPath();
    context.arc(at.x, at.y, radius, 0, 2 * Math.PI);
    context.fillStyle = (isMarked ? rubric : plain) ?? "";
    context.fill();
  }
};

/** A custom property keeps its text: only a property that is used resolves it for the page's theme. */
const resolve = (canvas: HTMLCanvasElement, styles: CSSStyleDeclaration, name: string): string => {
  canvas.style.color = `var(${name})`;
  const { color } = styles;
  canvas.style.color = "";
  return color;
};
