import { useSignalEffect } from "@preact/signals";
import type { JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { Sigma } from "sigma";
import { EdgeProgram, NodeProgram } from "sigma/rendering";
import { floatColor } from "sigma/utils";
// oxlint-disable-next-line import/no-named-as-default -- its types have the default export only
import Graph from "graphology";
import type { DrawnEdge, DrawnNode } from "../explorer/drawn-graph.ts";
import { emphasiseEdge, emphasiseNode } from "../explorer/emphasis.ts";
import type { LaidOut } from "../explorer/layout-flow.ts";
import { createCanvasScene, type CanvasScene } from "./canvas/canvas-scene.ts";
import { createCanvasControls } from "./canvas/create-canvas-controls.ts";
import { createLineageCamera, toScreen, type LineageSigma } from "./canvas/lineage-camera.ts";
import { createCurveProgram } from "./canvas/curve-program.ts";
import { createMarkProgram } from "./canvas/mark-program.ts";
import { drawOverlay } from "./canvas/overlay.ts";
import { readPalette } from "./canvas/read-palette.ts";
import type { CanvasControls, CanvasEvents, CanvasFocus } from "./canvas/canvas-controls.ts";
import type { ReadonlySignal } from "@preact/signals";

export interface LineageCanvasProps {
  readonly laidOut: ReadonlySignal<LaidOut | undefined>;
  readonly focus: ReadonlySignal<CanvasFocus>;
  readonly theme: ReadonlySignal<unknown>;
  readonly events: CanvasEvents;
  /** Called with the canvas's controls once it is there, and with undefined when it goes. */
  readonly onControls: (controls: CanvasControls | undefined) => void;
}

/** The drawn lineage: one Sigma for the page's life, with an overlay for glyphs and labels. */
export const LineageCanvas = ({
  laidOut,
  focus,
  theme,
  events,
  onControls,
}: LineageCanvasProps): JSX.Element => {
  const host = useRef<HTMLDivElement>(null);
  const overlay = useRef<HTMLCanvasElement>(null);
  const renderer = useRef<Renderer>(undefined);
  useEffect(() => {
    if (host.current === null || overlay.current === null) return undefined;
    const created = createRenderer(host.current, overlay.current, events);
    renderer.current = created;
    const current = laidOut.peek();
    if (current !== undefined) created.show(current);
    created.focus(focus.peek());
    onControls(created.controls);
    return () => {
      onControls(undefined);
      created.kill();
    };
  }, []);
  useSignalEffect(() => {
    const next = laidOut.value;
    if (next !== undefined) renderer.current?.show(next);
  });
  useSignalEffect(() => renderer.current?.focus(focus.value));
  useSignalEffect(() => {
    void theme.value;
    renderer.current?.repaint();
  });
  return (
    <>
      <div ref={host} class="canvas-host" aria-hidden="true" />
      <canvas ref={overlay} class="canvas-overlay" aria-hidden="true" />
    </>
  );
};

type Renderer = ReturnType<typeof createRenderer>;

const createRenderer = (host: HTMLElement, overlay: HTMLCanvasElement, events: CanvasEvents) => {
  const scene = createCanvasScene({ readPalette: () => readPalette(host), onChange: () => sigma.refresh() });
  const sigma = createSigma(host, scene);
  const camera = createLineageCamera(sigma, scene);
  const paint = () => paintOverlay({ sigma, scene, overlay });
  sigma.on("afterRender", paint);
  bindPointer(sigma, events);
  const stopResize = followSize(host, () => camera.keepCentre());
  const redrawFonts = () => sigma.refresh();
  void document.fonts.ready.then(redrawFonts);
  const darkness = matchMedia("(prefers-color-scheme: dark)");
  const repaint = () => scene.repaint();
  darkness.addEventListener("change", repaint);
  return {
    show: (next: LaidOut) => {
      const isNew = scene.rootShown !== next.shape.root;
      sigma.setGraph(scene.show(next));
      scene.arrive();
      if (isNew) camera.fit(false);
      else if (camera.follows) camera.fit(true);
      if (isNew) camera.revealSelected();
    },
    focus: (focus: CanvasFocus) => {
      if (scene.focus(focus)) camera.revealSelected();
      sigma.refresh({ partialGraph: scene.drawnKeys(), skipIndexation: true, schedule: true });
    },
    repaint,
    controls: createCanvasControls(sigma, scene, camera),
    kill: () => {
      stopResize();
      darkness.removeEventListener("change", repaint);
      scene.close();
      sigma.kill();
    },
  };
};

const createSigma = (host: HTMLElement, scene: CanvasScene): LineageSigma =>
  new Sigma<DrawnNode, DrawnEdge>(new Graph<DrawnNode, DrawnEdge>({ type: "directed", multi: true }), host, {
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
    nodeProgramClasses: { mark: createMarkProgram({ NodeProgram, floatColor }) },
    nodeHoverProgramClasses: { mark: createMarkProgram({ NodeProgram, floatColor }) },
    edgeProgramClasses: { curve: createCurveProgram({ EdgeProgram, floatColor }) },
    defaultDrawNodeHover: () => undefined,
    nodeReducer: (id, node) => emphasiseNode(id, node, scene.emphasis),
    edgeReducer: (_id, edge) => emphasiseEdge(edge, scene.emphasis),
  });

interface Painting {
  readonly sigma: LineageSigma;
  readonly scene: CanvasScene;
  readonly overlay: HTMLCanvasElement;
}

const paintOverlay = ({ sigma, scene, overlay }: Painting): void => {
  const { width, height } = sigma.getDimensions();
  const pixelRatio = window.devicePixelRatio;
  if (
    overlay.width !== Math.round(width * pixelRatio) ||
    overlay.height !== Math.round(height * pixelRatio)
  ) {
    overlay.width = Math.round(width * pixelRatio);
    overlay.height = Math.round(height * pixelRatio);
  }
  const context = overlay.getContext("2d");
  const drawn = scene.drawn;
  if (context === null || drawn === undefined) return;
  context.setTransform(pixelRatio, 0, 0, pixelRatio, 0, 0);
  drawOverlay(context, {
    ...drawn,
    palette: scene.palette,
    emphasis: scene.emphasis,
    toScreen: (point) => toScreen(sigma, point),
    scale: sigma.scaleSize(1),
    width,
    height,
  });
};

const bindPointer = (sigma: LineageSigma, events: CanvasEvents): void => {
  const edgeOf = (key: string): string => sigma.getGraph().getEdgeAttribute(key, "edgeId");
  sigma.on("enterNode", ({ node }) => events.onHover({ node }));
  sigma.on("leaveNode", () => events.onHover({}));
  sigma.on("enterEdge", ({ edge }) => events.onHover({ edge: edgeOf(edge) }));
  sigma.on("leaveEdge", () => events.onHover({}));
  sigma.on("clickNode", ({ node }) => events.onPick({ node }));
  sigma.on("clickEdge", ({ edge }) => events.onPick({ edge: edgeOf(edge) }));
  sigma.on("clickStage", () => events.onPick({}));
  sigma.on("doubleClickNode", ({ node, preventSigmaDefault }) => {
    preventSigmaDefault();
    events.onOpen(node);
  });
};

const followSize = (host: HTMLElement, onSize: () => void): (() => void) => {
  const observer = new ResizeObserver(onSize);
  observer.observe(host);
  return () => observer.disconnect();
};
