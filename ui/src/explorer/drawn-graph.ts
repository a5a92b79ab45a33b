// oxlint-disable-next-line import/no-named-as-default -- its types have the default export only
import Graph from "graphology";
import { toEdgeLook } from "./edge-look.ts";
import type { GraphShape, ShapeEdge } from "./graph-shape.ts";
import type { Layout, Point } from "./layout.ts";
import { RINGS } from "./contamination-ring.ts";
import { NODE_FORMS, NODE_OUTLINES, toNodeLook } from "./node-look.ts";
import type { Palette } from "./palette.ts";
import { BY_DOMAIN, type Shading } from "./shading.ts";

/** Attributes of a drawn node. Sigma reads the plain ones; the programs of the marks read the others. */
export interface DrawnNode {
  x: number;
  /** Upwards, as Sigma has it: the layout's y with its sign changed. */
  y: number;
  size: number;
  color: string;
  /** Colour of the halo, and of the inside of a hollow mark. */
  fill: string;
  /** Colour of the ring around a selected mark; "" for none. */
  ring: string;
  form: number;
  outline: number;
  /** Ring of contamination, 0 for none. */
  mark: number;
  markColor: string;
  alpha: number;
  /** 1 when it is part of what is in focus; the rest is dimmed. */
  near: number;
  /** 1 while it fades in. */
  arriving: number;
  zIndex: number;
  /** A bend of an edge: invisible, and never under the pointer. */
  isBend: boolean;
}

export interface DrawnEdge {
  size: number;
  color: string;
  dash: number;
  alpha: number;
  near: number;
  arriving: number;
  /** 1 when this piece begins at the derived dataset and bears the arrow. */
  head: number;
  zIndex: number;
  /** The edge that this piece belongs to. */
  edgeId: string;
  from: string;
  to: string;
}

/** A mark that nobody sees. */
export const BLANK_MARK: DrawnNode = {
  x: 0,
  y: 0,
  size: 1,
  color: "",
  fill: "",
  ring: "",
  form: 0,
  outline: 0,
  mark: 0,
  markColor: "",
  alpha: 0,
  near: 0,
  arriving: 0,
  zIndex: 0,
  isBend: false,
};

/** Too small to be drawn; Sigma takes 0 for "no size given" and would draw a mark. */
const BEND_SIZE = 0.001;

export type DrawnGraph = Graph<DrawnNode, DrawnEdge>;

export interface Paint {
  readonly palette: Palette;
  readonly shading?: Shading;
}

/** Builds what Sigma draws: marks, and each edge as pieces between its bends. Nodes without a place are left out. */
export const toDrawnGraph = (
  shape: GraphShape,
  layout: Layout,
  { palette, shading = BY_DOMAIN }: Paint,
): DrawnGraph => {
  const graph: DrawnGraph = new Graph({ type: "directed", multi: true, allowSelfLoops: true });
  for (const node of shape.nodes) {
    const point = layout.nodes.get(node.id);
    if (point === undefined) continue;
    const look = toNodeLook(node, shading);
    graph.addNode(node.id, {
      x: point.x,
      y: -point.y,
      size: look.radius,
      color: palette[look.color],
      fill: palette.paper,
      ring: "",
      form: NODE_FORMS[look.form],
      outline: NODE_OUTLINES[look.outline],
      mark: RINGS[look.ring],
      markColor: palette.rubric,
      alpha: 1,
      near: 0,
      arriving: 0,
      zIndex: 1,
      isBend: false,
    });
  }
  for (const edge of shape.edges) {
    if (edge.from !== edge.to && graph.hasNode(edge.from) && graph.hasNode(edge.to)) {
      addPieces(graph, edge, { bends: layout.bends.get(edge.id) ?? [], palette });
    }
  }
  return graph;
};

const addPieces = (
  graph: DrawnGraph,
  edge: ShapeEdge,
  { bends, palette }: { readonly bends: readonly Point[]; readonly palette: Palette },
): void => {
  const look = toEdgeLook(edge);
  const stops = [
    edge.from,
    ...bends.map((bend, index) => addBend(graph, `${edge.id}#${index}`, bend)),
    edge.to,
  ];
  for (const [index, stop] of stops.slice(1).entries()) {
    graph.addEdgeWithKey(`${edge.id}.${index}`, stops[index] ?? edge.from, stop, {
      size: look.width,
      color: palette[look.color],
      dash: look.dash,
      alpha: look.opacity,
      near: 0,
      arriving: 0,
      head: index === 0 ? 1 : 0,
      zIndex: edge.status === "accepted" ? 1 : 0,
      edgeId: edge.id,
      from: edge.from,
      to: edge.to,
    });
  }
};

const addBend = (graph: DrawnGraph, id: string, { x, y }: Point): string =>
  graph.addNode(id, { ...BLANK_MARK, x, y: -y, size: BEND_SIZE, isBend: true });
