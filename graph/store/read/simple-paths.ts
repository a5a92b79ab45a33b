import { createHeap } from "../../contamination/create-heap.ts";

/** An arc of a directed graph; `id` tells parallel ones apart. */
export interface Arc {
  readonly id: string;
  readonly from: string;
  readonly to: string;
}

/** A path without a repeated node: one node more than arcs. */
export interface SimplePath {
  readonly nodes: readonly string[];
  readonly arcs: readonly string[];
}

export interface PathRequest<One extends Arc> {
  readonly from: string;
  readonly to: string;
  /** At most so many paths. */
  readonly count: number;
  /** Arcs of a path at most. */
  readonly steps: number;
  /** What a path pays for an arc: a whole number, 0 or more. Default 1, so that the cheapest are the shortest. */
  readonly costOf?: (arc: One) => number;
}

export interface FoundPaths {
  readonly paths: readonly SimplePath[];
  /** Whether the search gave up before it had found all that was asked for. */
  readonly isCut: boolean;
}

/** Half-made paths that are looked at before the search gives up on further ones; some ten milliseconds. */
const MAX_LOOKED_AT = 50_000;
/** Half-made paths that wait to be looked at, with what a graph of wide fans makes of them. */
const MAX_WAITING = 400_000;

/**
 * The cheapest simple paths between two nodes, cheapest first, equal ones in the order of their arcs. Best-first search guided by
 * the exact cost of the rest of the way, so that the first `count` paths are found without a look at dearer ones.
 */
export const simplePaths = <One extends Arc>(arcs: readonly One[], request: PathRequest<One>): FoundPaths => {
  const { from, to, count, steps, costOf = () => 1 } = request;
  const rests = costsTo(arcs, to, costOf);
  const start = rests.get(from);
  if (start === undefined || from === to) return { paths: [], isCut: false };
  const leaving = groupBy(arcs, (arc) => arc.from);
  // Of equals the last come is taken: it is the furthest made, so that one path is finished before the next is begun.
  const waiting = createHeap<HalfPath>((one, other) => one.least - other.least || other.order - one.order);
  let order = 0;
  waiting.push({ node: from, spent: 0, least: start, length: 0, order });
  const paths: SimplePath[] = [];
  for (let looked = 0; paths.length < count; looked += 1) {
    const half = waiting.pop();
    if (half === undefined) return { paths, isCut: false };
    if (looked >= MAX_LOOKED_AT || order >= MAX_WAITING) return { paths, isCut: true };
    if (half.node === to) paths.push(toPath(half));
    else if (half.length < steps) {
      // In reverse, as the last one is looked at first.
      for (const arc of (leaving.get(half.node) ?? []).toReversed()) {
        const rest = rests.get(arc.to);
        if (rest === undefined || passes(half, arc.to)) continue;
        const spent = half.spent + costOf(arc);
        order += 1;
        const longer = { node: arc.to, arc: arc.id, before: half, spent, length: half.length + 1, order };
        waiting.push({ ...longer, least: spent + rest });
      }
    }
  }
  return { paths, isCut: false };
};

/** Linked to what it grew from, so that a longer one costs no copy. */
interface HalfPath {
  readonly node: string;
  /** Absent at the start. */
  readonly arc?: string;
  readonly before?: HalfPath;
  readonly spent: number;
  /** The least that a whole path through here costs. */
  readonly least: number;
  /** Arcs. */
  readonly length: number;
  /** When it was begun, counted up. */
  readonly order: number;
}

const passes = (half: HalfPath, node: string): boolean => {
  for (let at: HalfPath | undefined = half; at !== undefined; at = at.before) {
    if (at.node === node) return true;
  }
  return false;
};

const toPath = (last: HalfPath): SimplePath => {
  const nodes: string[] = [];
  const arcs: string[] = [];
  for (let at: HalfPath | undefined = last; at !== undefined; at = at.before) {
    nodes.push(at.node);
    if (at.arc !== undefined) arcs.push(at.arc);
  }
  return { nodes: nodes.toReversed(), arcs: arcs.toReversed() };
};

/** What the cheapest way from each node to the goal costs; nodes without a way are absent. */
const costsTo = <One extends Arc>(
  arcs: readonly One[],
  goal: string,
  costOf: (arc: One) => number,
): ReadonlyMap<string, number> => {
  const arriving = groupBy(arcs, (arc) => arc.to);
  const costs = new Map<string, number>();
  const waiting = createHeap<{ readonly node: string; readonly cost: number }>(
    (one, other) => one.cost - other.cost,
  );
  waiting.push({ node: goal, cost: 0 });
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { node, cost } = next;
    if (costs.has(node)) continue;
    costs.set(node, cost);
    for (const arc of arriving.get(node) ?? [])
      if (!costs.has(arc.from)) waiting.push({ node: arc.from, cost: cost + costOf(arc) });
  }
  return costs;
};

const groupBy = <One extends Arc>(
  arcs: readonly One[],
  key: (arc: One) => string,
): ReadonlyMap<string, readonly One[]> => {
  const groups = new Map<string, One[]>();
  for (const arc of arcs) {
    const group = groups.get(key(arc));
    if (group === undefined) groups.set(key(arc), [arc]);
    else group.push(arc);
  }
  return groups;
};
