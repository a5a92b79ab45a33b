import type { GraphShape, ShapeEdge } from "./graph-shape.ts";

/**
 * The edges of a shortest way between the root and a node, upstream or else downstream, from the root on; empty when
 * there is none or the node is the root. An accepted edge is taken before one in doubt of the same length.
 */
export const rootPath = (shape: GraphShape, node: string): readonly ShapeEdge[] => {
  const upstream = shortest(shape, node, (edge) => [edge.from, edge.to]);
  return upstream.length > 0 ? upstream : shortest(shape, node, (edge) => [edge.to, edge.from]);
};

const shortest = (
  shape: GraphShape,
  target: string,
  endsOf: (edge: ShapeEdge) => readonly [string, string],
): readonly ShapeEdge[] => {
  const leaving = new Map<string, ShapeEdge[]>();
  const surestFirst = [...shape.edges].sort((one, other) => rank(one) - rank(other));
  for (const edge of surestFirst) {
    const [start] = endsOf(edge);
    const known = leaving.get(start);
    if (known === undefined) leaving.set(start, [edge]);
    else known.push(edge);
  }
  const reachedBy = new Map<string, ShapeEdge | undefined>([[shape.root, undefined]]);
  for (const [id] of reachedBy) {
    for (const edge of leaving.get(id) ?? []) {
      const [, end] = endsOf(edge);
      if (!reachedBy.has(end)) reachedBy.set(end, edge);
    }
  }
  const path: ShapeEdge[] = [];
  for (let edge = reachedBy.get(target); edge !== undefined; edge = reachedBy.get(endsOf(edge)[0]))
    path.unshift(edge);
  return path;
};

const rank = (edge: ShapeEdge): number =>
  edge.status === "accepted" ? 0 : edge.status === "flagged" ? 1 : 2;
