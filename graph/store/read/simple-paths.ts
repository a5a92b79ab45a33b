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

export interface PathRequest {
  readonly from: string;
  readonly to: string;
  /** At most so many paths. */
  readonly count: number;
}

/** Half-made paths that are looked at before the search gives up on further ones; a few milliseconds. */
const MAX_STEPS = 50_000;

/**
 * The shortest simple paths between two nodes, shortest first, equal lengths in the order of their arcs. Best-first search
 * guided by the exact distance to the goal, so that the first `count` paths are found without a look at longer ones.
 */
export const simplePaths = (arcs: readonly Arc[], request: PathRequest): readonly SimplePath[] => {
  const leaving = groupBy(arcs, (arc) => arc.from);
  const distances = distancesTo(arcs, request.to);
  const start = distances.get(request.from);
  if (start === undefined || request.from === request.to) return [];
  /** Half-made paths by the least length that they can still reach. */
  const waiting = new Map<number, SimplePath[]>([[start, [{ nodes: [request.from], arcs: [] }]]]);
  const found: SimplePath[] = [];
  for (let steps = 0; steps < MAX_STEPS && waiting.size > 0 && found.length < request.count; steps += 1) {
    const path = takeShortest(waiting);
    const last = path.nodes.at(-1) ?? request.from;
    if (last === request.to) found.push(path);
    else for (const longer of extend(path, leaving.get(last) ?? [])) push(waiting, longer, distances);
  }
  return found;
};

/** In reverse, as the last one is looked at first. */
const extend = (path: SimplePath, arcs: readonly Arc[]): readonly SimplePath[] =>
  arcs
    .filter((arc) => !path.nodes.includes(arc.to))
    .toReversed()
    .map((arc) => ({ nodes: [...path.nodes, arc.to], arcs: [...path.arcs, arc.id] }));

const push = (
  waiting: Map<number, SimplePath[]>,
  path: SimplePath,
  distances: ReadonlyMap<string, number>,
): void => {
  const rest = distances.get(path.nodes.at(-1) ?? "");
  if (rest === undefined) return;
  const length = path.arcs.length + rest;
  const same = waiting.get(length);
  if (same === undefined) waiting.set(length, [path]);
  else same.push(path);
};

/** Of equals the last come is taken: it is the furthest made, so that one path is finished before the next is begun. */
const takeShortest = (waiting: Map<number, SimplePath[]>): SimplePath => {
  const length = Math.min(...waiting.keys());
  const same = waiting.get(length) ?? [];
  const path = same.pop() ?? { nodes: [], arcs: [] };
  if (same.length === 0) waiting.delete(length);
  return path;
};

const distancesTo = (arcs: readonly Arc[], goal: string): ReadonlyMap<string, number> => {
  const arriving = groupBy(arcs, (arc) => arc.to);
  const distances = new Map([[goal, 0]]);
  // A map is walked in the order in which it grows: breadth first.
  for (const [node, distance] of distances) {
    for (const { from } of arriving.get(node) ?? [])
      if (!distances.has(from)) distances.set(from, distance + 1);
  }
  return distances;
};

const groupBy = (arcs: readonly Arc[], key: (arc: Arc) => string): ReadonlyMap<string, readonly Arc[]> => {
  const groups = new Map<string, Arc[]>();
  for (const arc of arcs) {
    const group = groups.get(key(arc));
    if (group === undefined) groups.set(key(arc), [arc]);
    else group.push(arc);
  }
  return groups;
};
