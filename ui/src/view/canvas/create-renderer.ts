// oxlint-disable-next-line import/no-named-as-default -- its types have the default export only
import Graph from "graphology";
import { Sigma } from "sigma";
import { EdgeProgram, NodeProgram } from "sigma/rendering";
import { floatColor } from "sigma/utils";
import type { DrawnEdge, DrawnNode } from "../../explorer/drawn-graph.ts";
import { emphasiseEdge, emphasiseNode } from "../../explorer/emphasis.ts";
import type { LaidOut } from "../../explorer/layout-flow.ts";
import type { CameraState } from "../../state/view-state.ts";
import { bindPointer } from "./bind-pointer.ts";
import type { CanvasEvents } from "./canvas-controls.ts";
import { createCanvasScene, type Attention, type CanvasScene } from "./canvas-scene.ts";
import { createCanvasControls } from "./create-canvas-controls.ts";
import { createCurveProgram } from "./curve-program.ts";
import { createLineageCamera, screenMap, type LineageCamera, type LineageSigma } from "./lineage-camera.ts";
import { warmUp, whenDrawn } from "./first-drawing.ts";
import { IdleProgram } from "./idle-program.ts";
import { createMarkProgram } from "./mark-program.ts";
import { createOverlay } from "./overlay.ts";
import { pickByNumbers } from "./pick-by-numbers.ts";
import { readPalette } from "./read-palette.ts";

export interface RendererElements {
  readonly host: HTMLElement;
  /** Signs and labels of everything, and of what is in focus. */
  readonly below: HTMLCanvasElement;
  readonly above: HTMLCanvasElement;
}

export type Renderer = ReturnType<typeof createRenderer>;

/** Sigma with what is drawn over it. Throws when the browser has no WebGL. */
export const createRenderer = ({ host, below, above }: RendererElements, events: CanvasEvents) => {
  // Until Sigma has taken in a whole graph, it refuses to repaint a part of it.
  let isWholeDue = true;
  const scene = createCanvasScene({
    readPalette: () => readPalette(host),
    onChange: (keys) => {
      isWholeDue ||= keys === undefined;
      if (keys === undefined || isWholeDue) sigma.refresh({ schedule: true });
      else sigma.refresh({ partialGraph: keys, skipIndexation: true, schedule: true });
    },
    onLight: () => sigma.scheduleRender(),
  });
  const sigma = createSigma(host, scene);
  const overlay = createOverlay(below, above);
  const camera = createLineageCamera(sigma, scene, { onRest: (view) => events.onCamera?.(view) });
  pickByNumbers(sigma, scene, camera);
  const controls = createCanvasControls(sigma, { scene, camera, handles: () => overlay.handles });
  const paint = createPainter({ sigma, scene, overlay });
  sigma.on("afterRender", () => {
    isWholeDue = false;
    paint();
    controls.followView();
  });
  bindPointer(sigma, { events, handles: () => overlay.handles });
  const stopFollowing = followSurroundings(host, {
    onSize: camera.keepCentre,
    onDarkness: scene.repaint,
    onFonts: () => {
      overlay.forgetWidths();
      scene.relabel();
    },
  });
  const { show, look } = createShowing(sigma, scene, camera);
  const curtain = createCurtain(sigma, [host, below, above]);
  return {
    controls,
    show: (next: LaidOut): void => {
      isWholeDue = true;
      if (scene.rootShown() !== next.shape.root) curtain.drop();
      show(next);
      curtain.lift();
    },
    attend: (next: Attention): void => {
      if (scene.attend(next)) camera.revealSelected();
    },
    offer: scene.offer,
    shade: scene.shade,
    repaint: scene.repaint,
    look,
    kill: (): void => {
      stopFollowing();
      curtain.close();
      camera.close();
      scene.close();
      sigma.kill();
    },
  };
};

/** Hides the canvas until the first drawing of what is new is ready to be seen, and has the programs compiled before there is any. */
const createCurtain = (sigma: LineageSigma, elements: readonly HTMLElement[]) => {
  let stopWaiting: (() => void) | undefined;
  let isDown = false;
  const drop = (): void => {
    isDown = true;
    for (const { style } of elements) style.visibility = "hidden";
  };
  drop();
  warmUp(sigma);
  return {
    drop,
    lift: (): void => {
      if (!isDown) return;
      stopWaiting?.();
      stopWaiting = whenDrawn(sigma, () => {
        isDown = false;
        for (const { style } of elements) style.visibility = "";
      });
    },
    close: (): void => stopWaiting?.(),
  };
};

