import type { Sigma } from "sigma";
import { fitView, type CameraView } from "../../explorer/camera.ts";
import type { DrawnEdge, DrawnNode } from "../../explorer/drawn-graph.ts";
import { boundsOf, type Point } from "../../explorer/layout.ts";
import type { CanvasScene } from "./canvas-scene.ts";

export type LineageSigma = Sigma<DrawnNode, DrawnEdge>;
export type LineageCamera = ReturnType<typeof createLineageCamera>;

const MOVE_MS = 250;

/** Where a point of the layout lies in the canvas, in CSS pixels. */
export const toScreen = (sigma: LineageSigma, { x, y }: Point): Point => sigma.graphToViewport({ x, y: -y });

/** One layout pixel is one screen pixel at ratio 1, whatever the graph: so nothing rescales when nodes arrive. */
export const createLineageCamera = (sigma: LineageSigma, scene: CanvasScene) => {
  const lens = createLens(sigma);
  let follows = true;
  onMove(sigma, () => {
    follows = false;
  });
  const fit = (animated: boolean): void => {
    follows = true;
    if (scene.goal === undefined) return;
    const { layout, shape } = scene.goal;
    lens.look(fitView(boundsOf(layout, shape.nodes), sigma.getDimensions()), animated);
  };
  const reveal = (point: Point): void => {
    const { width, height } = sigma.getDimensions();
    const at = toScreen(sigma, point);
    const isInside = at.x > 20 && at.x < width - 80 && at.y > 30 && at.y < height - 50;
    if (!isInside) lens.look({ ...lens.current(), centre: point }, true);
  };
  const revealSelected = (): void => {
    const selected = scene.selectedPoint();
    if (selected !== undefined) reveal(selected);
  };
  return {
    /** Whether the view still fits itself to what is drawn: until the reader moves it. */
    get follows() {
      return follows;
    },
    fit,
    zoom: (factor: number) => {
      follows = false;
      const view = lens.current();
      lens.look({ ...view, ratio: view.ratio * factor }, true);
    },
    reveal,
    revealSelected,
    /** After the canvas has another size. */
    keepCentre: () => {
      const view = lens.current();
      lens.takeSize();
      if (follows) fit(false);
      else lens.look(view, false);
      revealSelected();
    },
  };
};

/** Sigma's camera in terms of the layout. Sigma frames a square around the box that it is given. */
const createLens = (sigma: LineageSigma) => {
  let width = 1;
  let height = 1;
  const takeSize = (): void => {
    sigma.resize(true);
    const size = sigma.getDimensions();
    width = Math.max(1, size.width);
    height = Math.max(1, size.height);
    sigma.setCustomBBox({ x: [0, width], y: [0, height] });
    sigma.refresh();
  };
  takeSize();
  return {
    takeSize,
    look: ({ centre, ratio }: CameraView, animated: boolean): void => {
      // Sigma may have seen a new size before the page told us.
      const size = sigma.getDimensions();
      if (size.width !== width || size.height !== height) takeSize();
      const side = Math.max(width, height);
      const state = {
        x: 0.5 + (centre.x - width / 2) / side,
        y: 0.5 + (-centre.y - height / 2) / side,
        ratio,
      };
      const isCalm = matchMedia("(prefers-reduced-motion: reduce)").matches;
      const camera = sigma.getCamera();
      // A move under way would go on to its own end: only a newer move ends it.
      if ((animated && !isCalm) || camera.isAnimated()) {
        void camera.animate(state, { duration: animated && !isCalm ? MOVE_MS : 1 });
      } else {
        camera.setState(state);
        // At once, so that places on the screen are true from here on.
        sigma.refresh({ partialGraph: {}, skipIndexation: true });
      }
    },
    current: (): CameraView => {
      const { x, y, ratio } = sigma.getCamera().getState();
      const side = Math.max(width, height);
      return { ratio, centre: { x: (x - 0.5) * side + width / 2, y: -((y - 0.5) * side + height / 2) } };
    },
  };
};

/** The reader's own wheel, drag or pinch; a mere click is none. */
const onMove = (sigma: LineageSigma, moved: () => void): void => {
  sigma.getMouseCaptor().on("wheel", moved);
  sigma.getMouseCaptor().on("mousemovebody", ({ original }) => {
    if (original instanceof MouseEvent && original.buttons !== 0) moved();
  });
  sigma.getTouchCaptor().on("touchmove", moved);
};
