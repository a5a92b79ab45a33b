import { createPicker, type Picker, type PickReach } from "../../explorer/picker.ts";
import type { CanvasScene } from "./canvas-scene.ts";
import { layoutPoint, type LineageCamera, type LineageSigma } from "./lineage-camera.ts";

const NODE_MARGIN_PX = 3;
const EDGE_MARGIN_PX = 6;

/**
 * Puts our own picking in the place of Sigma's, which reads a pixel back from the graphics card at every move of the pointer and so
 * waits for it. The marks' programs then need no second drawing for it either.
 */
export const pickByNumbers = (sigma: LineageSigma, scene: CanvasScene, camera: LineageCamera): void => {
  let picker: Picker | undefined;
  let pickerOf: unknown;
  const current = (): Picker | undefined => {
    const drawn = scene.drawn();
    if (drawn !== undefined && pickerOf !== drawn.layout) picker = createPicker(drawn);
    pickerOf = drawn?.layout;
    return picker;
  };
  const reach = (marginPx: number): PickReach => {
    const { ratio } = camera.current();
    return { perRadius: sigma.scaleSize(1) * ratio, margin: marginPx * ratio };
  };
  Object.assign(sigma, {
    getNodeAtPosition: (at: { readonly x: number; readonly y: number }): string | null =>
      current()?.nodeAt(layoutPoint(sigma, at), reach(NODE_MARGIN_PX)) ?? null,
    getEdgeAtPoint: (x: number, y: number): string | null => {
      const edge = current()?.edgeAt(layoutPoint(sigma, { x, y }), reach(EDGE_MARGIN_PX));
      return (edge === undefined ? undefined : scene.pieceOf(edge)) ?? null;
    },
  });
};
