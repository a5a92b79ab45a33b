import { edgePoint } from "../../explorer/edge-curve.ts";
import { toDrawnGraph, type DrawnGraph } from "../../explorer/drawn-graph.ts";
import { FADED, nearOf, touchedBy, type Emphasis } from "../../explorer/emphasis.ts";
import type { LaidOut } from "../../explorer/layout-flow.ts";
import type { Layout, Point } from "../../explorer/layout.ts";
import type { Palette } from "../../explorer/palette.ts";
import { BY_DOMAIN, shadingOf, type Shading } from "../../explorer/shading.ts";
import type { Emphasised } from "../../state/focus.ts";
import type { Handles } from "../../state/lineage/handles-of.ts";
import type { Shade } from "../../state/view-state.ts";
import type { CanvasFocus, CanvasTarget } from "./canvas-controls.ts";
import { between, createMotion, movePlaces } from "./motion.ts";

export type CanvasScene = ReturnType<typeof createCanvasScene>;

export interface CanvasSceneDependencies {
  readonly readPalette: () => Palette;
  /** What has another look or another place: everything, or these nodes and edge pieces alone. */
  readonly onChange: (keys?: { nodes: string[]; edges: string[] }) => void;
  /** Only how much of it shows has changed. */
  readonly onLight: () => void;
}

export type Attention = CanvasFocus & { readonly emphasised?: Emphasised | undefined };

const NO_HANDLES: ReadonlyMap<string, Handles> = new Map();

/** What is on the canvas now, and how it gets to what shall be there: new nodes fade in, moved ones glide. */
export const createCanvasScene = (dependencies: CanvasSceneDependencies) => {
  const state = createState(dependencies.readPalette());
  return Object.assign(createReaders(state), createChanges(state, dependencies));
};

const createState = (palette: Palette): SceneState => ({
  palette,
  attention: { hovered: {}, selected: {} },
  emphasis: NOTHING,
  arriving: new Set(),
  shade: "domain",
  shading: BY_DOMAIN,
  handles: NO_HANDLES,
  pieces: new Map(),
  version: 0,
  progress: 1,
});

const createReaders = (state: SceneState) => ({
  /** All that an overlay shows beside the marks; `version` counts up whenever labels may have other places or words. */
  paint: (): Pick<SceneState, "emphasis" | "palette" | "shading" | "handles" | "version"> => state,
  emphasis: (): Emphasis => state.emphasis,
  rootShown: (): string | undefined => state.target?.shape.root,
  drawn: (): LaidOut | undefined =>
    state.target && state.layout && { shape: state.target.shape, layout: state.layout },
  isMoving: (): boolean => state.progress < 1,
  isStraight: (): boolean => state.layout?.kind === "force",
  /** The first of the pieces that an edge is drawn as. */
  pieceOf: (edge: string): string | undefined => state.pieces.get(edge)?.[0],
  /** Of what is far from the focus, and of what is arriving. */
  light: (): readonly [number, number] => [state.emphasis.near === undefined ? 1 : FADED, state.progress],
  /** Where what is drawn is going: a view that fits it fits the end of the move. */
  goal: (): LaidOut | undefined => state.target,
  /** Where the selected node lies, or the middle of the selected edge. */
  selectedPoint: (): Point | undefined => pointOf(state.target, state.attention.selected),
});

const createChanges = (state: SceneState, { readPalette, onChange, onLight }: CanvasSceneDependencies) => {
  const motion = createMotion((progress) => {
    state.progress = progress;
    if (state.before === undefined) return onLight();
    moveOn(state, progress);
    return onChange();
  });
  const relabel = (): void => {
    state.version += 1;
    onLight();
  };
  const repaint = (): void => {
    recolour(state);
    state.version += 1;
    onChange();
  };
  return {
    /** Builds the graph to hand to Sigma; `arrive` then lets what is new come in. */
    show: (next: LaidOut): DrawnGraph => takeNext(state, next),
    arrive: (): void => motion.start(state.progress < 1),
    /** Whether something else is selected than before. */
    attend: (next: Attention): boolean => {
      const { selected } = state.attention;
      const before = touchedBy(state.emphasis);
      state.attention = next;
      state.emphasis = toEmphasis(state);
      onChange(keysOf(state, [before, touchedBy(state.emphasis)]));
      return next.selected.node !== selected.node || next.selected.edge !== selected.edge;
    },
    offer: (handles: ReadonlyMap<string, Handles>): void => {
      state.handles = handles;
      relabel();
    },
    shade: (shade: Shade): void => {
      if (state.shade === shade) return;
      state.shade = shade;
      repaint();
    },
    repaint: (): void => {
      state.palette = readPalette();
      repaint();
    },
    /** Labels are measured and drawn again: fonts or words have changed. */
    relabel,
    close: motion.stop,
  };
};

