import type { DrawnGraph } from "../../explorer/drawn-graph.ts";
import { toDrawnGraph } from "../../explorer/drawn-graph.ts";
import {
  FADED_BY_HOVER,
  FADED_BY_SELECTION,
  nearOf,
  type Emphasis,
} from "../../explorer/emphasis.ts";
import type { LaidOut } from "../../explorer/layout-flow.ts";
import type { Layout, Point } from "../../explorer/layout.ts";
import type { Palette } from "../../explorer/palette.ts";
import type { CanvasFocus } from "./canvas-controls.ts";

export type CanvasScene = ReturnType<typeof createCanvasScene>;

export interface CanvasSceneDependencies {
  readonly readPalette: () => Palette;
  /** The drawn graph's attributes or emphasis have changed. */
  readonly onChange: () => void;
}

const MOVE_MS = 350;

/** What is on the canvas now, and how it gets to what shall be there: new nodes fade in, moved ones glide. */
export const createCanvasScene = ({ readPalette, onChange }: CanvasSceneDependencies) => {
  let palette = readPalette();
  let target: LaidOut | undefined;
  let before: Layout | undefined;
  let graph: DrawnGraph | undefined;
  let frame = 0;
  let focus: CanvasFocus = { hovered: {}, selected: {} };
  let arriving: ReadonlySet<string> = new Set();
  let progress = 1;
  let emphasis = NOTHING;
  let keys: { nodes: string[]; edges: string[] } = { nodes: [], edges: [] };
  let layoutNow: Layout | undefined;

  const updateEmphasis = (): void => {
    emphasis = toEmphasis({ target, focus, arriving, arrival: progress, accent: palette.accent });
  };
  const draw = ({ shape, layout }: LaidOut): DrawnGraph => {
    layoutNow = between(before, layout, ease(progress));
    const drawn = toDrawnGraph(shape, layoutNow, palette);
    keys = { nodes: drawn.nodes(), edges: drawn.edges() };
    graph = drawn;
    updateEmphasis();
    return drawn;
  };
  const step = (startedAt: number) => (): void => {
    progress = Math.min(1, (performance.now() - startedAt) / MOVE_MS);
    if (target === undefined || graph === undefined) return;
    layoutNow = between(before, target.layout, ease(progress));
    movePlaces(graph, layoutNow);
    updateEmphasis();
    onChange();
    frame = progress < 1 ? requestAnimationFrame(step(startedAt)) : 0;
    if (progress === 1) before = undefined;
  };
  return {
    get emphasis() {
      return emphasis;
    },
    get palette() {
      return palette;
    },
    get rootShown() {
      return target?.shape.root;
    },
    get drawn() {
      return target && layoutNow && { shape: target.shape, layout: layoutNow };
    },
    drawnKeys: () => keys,
    selectedPoint: () => layoutNow?.nodes.get(focus.selected.node ?? ""),
    /** Builds the graph to hand to Sigma; `arrive` then lets what is new come in. */
    show: (next: LaidOut): DrawnGraph => {
      const last = target;
      const isSameRoot = last?.shape.root === next.shape.root;
      const known = new Set(last?.shape.nodes.map((node) => node.id));
      before = isSameRoot ? layoutNow : undefined;
      arriving = new Set(next.shape.nodes.filter((node) => !known.has(node.id)).map((node) => node.id));
      progress = matchMedia("(prefers-reduced-motion: reduce)").matches ? 1 : 0;
      target = next;
      return draw(next);
    },
    arrive: (): void => {
      cancelAnimationFrame(frame);
      if (progress < 1) frame = requestAnimationFrame(step(performance.now()));
    },
    /** Whether another node is selected than before. */
    focus: (next: CanvasFocus): boolean => {
      const isNewSelection = next.selected.node !== focus.selected.node;
      focus = next;
      updateEmphasis();
      return isNewSelection;
    },
    repaint: (): void => {
      palette = readPalette();
      updateEmphasis();
      if (graph === undefined || target === undefined) return;
      const fresh = toDrawnGraph(target.shape, layoutNow ?? target.layout, palette);
      graph.updateEachNodeAttributes((id, node) => ({ ...node, ...colorsOf(fresh.getNodeAttributes(id)) }));
      graph.updateEachEdgeAttributes((id, edge) => ({ ...edge, color: fresh.getEdgeAttribute(id, "color") }));
      onChange();
    },
    close: (): void => cancelAnimationFrame(frame),
  };
};

const NOTHING: Emphasis = {
  nearNodes: new Set(),
  nearEdges: new Set(),
  arriving: new Set(),
  arrival: 1,
  faded: 1,
  accent: "",
};

interface EmphasisParts {
  readonly target: LaidOut | undefined;
  readonly focus: CanvasFocus;
  readonly arriving: ReadonlySet<string>;
  readonly arrival: number;
  readonly accent: string;
}

const toEmphasis = ({ target, focus, arriving, arrival, accent }: EmphasisParts): Emphasis => {
  const { hovered, selected } = focus;
  const isHovering = hovered.node !== undefined || hovered.edge !== undefined;
  const inFocus = isHovering ? hovered : selected;
  const near = target === undefined ? NOTHING : nearOf(target.shape, inFocus);
  return {
    nearNodes: near.nearNodes,
    nearEdges: near.nearEdges,
    arriving,
    arrival,
    accent,
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
