import { signal } from "@preact/signals";
import { edgePoint } from "../../explorer/edge-curve.ts";
import type { LaidOut } from "../../explorer/layout-flow.ts";
import type { Bounds, Point } from "../../explorer/layout.ts";
import { toNodeLook } from "../../explorer/node-look.ts";
import type { CanvasControls, DrawnNodeOnPage } from "./canvas-controls.ts";
import type { CanvasScene } from "./canvas-scene.ts";
import type { HandleBox } from "./handle-boxes.ts";
import { toScreen, type LineageCamera, type LineageSigma } from "./lineage-camera.ts";

export interface ControlParts {
  readonly scene: CanvasScene;
  readonly camera: LineageCamera;
  readonly handles: () => readonly HandleBox[];
}

export type RendererControls = CanvasControls & {
  /** To be called after each frame. */
  readonly followView: () => void;
};

/** What the rest of the page may ask of the canvas. */
export const createCanvasControls = (
  sigma: LineageSigma,
  { scene, camera, handles }: ControlParts,
): RendererControls => {
  const corner = (): Point => {
    const { left, top } = sigma.getContainer().getBoundingClientRect();
    return { x: left, y: top };
  };
  const atRest = () => (scene.isMoving() || sigma.getCamera().isAnimated() ? undefined : scene.drawn());
  const viewport = signal<Bounds>({ left: 0, right: 0, top: 0, bottom: 0 });
  return {
    fit: camera.fitForGood,
    zoomIn: () => camera.zoom(1 / 1.5),
    zoomOut: () => camera.zoom(1.5),
    reveal: (id) => {
      const point = scene.drawn()?.layout.nodes.get(id);
      if (point !== undefined) camera.reveal(point);
    },
    lookAt: camera.lookAt,
    viewport,
    followView: () => {
      const next = shownPart(sigma, camera);
      if (!isSame(next, viewport.peek())) viewport.value = next;
    },
    nodes: () => nodesOnPage(sigma, { drawn: atRest(), corner: corner(), handles: handles() }),
    edges: () => {
      const { shape, layout } = atRest() ?? NOTHING_DRAWN;
      const { x, y } = corner();
      return shape.edges.flatMap(({ id, from, to, count = 1 }) => {
        const point = edgePoint({ id, from, to }, layout, 0.5);
        if (point === undefined) return [];
        const at = toScreen(sigma, point);
        return [{ id, from, to, count, x: at.x + x, y: at.y + y }];
      });
    },
  };
};

interface Drawn {
  readonly drawn: LaidOut | undefined;
  readonly corner: Point;
  readonly handles: readonly HandleBox[];
}

const nodesOnPage = (
  sigma: LineageSigma,
  { drawn = NOTHING_DRAWN, corner, handles }: Drawn,
): readonly DrawnNodeOnPage[] =>
  drawn.shape.nodes.flatMap((node) => {
    const point = drawn.layout.nodes.get(node.id);
    if (point === undefined) return [];
    const at = toScreen(sigma, point);
    return [
      {
        id: node.id,
        kind: node.kind,
        x: at.x + corner.x,
        y: at.y + corner.y,
        letter: toNodeLook(node).letter,
        count: node.group?.count ?? 1,
        handles: handles
          .filter((box) => box.node === node.id)
          .map(({ left, top, width, height, direction, more }) => ({
            node: node.id,
            direction,
            more,
            x: left + width / 2 + corner.x,
            y: top + height / 2 + corner.y,
          })),
      },
    ];
  });

const shownPart = (sigma: LineageSigma, camera: LineageCamera): Bounds => {
  const { width, height } = sigma.getDimensions();
  const { centre, ratio } = camera.current();
  const wide = (width / 2) * ratio;
  const high = (height / 2) * ratio;
  return { left: centre.x - wide, right: centre.x + wide, top: centre.y - high, bottom: centre.y + high };
};

const isSame = (one: Bounds, other: Bounds): boolean =>
  one.left === other.left &&
  one.right === other.right &&
  one.top === other.top &&
  one.bottom === other.bottom;

const NOTHING_DRAWN: LaidOut = {
  shape: { root: "", nodes: [], edges: [] },
  layout: { nodes: new Map(), bends: new Map(), columnGap: 1 },
};