interface SceneState {
  palette: Palette;
  attention: Attention;
  emphasis: Emphasis;
  shade: Shade;
  shading: Shading;
  handles: ReadonlyMap<string, Handles>;
  /** Where everything is going. */
  target?: LaidOut;
  /** Where everything was when the move began. */
  before?: Layout | undefined;
  /** Where everything is now. */
  layout?: Layout;
  graph?: DrawnGraph;
  /** The pieces that each edge is drawn as. */
  pieces: ReadonlyMap<string, readonly string[]>;
  arriving: ReadonlySet<string>;
  version: number;
  /** Of the move, 0 to 1. */
  progress: number;
}

const NOTHING: Emphasis = { near: undefined, arriving: new Set(), accent: "" };

/** Beyond so many nodes a glide costs more frames than it explains. */
const MOST_GLIDING = 1_500;

const pointOf = (target: LaidOut | undefined, { node, edge }: CanvasTarget): Point | undefined => {
  if (node !== undefined) return target?.layout.nodes.get(node);
  const drawn = target?.shape.edges.find((one) => one.id === edge);
  return drawn && target && edgePoint(drawn, target.layout, 0.5);
};

const takeNext = (state: SceneState, next: LaidOut): DrawnGraph => {
  const last = state.target;
  const isSameRoot = last?.shape.root === next.shape.root;
  const known = new Set(last?.shape.nodes.map((node) => node.id));
  // Where all is new, nothing tells by coming in that it is.
  const isCalm =
    !isSameRoot ||
    matchMedia("(prefers-reduced-motion: reduce)").matches ||
    next.shape.nodes.length > MOST_GLIDING;
  const glides = isSameRoot && !isCalm && moves(state.layout, next.layout);
  state.before = glides ? state.layout : undefined;
  state.arriving = new Set(next.shape.nodes.filter((node) => !known.has(node.id)).map((node) => node.id));
  state.progress = isCalm ? 1 : 0;
  state.target = next;
  state.layout = between(state.before, next.layout, 0);
  state.shading = shadingOf(state.shade, next.shape);
  state.graph = toDrawnGraph(next.shape, state.layout, state);
  state.pieces = piecesOf(state.graph);
  state.emphasis = toEmphasis(state);
  state.version += 1;
  return state.graph;
};

const moves = (before: Layout | undefined, after: Layout): boolean => {
  for (const [id, to] of after.nodes) {
    const from = before?.nodes.get(id);
    if (from !== undefined && (from.x !== to.x || from.y !== to.y)) return true;
  }
  return false;
};

const piecesOf = (graph: DrawnGraph): ReadonlyMap<string, readonly string[]> => {
  const pieces = new Map<string, string[]>();
  graph.forEachEdge((key, { edgeId }) => {
    const known = pieces.get(edgeId);
    if (known === undefined) pieces.set(edgeId, [key]);
    else known.push(key);
  });
  return pieces;
};

const moveOn = (state: SceneState, progress: number): void => {
  if (state.target === undefined || state.graph === undefined) return;
  state.layout = between(state.before, state.target.layout, progress);
  movePlaces(state.graph, state.layout);
  state.version += 1;
  if (progress === 1) state.before = undefined;
};

const recolour = (state: SceneState): void => {
  const { graph, target, layout } = state;
  if (graph === undefined || target === undefined || layout === undefined) return;
  state.shading = shadingOf(state.shade, target.shape);
  state.emphasis = toEmphasis(state);
  const fresh = toDrawnGraph(target.shape, layout, state);
  graph.forEachNode((id, node) => {
    const { color, fill, markColor } = fresh.getNodeAttributes(id);
    Object.assign(node, { color, fill, markColor });
  });
  graph.forEachEdge((id, edge) => {
    edge.color = fresh.getEdgeAttribute(id, "color");
  });
};

const toEmphasis = ({ target, attention, arriving, palette }: SceneState): Emphasis => {
  const { hovered, selected, emphasised } = attention;
  const isHovering = hovered.node !== undefined || hovered.edge !== undefined;
  return {
    near: emphasised ?? (target && nearOf(target.shape, isHovering ? hovered : selected)),
    arriving,
    accent: palette.accent,
    ...(selected.node !== undefined && { selectedNode: selected.node }),
    ...(selected.edge !== undefined && { selectedEdge: selected.edge }),
    ...(hovered.node !== undefined && { hoveredNode: hovered.node }),
    ...(hovered.edge !== undefined && { hoveredEdge: hovered.edge }),
  };
};

const keysOf = ({ graph, pieces }: SceneState, touched: readonly Emphasised[]) => ({
  nodes: [...new Set(touched.flatMap(({ nodes }) => [...nodes]))].filter((id) => graph?.hasNode(id) === true),
  edges: [...new Set(touched.flatMap(({ edges }) => [...edges]))].flatMap((id) => pieces.get(id) ?? []),
});
