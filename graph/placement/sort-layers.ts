import { type Adjacency, toAdjacency } from "./adjacency.ts";
import type { PlainGraph } from "./placement.ts";

export interface Layering {
  readonly components: readonly (readonly number[])[];
  readonly layers: Uint32Array;
}

/** The layers of one component, left to right, empty ones left out; each from top to bottom. */
export type Component = readonly (readonly number[])[];

/** More sweeps change little that the eye would see. */
const SWEEPS = 6;

/**
 * Orders the nodes of each layer by the mean height of their neighbours, those on the left and those on the right in turns: fewer
 * edges cross. A height is a share of its layer, 0 to 1, so that a neighbour counts alike however far away its layer is.
 */
export function* sortLayers(
  graph: PlainGraph,
  { components, layers }: Layering,
): Generator<void, readonly Component[]> {
  const { size, from, to } = graph;
  const sides = [toAdjacency(size, from, to), toAdjacency(size, to, from)];
  const heights = new Float64Array(size);
  const drawn = components.map((nodes) => inLayers(nodes, layers));
  for (const component of drawn) for (const layer of component) setHeights(layer, heights);
  for (let sweep = 0; sweep < SWEEPS; sweep += 1) {
    const side = sides[sweep % 2];
    if (side === undefined) continue;
    for (const component of drawn) {
      if (component.length < 2) continue;
      for (const layer of sweep % 2 === 0 ? component.toReversed() : component) {
        sortLayer(layer, side, heights);
        setHeights(layer, heights);
      }
    }
    yield;
  }
  return drawn;
}

const inLayers = (nodes: readonly number[], layers: Uint32Array): number[][] => {
  const lists = new Map<number, number[]>();
  for (const node of nodes) {
    const layer = layers[node] ?? 0;
    const list = lists.get(layer);
    if (list === undefined) lists.set(layer, [node]);
    else list.push(node);
  }
  return [...lists].sort(([one], [other]) => one - other).map(([, list]) => list);
};

const setHeights = (layer: readonly number[], heights: Float64Array): void => {
  for (const [place, node] of layer.entries()) heights[node] = (place + 0.5) / layer.length;
};

const sortLayer = (layer: number[], side: Adjacency, heights: Float64Array): void => {
  const wanted = new Map(layer.map((node) => [node, meanHeight(node, side, heights)]));
  layer.sort(
    (one, other) =>
      (wanted.get(one) ?? 0) - (wanted.get(other) ?? 0) ||
      (heights[one] ?? 0) - (heights[other] ?? 0) ||
      one - other,
  );
};

/** Its own height when it has no neighbour there. */
const meanHeight = (node: number, { start, neighbour }: Adjacency, heights: Float64Array): number => {
  const first = start[node] ?? 0;
  const end = start[node + 1] ?? 0;
  if (first === end) return heights[node] ?? 0;
  let sum = 0;
  for (let place = first; place < end; place += 1) sum += heights[neighbour[place] ?? 0] ?? 0;
  return sum / (end - first);
};
