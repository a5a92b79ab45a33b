import type { Focus, Selection } from "./view-state.ts";

/** What stands out on the canvas, by the ids of its marks; everything else steps back. */
export interface Emphasised {
  readonly nodes: ReadonlySet<string>;
  readonly edges: ReadonlySet<string>;
}

/** An edge of the shown graph: from the derived end to what it was made from. */
export interface FocusEdge {
  readonly id: string;
  readonly from: string;
  readonly to: string;
}

/** The shown graph, ready to be asked what touches what. */
export interface FocusIndex {
  has(node: string): boolean;
  /** Nodes and edges towards what it was built from, or towards what was built from it, the node itself among them. */
  closure(node: string, direction: "upstream" | "downstream"): Emphasised;
  neighbours(node: string): Emphasised;
  edge(id: string): FocusEdge | undefined;
}

export interface FocusRequest {
  readonly hovered?: Selection | undefined;
  readonly selection?: Selection | undefined;
  readonly focus: Focus;
  /** Nodes and edges of the ways that are shown; a way wins over the selection that it starts from. */
  readonly way?: { readonly nodes: readonly string[]; readonly edges: readonly string[] } | undefined;
}

/**
 * What is in focus: under the pointer first, then the shown ways, then the selection. Undefined when nothing is, or what is has
 * no mark on the canvas: then nothing steps back.
 */
export const focusOf = (index: FocusIndex, request: FocusRequest): Emphasised | undefined => {
  const { hovered, selection, focus, way } = request;
  const under = hovered && around(index, hovered, "neighbours");
  if (under !== undefined) return under;
  if (way !== undefined && way.edges.length > 0) return shownWay(index, way);
  return selection && around(index, selection, focus);
};

const around = (index: FocusIndex, selection: Selection, focus: Focus): Emphasised | undefined => {
  if (selection.kind === "edge") {
    const edge = index.edge(selection.id);
    return edge && { nodes: new Set([edge.from, edge.to]), edges: new Set([edge.id]) };
  }
  if (!index.has(selection.id)) return undefined;
  if (focus === "neighbours") return index.neighbours(selection.id);
  return index.closure(selection.id, focus === "ancestry" ? "upstream" : "downstream");
};

/** Undefined when the canvas shows nothing of it: all would be dimmed, and nothing lit. */
const shownWay = (index: FocusIndex, way: NonNullable<FocusRequest["way"]>): Emphasised | undefined => {
  const nodes = new Set(way.nodes.filter((id) => index.has(id)));
  const edges = new Set(way.edges.filter((id) => index.edge(id) !== undefined));
  return nodes.size === 0 ? undefined : { nodes, edges };
};

/**
 * Reads a graph once, so that each later question costs no more than its answer: hovering at 10,000 nodes is a look into a map.
 * What was asked last is kept, because the canvas asks again with each frame.
 */
export const createFocusIndex = (nodes: Iterable<string>, edges: readonly FocusEdge[]): FocusIndex => {
  const known = new Set(nodes);
  const byId = new Map<string, FocusEdge>();
  const leaving = new Map<string, FocusEdge[]>();
  const arriving = new Map<string, FocusEdge[]>();
  for (const edge of edges) {
    byId.set(edge.id, edge);
    add(leaving, edge.from, edge);
    add(arriving, edge.to, edge);
  }
  const closures = { upstream: new Map<string, Emphasised>(), downstream: new Map<string, Emphasised>() };
  return {
    has: (node) => known.has(node),
    edge: (id) => byId.get(id),
    neighbours: (node) => {
      const touching = [...(leaving.get(node) ?? []), ...(arriving.get(node) ?? [])];
      return {
        nodes: new Set([node, ...touching.flatMap((edge) => [edge.from, edge.to])]),
        edges: new Set(touching.map((edge) => edge.id)),
      };
    },
    closure: (node, direction) => {
      const kept = closures[direction].get(node);
      if (kept !== undefined) return kept;
      const found = direction === "upstream" ? reach(node, leaving, "to") : reach(node, arriving, "from");
      closures[direction].clear();
      closures[direction].set(node, found);
      return found;
    },
  };
};

const reach = (
  start: string,
  steps: ReadonlyMap<string, readonly FocusEdge[]>,
  end: "from" | "to",
): Emphasised => {
  const nodes = new Set([start]);
  const edges = new Set<string>();
  // A set is walked in the order in which it grows.
  for (const node of nodes) {
    for (const edge of steps.get(node) ?? []) {
      edges.add(edge.id);
      nodes.add(edge[end]);
    }
  }
  return { nodes, edges };
};

const add = (map: Map<string, FocusEdge[]>, key: string, edge: FocusEdge): void => {
  const known = map.get(key);
  if (known === undefined) map.set(key, [edge]);
  else known.push(edge);
};
