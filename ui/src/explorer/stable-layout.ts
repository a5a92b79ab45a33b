import { ROW_GAP, type Layout, type LayoutGraph, type Point } from "./layout.ts";

/**
 * Adds what is new to a layout without moving what is there: a node moves only when a new edge would make it
 * lie beside or left of something built from it. New nodes take the free place nearest to their neighbours.
 * Places of nodes that are gone stay reserved, so that a filter can be lifted again without a jump.
 */
export const extendLayout = (previous: Layout, graph: LayoutGraph): Layout => {
  const { columnGap } = previous;
  const edges = forwardEdges(graph);
  const columns = toColumns(previous, graph, edges);
  const nodes = new Map<string, Point>();
  const taken = new Map<number, number[]>();
  const put = (id: string, point: Point): void => {
    nodes.set(id, point);
    pushTo(taken, point.x, point.y);
  };

  const moved: string[] = [];
  for (const { id } of graph.nodes) {
    const before = previous.nodes.get(id);
    const x = (columns.get(id) ?? 0) * columnGap;
    if (before !== undefined && before.x === x) put(id, before);
    else moved.push(id);
  }
  for (const [id, point] of previous.nodes) if (!columns.has(id)) put(id, point);
  const neighbours = neighboursBy(edges);
  moved.sort((one, other) => (columns.get(one) ?? 0) - (columns.get(other) ?? 0));
  for (const id of moved) {
    const x = (columns.get(id) ?? 0) * columnGap;
    const wanted = meanHeight(neighbours.get(id) ?? [], nodes) ?? previous.nodes.get(id)?.y ?? 0;
    put(id, { x, y: freePlace(taken.get(x) ?? [], wanted) });
  }
  return { nodes, bends: keptBends(previous, graph, nodes), columnGap };
};

const pushTo = <Key, Item>(lists: Map<Key, Item[]>, key: Key, item: Item): void => {
  const known = lists.get(key);
  if (known === undefined) lists.set(key, [item]);
  else known.push(item);
};

type LayoutEdge = LayoutGraph["edges"][number];

/** The edges without those that close a cycle on a walk from the root, which no layering can honour. */
const forwardEdges = (graph: LayoutGraph): readonly LayoutEdge[] => {
  const leaving = new Map<string, LayoutEdge[]>();
  for (const edge of graph.edges) pushTo(leaving, edge.from, edge);
  const state = new Map<string, "open" | "done">();
  const forward: LayoutEdge[] = [];
  const visit = (start: string): void => {
    // An own stack: a chain of thousands must not overflow the engine's.
    const stack = [{ id: start, next: 0 }];
    state.set(start, "open");
    for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
      const edge = leaving.get(top.id)?.[top.next];
      top.next += 1;
      if (edge === undefined) {
        state.set(top.id, "done");
        stack.pop();
      } else if (state.get(edge.to) !== "open") {
        forward.push(edge);
        if (!state.has(edge.to)) {
          state.set(edge.to, "open");
          stack.push({ id: edge.to, next: 0 });
        }
      }
    }
  };
  for (const id of [graph.root, ...graph.nodes.map((node) => node.id)]) if (!state.has(id)) visit(id);
  return forward;
};

/** Each node's column: where it was, or further right when something built from it needs that. */
const toColumns = (
  previous: Layout,
  graph: LayoutGraph,
  edges: readonly LayoutEdge[],
): ReadonlyMap<string, number> => {
  const leaving = new Map<string, string[]>();
  const missing = new Map<string, number>(graph.nodes.map(({ id }) => [id, 0]));
  for (const { from, to } of edges) {
    pushTo(leaving, from, to);
    missing.set(to, (missing.get(to) ?? 0) + 1);
  }
  const columns = new Map<string, number>();
  const before = (id: string) => {
    const point = previous.nodes.get(id);
    return point && Math.round(point.x / previous.columnGap);
  };
  const queue = graph.nodes.flatMap(({ id }) => (missing.get(id) === 0 ? [id] : []));
  for (const id of queue) {
    const column = columns.get(id) ?? before(id) ?? columnLeftOf(leaving.get(id) ?? [], before);
    columns.set(id, column);
    for (const source of leaving.get(id) ?? []) {
      columns.set(source, Math.max(columns.get(source) ?? before(source) ?? -Infinity, column + 1));
      const left = (missing.get(source) ?? 0) - 1;
      missing.set(source, left);
      if (left === 0) queue.push(source);
    }
  }
  return columns;
};

/** A new dataset downstream of known ones goes left of all of them. */
const columnLeftOf = (sources: readonly string[], before: (id: string) => number | undefined): number => {
  const known = sources.flatMap((id) => before(id) ?? []);
  return known.length === 0 ? 0 : Math.min(...known) - 1;
};

const neighboursBy = (edges: readonly LayoutEdge[]): ReadonlyMap<string, readonly string[]> => {
  const neighbours = new Map<string, string[]>();
  for (const { from, to } of edges) {
    pushTo(neighbours, from, to);
    pushTo(neighbours, to, from);
  }
  return neighbours;
};

const meanHeight = (ids: readonly string[], nodes: ReadonlyMap<string, Point>): number | undefined => {
  const heights = ids.flatMap((id) => nodes.get(id)?.y ?? []);
  return heights.length === 0 ? undefined : heights.reduce((sum, y) => sum + y, 0) / heights.length;
};

/** The place nearest to the wanted height that keeps a row's distance from all taken ones. */
const freePlace = (taken: readonly number[], wanted: number): number => {
  const sorted = [...taken].sort((one, other) => one - other);
  const below = firstFree(sorted, wanted, 1);
  const above = firstFree(sorted.toReversed(), wanted, -1);
  return wanted - above < below - wanted ? above : below;
};

/** Steps away from the wanted height, over the taken ones in the order in which they are met. */
const firstFree = (taken: readonly number[], wanted: number, step: 1 | -1): number => {
  let place = wanted;
  for (const other of taken) {
    if (Math.abs(other - place) < ROW_GAP - 0.01) place = other + step * ROW_GAP;
  }
  return place;
};

/** An edge keeps its bends while both its ends stay where they were. */
const keptBends = (
  previous: Layout,
  graph: LayoutGraph,
  nodes: ReadonlyMap<string, Point>,
): Layout["bends"] => {
  const stayed = (id: string) => nodes.get(id) === previous.nodes.get(id);
  return new Map(
    graph.edges.flatMap(({ id, from, to }) => {
      const bends = previous.bends.get(id);
      return bends !== undefined && stayed(from) && stayed(to) ? [[id, bends] as const] : [];
    }),
  );
};