const createShowing = (sigma: LineageSigma, scene: CanvasScene, camera: LineageCamera) => {
  let wanted: CameraState | undefined;
  return {
    show: (next: LaidOut): void => {
      const isNew = scene.rootShown() !== next.shape.root;
      const graph = scene.show(next);
      // Before the graph is drawn, so that it is drawn once.
      const isAimed = isNew && camera.aim(wanted);
      sigma.setGraph(graph);
      scene.arrive();
      if (isAimed) return wanted === undefined ? camera.revealSelected() : undefined;
      if (isNew && wanted !== undefined) camera.goTo(wanted, false);
      else if (isNew) camera.fit(false);
      else if (camera.follows) camera.fit(true);
      if (isNew && wanted === undefined) camera.revealSelected();
    },
    /** Where a link says to look. What the canvas itself has said is where it is already. */
    look: (next: CameraState | undefined): void => {
      wanted = next;
      if (scene.drawn() === undefined) return;
      if (next === undefined && !camera.follows) camera.fit(true);
      if (next !== undefined && !isAt(camera, next)) camera.goTo(next, true);
    },
  };
};

const createSigma = (host: HTMLElement, scene: CanvasScene): LineageSigma => {
  const parts = { floatColor, light: scene.light };
  const mark = createMarkProgram({ NodeProgram, ...parts });
  return new Sigma<DrawnNode, DrawnEdge>(
    new Graph<DrawnNode, DrawnEdge>({ type: "directed", multi: true }),
    host,
    {
      allowInvalidContainer: true,
      autoCenter: false,
      renderLabels: false,
      enableEdgeEvents: true,
      zIndex: true,
      stagePadding: 0,
      minCameraRatio: 0.2,
      maxCameraRatio: 40,
      defaultNodeType: "mark",
      defaultEdgeType: "curve",
      nodeProgramClasses: { mark, circle: IdleProgram },
      nodeHoverProgramClasses: { mark: IdleProgram, circle: IdleProgram },
      edgeProgramClasses: {
        arrow: IdleProgram,
        line: IdleProgram,
        curve: createCurveProgram({ EdgeProgram, ...parts, isStraight: scene.isStraight }),
      },
      defaultDrawNodeHover: () => undefined,
      nodeReducer: (id, node) => emphasiseNode(id, node, scene.emphasis()),
      edgeReducer: (_id, edge) => emphasiseEdge(edge, scene.emphasis()),
    },
  );
};

interface Painting {
  readonly sigma: LineageSigma;
  readonly scene: CanvasScene;
  readonly overlay: ReturnType<typeof createOverlay>;
}

/** Paints the canvas below when the view or the drawing has changed, and the one above when what is in focus has. */
const createPainter = ({ sigma, scene, overlay }: Painting): (() => void) => {
  let paintedBelow = "";
  let paintedFor: unknown;
  return () => {
    const drawn = scene.drawn();
    const { version, ...paint } = scene.paint();
    if (drawn === undefined) return;
    const { width, height } = sigma.getDimensions();
    const { x, y, ratio } = sigma.getCamera().getState();
    const frame = {
      ...drawn,
      ...paint,
      toScreen: screenMap(sigma),
      scale: sigma.scaleSize(1),
      width,
      height,
    };
    const key = [x, y, ratio, width, height, window.devicePixelRatio, version].join(" ");
    if (key !== paintedBelow) overlay.paintBelow(frame);
    if (key !== paintedBelow || paintedFor !== paint.emphasis) overlay.paintAbove(frame);
    paintedBelow = key;
    paintedFor = paint.emphasis;
  };
};

interface Surroundings {
  readonly onSize: () => void;
  readonly onDarkness: () => void;
  readonly onFonts: () => void;
}

const followSurroundings = (
  host: HTMLElement,
  { onSize, onDarkness, onFonts }: Surroundings,
): (() => void) => {
  const observer = new ResizeObserver(onSize);
  observer.observe(host);
  const darkness = matchMedia("(prefers-color-scheme: dark)");
  darkness.addEventListener("change", onDarkness);
  void document.fonts.ready.then(onFonts);
  return () => {
    observer.disconnect();
    darkness.removeEventListener("change", onDarkness);
  };
};

/** Less than a pixel apart, as an address rounds it. */
const isAt = (
  camera: { readonly current: () => { centre: { x: number; y: number }; ratio: number } },
  next: CameraState,
): boolean => {
  const { centre, ratio } = camera.current();
  return (
    Math.abs(centre.x - next.x) <= 1 &&
    Math.abs(centre.y - next.y) <= 1 &&
    Math.abs(ratio - next.ratio) < 0.002
  );
};
