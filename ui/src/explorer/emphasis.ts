import type { DrawnEdge, DrawnNode } from "./drawn-graph.ts";
import type { GraphShape, ShapeEdge } from "./graph-shape.ts";
import { rootPath } from "./root-path.ts";

/** What stands out and what steps back. Empty `near` means that nothing is in focus and everything shows. */
export interface Emphasis {
  readonly selectedNode?: string;
  readonly selectedEdge?: string;
  readonly hoveredNode?: string;
  readonly hoveredEdge?: string;
  readonly nearNodes: ReadonlySet<string>;
  readonly nearEdges: ReadonlySet<string>;
  /** Nodes that have just arrived and are fading in. */
  readonly arriving: ReadonlySet<string>;
  /** 0 to 1, of the arriving ones. */
  readonly arrival: number;
  /** What is left of the opacity of everything that is not near, 0 to 1. */
  readonly faded: number;
  readonly accent: string;
}

/** Under the pointer the rest nearly goes; beside a selection it stays readable, since a selection lasts. */
export const FADED_BY_HOVER = 0.15;
export const FADED_BY_SELECTION = 0.35;

export interface Focus {
  readonly node?: string | undefined;
  readonly edge?: string | undefined;
}

/** The node or edge in focus with what touches it, and on wish the way between it and the root. */
export const nearOf = (
  shape: GraphShape,
  focus: Focus,
  withRootPath = false,
): Pick<Emphasis, "nearNodes" | "nearEdges"> => {
  const nearNodes = new Set<string>();
  const nearEdges = new Set<string>();
  if (focus.node !== undefined) nearNodes.add(focus.node);
  const add = (edge: ShapeEdge): void => {
    nearEdges.add(edge.id);
    nearNodes.add(edge.from);
    nearNodes.add(edge.to);
  };
  for (const edge of shape.edges) {
    const touches =
      edge.id === focus.edge ||
      (focus.node !== undefined && (edge.from === focus.node || edge.to === focus.node));
    if (touches) add(edge);
  }
  if (withRootPath && focus.node !== undefined) for (const edge of rootPath(shape, focus.node)) add(edge);
  return { nearNodes, nearEdges };
};

/** Changes the copy that Sigma hands over, and makes none of its own: it runs for every node of every refresh. */
export const emphasiseNode = (id: string, node: DrawnNode, emphasis: Emphasis): DrawnNode => {
  if (node.isBend) return node;
  if (emphasis.nearNodes.size > 0 && !emphasis.nearNodes.has(id)) node.alpha *= emphasis.faded;
  if (emphasis.arriving.has(id)) node.alpha *= emphasis.arrival;
  if (id === emphasis.selectedNode || id === emphasis.hoveredNode) {
    node.ring = emphasis.accent;
    node.zIndex = 2;
  }
  return node;
};

export const emphasiseEdge = (edge: DrawnEdge, emphasis: Emphasis): DrawnEdge => {
  if (emphasis.nearEdges.size > 0) {
    if (emphasis.nearEdges.has(edge.edgeId)) edge.alpha = 1;
    else edge.alpha *= emphasis.faded;
  } else if (emphasis.nearNodes.size > 0) edge.alpha *= emphasis.faded;
  if (emphasis.arriving.has(edge.from) || emphasis.arriving.has(edge.to)) edge.alpha *= emphasis.arrival;
  if (edge.edgeId === emphasis.selectedEdge || edge.edgeId === emphasis.hoveredEdge) {
    edge.color = emphasis.accent;
    edge.size += 1;
    edge.zIndex = 2;
  }
  return edge;
};
