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
  return {
    fit: () => camera.fit(true),
    zoomIn: () => camera.zoom(1 / 1.5),
    zoomOut: () => camera.zoom(1.5),
    reveal: (id) => {
      const point = scene.drawn?.layout.nodes.get(id);
      if (point !== undefined) camera.reveal(point);
    },
    nodes: () =>
      scene.drawn?.shape.nodes.flatMap(({ id }) => {
        const point = scene.drawn?.layout.nodes.get(id);
        return point === undefined ? [] : [{ id, ...onPage(point) }];
      }) ?? [],
    edges: () =>
      scene.drawn?.shape.edges.flatMap((edge) => {
        const point = scene.drawn && edgePoint(edge, scene.drawn.layout, 0.5);
        return point === undefined ? [] : [{ id: edge.id, from: edge.from, to: edge.to, ...onPage(point) }];
      }) ?? [],
  };
};
