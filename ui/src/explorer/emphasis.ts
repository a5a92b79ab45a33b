import type { Emphasised } from "../state/focus.ts";
import type { DrawnEdge, DrawnNode } from "./drawn-graph.ts";
import type { GraphShape } from "./graph-shape.ts";
import { indexShape } from "./shape-index.ts";

/** What stands out and what steps back. */
export interface Emphasis {
  readonly selectedNode?: string;
  readonly selectedEdge?: string;
  readonly hoveredNode?: string;
  readonly hoveredEdge?: string;
  /** Undefined when nothing is in focus and everything shows. */
  readonly near: Emphasised | undefined;
  /** Nodes that have just arrived and are fading in. */
  readonly arriving: ReadonlySet<string>;
  readonly accent: string;
}

/** What is left of the opacity of everything that is not near, 0 to 1. */
export const FADED = 0.15;

export interface Focus {
  readonly node?: string | undefined;
  readonly edge?: string | undefined;
}

/** The node or edge in focus with what touches it; undefined when it is not drawn. */
export const nearOf = (shape: GraphShape, focus: Focus): Emphasised | undefined => {
  if (focus.node === undefined && focus.edge === undefined) return undefined;
  const { edges: byId, edgesAt } = indexShape(shape);
  const nodes = new Set<string>(focus.node === undefined ? [] : [focus.node]);
  const edges = new Set<string>();
  const focused = focus.edge === undefined ? undefined : byId.get(focus.edge);
  const touching = focus.node === undefined ? [] : (edgesAt.get(focus.node) ?? []);
  for (const edge of focused === undefined ? touching : [focused, ...touching]) {
    edges.add(edge.id);
    nodes.add(edge.from);
    nodes.add(edge.to);
  }
  return { nodes, edges };
};

/**
 * Changes the copy that Sigma hands over, and makes none of its own: it runs for every node of every refresh. What is far and what
 * arrives is dimmed by the shaders, so that a hover need not touch what it dims.
 */
export const emphasiseNode = (id: string, node: DrawnNode, emphasis: Emphasis): DrawnNode => {
  if (node.isBend) return node;
  if (emphasis.near?.nodes.has(id) === true) node.near = 1;
  if (emphasis.arriving.has(id)) node.arriving = 1;
  if (id === emphasis.selectedNode || id === emphasis.hoveredNode) {
    node.ring = emphasis.accent;
    node.near = 1;
    node.zIndex = 2;
  }
  return node;
};

export const emphasiseEdge = (edge: DrawnEdge, emphasis: Emphasis): DrawnEdge => {
  if (emphasis.near?.edges.has(edge.edgeId) === true) {
    edge.near = 1;
    edge.alpha = 1;
  }
  if (emphasis.arriving.has(edge.from) || emphasis.arriving.has(edge.to)) edge.arriving = 1;
  if (edge.edgeId === emphasis.selectedEdge || edge.edgeId === emphasis.hoveredEdge) {
    edge.color = emphasis.accent;
    edge.size += 1;
    edge.near = 1;
    edge.zIndex = 2;
  }
  return edge;
};

/** Ids of the nodes and edges that look different under one emphasis than without any. */
export const touchedBy = (emphasis: Emphasis): Emphasised => {
  const nodes = new Set(emphasis.near?.nodes);
  const edges = new Set(emphasis.near?.edges);
  for (const id of [emphasis.selectedNode, emphasis.hoveredNode]) if (id !== undefined) nodes.add(id);
  for (const id of [emphasis.selectedEdge, emphasis.hoveredEdge]) if (id !== undefined) edges.add(id);
  return { nodes, edges };
};
