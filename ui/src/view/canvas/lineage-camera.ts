import type { Sigma } from "sigma";
import { fitView, type CameraView } from "../../explorer/camera.ts";
import type { DrawnEdge, DrawnNode } from "../../explorer/drawn-graph.ts";
import type { LaidOut } from "../../explorer/layout-flow.ts";
import { type Bounds, boundsOf, type Point } from "../../explorer/layout.ts";
import type { CameraState } from "../../state/view-state.ts";
import type { CanvasScene } from "./canvas-scene.ts";

export type LineageSigma = Sigma<DrawnNode, DrawnEdge>;
export type LineageCamera = ReturnType<typeof createLineageCamera>;

const MOVE_MS = 250;

/** Where a point of the layout lies in the canvas, in CSS pixels. */
export const toScreen = (sigma: LineageSigma, { x, y }: Point): Point => sigma.graphToViewport({ x, y: -y });

/** The point of the layout under a point of the canvas. */
export const layoutPoint = (sigma: LineageSigma, at: Point): Point => {
  const { x, y } = sigma.viewportToGraph(at);
  return { x, y: -y };
};

/** The same for many points of one frame: three of them tell where all others lie. */
export const screenMap = (sigma: LineageSigma): ((point: Point) => Point) => {
  const zero = toScreen(sigma, { x: 0, y: 0 });
  const right = toScreen(sigma, { x: FAR_PX, y: 0 });
  const down = toScreen(sigma, { x: 0, y: FAR_PX });
  const [xx, xy] = [(right.x - zero.x) / FAR_PX, (right.y - zero.y) / FAR_PX];
  const [yx, yy] = [(down.x - zero.x) / FAR_PX, (down.y - zero.y) / FAR_PX];
  return ({ x, y }) => ({ x: zero.x + x * xx + y * yx, y: zero.y + x * xy + y * yy });
};

const FAR_PX = 1_000;

export interface CameraEvents {
  /** The reader has moved the view and stopped; undefined: it fits itself to the drawing again. */
  readonly onRest: (camera: CameraState | undefined) => void;
}

/** A wheel turns in many small steps: the address follows when they have ended. */
const REST_MS = 400;

/** One layout pixel is one screen pixel at ratio 1, whatever the graph: so nothing rescales when nodes arrive. */
export const createLineageCamera = (sigma: LineageSigma, scene: CanvasScene, { onRest }: CameraEvents) => {
  const lens = createLens(sigma);
  let follows = true;
  let rest: ReturnType<typeof setTimeout> | undefined;
  const moved = (): void => {
    follows = false;
    clearTimeout(rest);
    rest = setTimeout(() => onRest(toCameraState(lens.current())), REST_MS);
  };
  onMove(sigma, moved);
  const fit = (animated: boolean): void => {
    follows = true;
    clearTimeout(rest);
    const view = fittingView(sigma, scene);
    if (view !== undefined) lens.look(view, animated);
  };
  const { reveal, revealSelected } = createRevealing(sigma, scene, lens);
  return {
    /** Whether the view still fits itself to what is drawn: until the reader moves it. */
    get follows() {
      return follows;
    },
    fit,
    /** Where the next drawing is seen from, without drawing: as a link says, or fitting. Whether it could be set now. */
    aim: (wanted: CameraState | undefined): boolean => {
      const view = wanted === undefined ? fittingView(sigma, scene) : { centre: wanted, ratio: wanted.ratio };
      if (view === undefined || !lens.aim(view)) return false;
      follows = wanted === undefined;
      clearTimeout(rest);
      return true;
    },
    /** Fits, and says so to whoever keeps the view. */
    fitForGood: () => {
      fit(true);
      onRest(undefined);
    },
    zoom: (factor: number) => {
      const view = lens.current();
      lens.look({ ...view, ratio: view.ratio * factor }, true);
      moved();
    },
    /** Puts a point in the middle, as the reader asks by the overview. */
    lookAt: (centre: Point) => {
      lens.look({ ...lens.current(), centre }, false);
      moved();
    },
    /** Goes where a link says. */
    goTo: ({ x, y, ratio }: CameraState, animated: boolean) => {
      follows = false;
      clearTimeout(rest);
      lens.look({ centre: { x, y }, ratio }, animated);
    },
    reveal,
    revealSelected,
    current: lens.current,
    /** After the canvas has another size. */
    keepCentre: () => {
      const view = lens.current();
      if (!lens.takeSize()) return;
      if (follows) fit(false);
      else lens.look(view, false);
      revealSelected();
    },
    close: () => clearTimeout(rest),
  };
};

