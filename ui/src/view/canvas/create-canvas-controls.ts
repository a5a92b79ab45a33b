import { edgePoint } from "../../explorer/edge-curve.ts";
import type { Point } from "../../explorer/layout.ts";
import type { CanvasControls } from "./canvas-controls.ts";
import type { CanvasScene } from "./canvas-scene.ts";
import { toScreen, type LineageCamera, type LineageSigma } from "./lineage-camera.ts";

/** What the rest of the page may ask of the canvas. */
export const createCanvasControls = (
  sigma: LineageSigma,
  scene: CanvasScene,
  camera: LineageCamera,
): CanvasControls => {
  const onPage = (point: Point): Point => {
    const box = sigma.getContainer().getBoundingClientRect();
    const at = toScreen(sigma, point);
    return { x: at.x + box.left, y: at.y + box.top };
  };
  const atRest = () => (scene.isMoving || sigma.getCamera().isAnimated() ? undefined : scene.drawn);
  return {
    fit: () => camera.fit(true),
    zoomIn: () => camera.zoom(1 / 1.5),
    zoomOut: () => camera.zoom(1.5),
    reveal: (id) => {
      const point = scene.drawn?.layout.nodes.get(id);
      if (point !== undefined) camera.reveal(point);
    },
    nodes: () => {
      const { shape, layout } = atRest() ?? NOTHING_DRAWN;
      return shape.nodes.flatMap(({ id }) => {
        const point = layout.nodes.get(id);
        return point === undefined ? [] : [{ id, ...onPage(point) }];
      });
    },
    edges: () => {
      const { shape, layout } = atRest() ?? NOTHING_DRAWN;
      return shape.edges.flatMap((edge) => {
        const point = edgePoint(edge, layout, 0.5);
        return point === undefined ? [] : [{ id: edge.id, from: edge.from, to: edge.to, ...onPage(point) }];
      });
    },
  };
};

const NOTHING_DRAWN = {
  shape: { nodes: [], edges: [] },
  layout: { nodes: new Map(), bends: new Map(), columnGap: 1 },
};
