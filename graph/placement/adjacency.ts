/** The neighbours of all nodes in one list: those of node n from `start[n]` up to `start[n + 1]`. */
export interface Adjacency {
  readonly start: Uint32Array;
  readonly neighbour: Uint32Array;
}

/** Neighbours of each node along edges from `ends` to `others`, in the order of the edges. A self edge is none. */
export const toAdjacency = (size: number, ends: Uint32Array, others: Uint32Array): Adjacency => {
  const start = new Uint32Array(size + 1);
  for (let edge = 0; edge < ends.length; edge += 1) {
    const end = ends[edge] ?? 0;
    if (end !== others[edge]) start[end + 1] = (start[end + 1] ?? 0) + 1;
  }
  for (let node = 0; node < size; node += 1) start[node + 1] = (start[node + 1] ?? 0) + (start[node] ?? 0);
  const next = start.slice();
  const neighbour = new Uint32Array(start[size] ?? 0);
  for (let edge = 0; edge < ends.length; edge += 1) {
    const end = ends[edge] ?? 0;
    const other = others[edge] ?? 0;
    if (end === other) continue;
    const place = next[end] ?? 0;
    neighbour[place] = other;
    next[end] = place + 1;
  }
  return { start, neighbour };
};