/** The root and its neighbours; undefined where no root is drawn, and while a frame holds the view still. */
const startOf = ({ layout, shape, frame }: LaidOut): Bounds | undefined => {
  if (frame !== undefined || !layout.nodes.has(shape.root)) return undefined;
  const near = new Set([shape.root]);
  for (const { from, to } of shape.edges) {
    if (from === shape.root) near.add(to);
    if (to === shape.root) near.add(from);
  }
  return boundsOf(
    layout,
    shape.nodes.filter(({ id }) => near.has(id)),
  );
};

const fittingView = (sigma: LineageSigma, scene: CanvasScene): CameraView | undefined => {
  const goal = scene.goal();
  if (goal === undefined) return undefined;
  const { layout, shape, frame } = goal;
  const bounds = boundsOf(layout, frame ?? shape.nodes);
  return fitView(bounds, sigma.getDimensions(), startOf(goal));
};

/** Moves the view when what shall be seen lies outside of it. */
const createRevealing = (sigma: LineageSigma, scene: CanvasScene, lens: ReturnType<typeof createLens>) => {
  const reveal = (point: Point): void => {
    const { width, height } = sigma.getDimensions();
    const at = toScreen(sigma, point);
    const isInside = at.x > 20 && at.x < width - 80 && at.y > 30 && at.y < height - 50;
    if (!isInside) lens.look({ ...lens.current(), centre: point }, true);
  };
  return {
    reveal,
    revealSelected: (): void => {
      const selected = scene.selectedPoint();
      if (selected !== undefined) reveal(selected);
    },
  };
};

/** Whole pixels and thousandths are as fine as anybody can see. */
const toCameraState = ({ centre, ratio }: CameraView): CameraState => ({
  x: Math.round(centre.x),
  y: Math.round(centre.y),
  ratio: Number(ratio.toFixed(3)),
});

/** Sigma's camera in terms of the layout. Sigma frames a square around the box that it is given. */
const createLens = (sigma: LineageSigma) => {
  let width = 0;
  let height = 0;
  /** Whether it is another one. A canvas that is given a size, even the one it has, is made anew. */
  const takeSize = (): boolean => {
    sigma.resize();
    const size = sigma.getDimensions();
    if (size.width === width && size.height === height) return false;
    width = Math.max(1, size.width);
    height = Math.max(1, size.height);
    sigma.setCustomBBox({ x: [0, width], y: [0, height] });
    sigma.refresh();
    return true;
  };
  takeSize();
  const toState = ({ centre, ratio }: CameraView) => {
    const side = Math.max(width, height);
    return { x: 0.5 + (centre.x - width / 2) / side, y: 0.5 + (-centre.y - height / 2) / side, ratio };
  };
  return {
    takeSize,
    /** A move under way would go on to its own end: then it is not set. */
    aim: (view: CameraView): boolean => {
      const camera = sigma.getCamera();
      if (camera.isAnimated()) return false;
      camera.setState(toState(view));
      return true;
    },
    look: (view: CameraView, animated: boolean): void => {
      // Sigma may have seen a new size before the page told us.
      takeSize();
      const state = toState(view);
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
  const mouse = sigma.getMouseCaptor();
  mouse.on("wheel", moved);
  mouse.on("mousemovebody", ({ original }) => {
    // It tells of every move on the page: a drag of something else, such as a slider, began outside the canvas.
    if (mouse.isMouseDown && original instanceof MouseEvent && original.buttons !== 0) moved();
  });
  sigma.getTouchCaptor().on("touchmove", moved);
};
