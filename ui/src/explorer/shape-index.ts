import type { GraphShape, ShapeEdge, ShapeNode } from "./graph-shape.ts";

export interface ShapeIndex {
  readonly nodes: ReadonlyMap<string, ShapeNode>;
  readonly edges: ReadonlyMap<string, ShapeEdge>;
  /** The edges that touch a node; a node without any has no entry. */
  readonly edgesAt: ReadonlyMap<string, readonly ShapeEdge[]>;
}

const indexes = new WeakMap<GraphShape, ShapeIndex>();

/** Where things are in a shape: made once for each, since the pointer asks at every move. */
export const indexShape = (shape: GraphShape): ShapeIndex => {
  const known = indexes.get(shape);
  if (known !== undefined) return known;
  const edgesAt = new Map<string, ShapeEdge[]>();
  for (const edge of shape.edges) {
    for (const end of new Set([edge.from, edge.to])) {
      const there = edgesAt.get(end);
      if (there === undefined) edgesAt.set(end, [edge]);
      else there.push(edge);
    }
  }
  const index: ShapeIndex = {
    nodes: new Map(shape.nodes.map((node) => [node.id, node])),
    edges: new Map(shape.edges.map((edge) => [edge.id, edge])),
    edgesAt,
  };
  indexes.set(shape, index);
  return index;
};
