import { type Adjacency, toAdjacency } from "./adjacency.ts";
import type { PlainGraph } from "./placement.ts";

const NEW = 0;
const ON_WAY = 1;
const DONE = 2;

/**
 * The layer of each node, from 0: every source lies in a later layer than what was derived from it, as early as it can. A node with
 * more sources than uses then goes as late as it can, so that its edges become short. Edges that close a cycle do not count.
 */
export const findLayers = ({ size, from, to }: PlainGraph): Uint32Array => {
  const sources = toAdjacency(size, from, to);
  const uses = toAdjacency(size, to, from);
  const { order, ranks } = sortTopologically(size, sources);
  const layers = new Uint32Array(size);
  for (const node of order) {
    for (const source of neighboursOf(sources, node)) {
      if ((ranks[source] ?? 0) < (ranks[node] ?? 0)) continue;
      layers[source] = Math.max(layers[source] ?? 0, (layers[node] ?? 0) + 1);
    }
  }
  for (const node of order.toReversed()) {
    const towards = neighboursOf(sources, node);
    if (towards.length <= neighboursOf(uses, node).length) continue;
    let latest = Infinity;
    for (const source of towards) {
      if ((ranks[source] ?? 0) > (ranks[node] ?? 0)) latest = Math.min(latest, (layers[source] ?? 0) - 1);
    }
    if (latest !== Infinity) layers[node] = Math.max(layers[node] ?? 0, latest);
  }
  return layers;
};

const neighboursOf = ({ start, neighbour }: Adjacency, node: number): Uint32Array =>
  neighbour.subarray(start[node] ?? 0, start[node + 1] ?? 0);

/** Derived nodes before their sources, and each node's rank in that order; an edge back to a lower rank closes a cycle. */
const sortTopologically = (size: number, sources: Adjacency) => {
  const state = new Uint8Array(size);
  const cursor = sources.start.slice(0, size);
  const ended: number[] = [];
  for (let first = 0; first < size; first += 1) {
    if (state[first] !== NEW) continue;
    const way = [first];
    state[first] = ON_WAY;
    for (let node = way.at(-1); node !== undefined; node = way.at(-1)) {
      const place = cursor[node] ?? 0;
      if (place === sources.start[node + 1]) {
        state[node] = DONE;
        ended.push(node);
        way.pop();
        continue;
      }
      cursor[node] = place + 1;
      const next = sources.neighbour[place] ?? 0;
      if (state[next] !== NEW) continue;
      state[next] = ON_WAY;
      way.push(next);
    }
  }
  const order = ended.toReversed();
  const ranks = new Uint32Array(size);
  for (const [rank, node] of order.entries()) ranks[node] = rank;
  return { order, ranks };
};
