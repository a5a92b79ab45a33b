import { edgePoint } from "../../explorer/edge-curve.ts";
import type { DrawnGraph } from "../../explorer/drawn-graph.ts";
import { toDrawnGraph } from "../../explorer/drawn-graph.ts";
import { FADED_BY_HOVER, FADED_BY_SELECTION, nearOf, type Emphasis } from "../../explorer/emphasis.ts";
import type { LaidOut } from "../../explorer/layout-flow.ts";
import type { Layout, Point } from "../../explorer/layout.ts";
import type { Palette } from "../../explorer/palette.ts";
import type { CanvasFocus, CanvasTarget } from "./canvas-controls.ts";

export type CanvasScene = ReturnType<typeof createCanvasScene>;

export interface CanvasSceneDependencies {
  readonly readPalette: () => Palette;
  /** The drawn graph's attributes or emphasis have changed. */
  readonly onChange: () => void;
}

const MOVE_MS = 350;

/** What is on the canvas now, and how it gets to what shall be there: new nodes fade in, moved ones glide. */
export const createCanvasScene = ({ readPalette, onChange }: CanvasSceneDependencies) => {
  const state: SceneState = {
    palette: readPalette(),
    focus: { hovered: {}, selected: {} },
    arriving: new Set(),
    progress: 1,
    emphasis: NOTHING,
  };
  let frame = 0;
  const step = (startedAt: number) => (): void => {
    state.progress = Math.min(1, (performance.now() - startedAt) / MOVE_MS);
    moveOn(state);
    onChange();
    frame = state.progress < 1 ? requestAnimationFrame(step(startedAt)) : 0;
  };
  return {
    get emphasis() {
      return state.emphasis;
    },
    get palette() {
      return state.palette;
    },
    get rootShown() {
      return state.target?.shape.root;
    },
    get drawn() {
      return state.target && state.layout && { shape: state.target.shape, layout: state.layout };
    },
    get isMoving() {
      return state.progress < 1;
    },
    /** Where what is drawn is going: a view that fits it fits the end of the move. */
    get goal() {
      return state.target;
    },
    drawnKeys: () => ({ nodes: state.graph?.nodes() ?? [], edges: state.graph?.edges() ?? [] }),
    /** Where the selected node lies, or the middle of the selected edge. */
    selectedPoint: () => pointOf(state.target, state.focus.selected),
    /** Builds the graph to hand to Sigma; `arrive` then lets what is new come in. */
    show: (next: LaidOut): DrawnGraph => takeNext(state, next),
    arrive: (): void => {
      cancelAnimationFrame(frame);
      if (state.progress < 1) frame = requestAnimationFrame(step(performance.now()));
    },
    /** Whether something else is selected than before. */
    focus: (next: CanvasFocus): boolean => {
      const { selected } = state.focus;
      const isNewSelection = next.selected.node !== selected.node || next.selected.edge !== selected.edge;
      state.focus = next;
      state.emphasis = toEmphasis(state);
      return isNewSelection;
    },
    repaint: (): void => {
      state.palette = readPalette();
      recolour(state);
      onChange();
    },
    close: (): void => cancelAnimationFrame(frame),
  };
};

interface SceneState {
  palette: Palette;
  focus: CanvasFocus;
  /** Where everything is going. */
  target?: LaidOut;
  /** Where everything was when the move began. */
  before?: Layout | undefined;
  /** Where everything is now. */
  layout?: Layout;
  graph?: DrawnGraph;
  arriving: ReadonlySet<string>;
  /** Of the move, 0 to 1. */
  progress: number;
  emphasis: Emphasis;
}

const pointOf = (target: LaidOut | undefined, { node, edge }: CanvasTarget): Point | undefined => {
  if (node !== undefined) return target?.layout.nodes.get(node);
  const drawn = target?.shape.edges.find((one) => one.id === edge);
  return drawn && target && edgePoint(drawn, target.layout, 0.5);
};

const takeNext = (state: SceneState, next: LaidOut): DrawnGraph => {
  const last = state.target;
  const isSameRoot = last?.shape.root === next.shape.root;
  const known = new Set(last?.shape.nodes.map((node) => node.id));
  state.before = isSameRoot ? state.layout : undefined;
  state.arriving = new Set(next.shape.nodes.filter((node) => !known.has(node.id)).map((node) => node.id));
  state.progress = matchMedia("(prefers-reduced-motion: reduce)").matches ? 1 : 0;
  state.target = next;
  state.layout = between(state.before, next.layout, ease(state.progress));
  state.graph = toDrawnGraph(next.shape, state.layout, { palette: state.palette });
  state.emphasis = toEmphasis(state);
  return state.graph;
};

const moveOn = (state: SceneState): void => {
  if (state.target === undefined || state.graph === undefined) return;
  state.layout = between(state.before, state.target.layout, ease(state.progress));
  movePlaces(state.graph, state.layout);
  state.emphasis = toEmphasis(state);
  if (state.progress === 1) state.before = undefined;
};

const recolour = (state: SceneState): void => {
  state.emphasis = toEmphasis(state);
  const { graph, target, layout } = state;
  if (graph === undefined || target === undefined || layout === undefined) return;
  const fresh = toDrawnGraph(target.shape, layout, { palette: state.palette });
  graph.updateEachNodeAttributes((id, node) => ({ ...node, ...colorsOf(fresh.getNodeAttributes(id)) }));
  graph.updateEachEdgeAttributes((id, edge) => ({ ...edge, color: fresh.getEdgeAttribute(id, "color") }));
};

const NOTHING: Emphasis = {
  nearNodes: new Set(),
  nearEdges: new Set(),
  arriving: new Set(),
  arrival: 1,
  faded: 1,
  accent: "",
};

const toEmphasis = ({ target, focus, arriving, progress, palette }: SceneState): Emphasis => {
  const { hovered, selected } = focus;
  const isHovering = hovered.node !== undefined || hovered.edge !== undefined;
  const inFocus = isHovering ? hovered : selected;
  const near = target === undefined ? NOTHING : nearOf(target.shape, inFocus, !isHovering);
  return {
    nearNodes: near.nearNodes,
    nearEdges: near.nearEdges,
    arriving,
    arrival: progress,
    accent: palette.accent,
    faded: isHovering ? FADED_BY_HOVER : FADED_BY_SELECTION,
    ...(selected.node !== undefined && { selectedNode: selected.node }),
    ...(selected.edge !== undefined && { selectedEdge: selected.edge }),
    ...(hovered.node !== undefined && { hoveredNode: hovered.node }),
    ...(hovered.edge !== undefined && { hoveredEdge: hovered.edge }),
  };
};

const colorsOf = ({ color, fill }: { color: string; fill: string }) => ({ color, fill });

/** Quick start, soft end. */
const ease = (progress: number): number => 1 - (1 - progress) ** 3;

const between = (before: Layout | undefined, after: Layout, progress: number): Layout => {
  if (before === undefined || progress === 1) return after;
  const nodes = new Map<string, Point>();
  for (const [id, to] of after.nodes) {
    const from = before.nodes.get(id) ?? to;
    nodes.set(id, { x: from.x + (to.x - from.x) * progress, y: from.y + (to.y - from.y) * progress });
  }
  return { ...after, nodes };
};

const movePlaces = (graph: DrawnGraph, layout: Layout): void =>
  graph.updateEachNodeAttributes((id, node) => {
    const point = layout.nodes.get(id);
    return point === undefined ? node : { ...node, x: point.x, y: -point.y };
  });
