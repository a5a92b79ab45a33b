import type { ElkExtendedEdge, ElkNode } from "elkjs/lib/elk-api.js";
import { COLUMN_GAP, ROW_GAP, type Layout, type LayoutGraph, type Point } from "./layout.ts";

const NODE_SIZE = 12;
/** Above this many nodes the careful strategies take over a second (measured 3.6 s at 1,308 nodes, fast 0.9 s). */
const CAREFUL_UP_TO = 250;
const MOST_LAYERS_PASSED = 1;
/** Widths to heights between which a graph fills a page well, labels not counted. */
const NARROWEST_SHAPE = 0.8;
const WIDEST_SHAPE = 1.05;
/** Rows are never farther apart than this many times their gap. */
const MOST_STRETCH = 2;
/** Two places closer than this belong to one column. */
const SAME_COLUMN = 20;

const COMMON = {
  "elk.algorithm": "layered",
  "elk.direction": "RIGHT",
  "elk.edgeRouting": "POLYLINE",
  "elk.separateConnectedComponents": "false",
  "elk.spacing.edgeNode": "16",
  "elk.spacing.edgeEdge": "10",
  "elk.layered.spacing.nodeNodeBetweenLayers": "120",
  "elk.layered.spacing.edgeNodeBetweenLayers": "30",
};
const CAREFUL = {
  "elk.layered.layering.strategy": "NETWORK_SIMPLEX",
  "elk.layered.nodePlacement.strategy": "BRANDES_KOEPF",
  "elk.layered.nodePlacement.bk.fixedAlignment": "BALANCED",
  "elk.layered.thoroughness": "12",
};
const FAST = {
  "elk.layered.layering.strategy": "LONGEST_PATH_SOURCE",
  "elk.layered.nodePlacement.strategy": "BRANDES_KOEPF",
  "elk.layered.nodePlacement.bk.fixedAlignment": "BALANCED",
  "elk.layered.thoroughness": "1",
};

/** Asks for derived datasets on the left and what they were built from on the right. A self edge has no place in layers. */
export const toLayeredRequest = (graph: LayoutGraph): ElkNode => {
  const isSmall = graph.nodes.length <= CAREFUL_UP_TO;
  const edges = graph.edges.filter(({ from, to }) => from !== to);
  return {
    id: "lineage",
    layoutOptions: {
      ...COMMON,
      ...(isSmall ? CAREFUL : FAST),
      "elk.spacing.nodeNode": String(ROW_GAP - NODE_SIZE),
    },
    children: graph.nodes.map(({ id }) => ({ id, width: NODE_SIZE, height: NODE_SIZE })),
    edges: (isSmall ? edges : withoutLong(edges)).map(({ id, from, to }) => ({
      id,
      sources: [from],
      targets: [to],
    })),
  };
};

/**
 * Leaves out the edges that pass over more than one layer; they are then drawn the shortest way. Each costs the layout a place in
 * every layer that it crosses, and no layer depends on one: by the longest way from the roots, every node has an edge from the layer before.
 */
const withoutLong = (edges: LayoutGraph["edges"]): LayoutGraph["edges"] => {
  const levels = longestWays(edges);
  return edges.filter(({ from, to }) => {
    const [before, after] = [levels.get(from), levels.get(to)];
    return before === undefined || after === undefined || after - before <= MOST_LAYERS_PASSED + 1;
  });
};

/** How many edges the longest way from any root to a node has; nothing of nodes in a circle or below one. */
const longestWays = (edges: LayoutGraph["edges"]): ReadonlyMap<string, number> => {
  const targets = new Map<string, string[]>();
  const waiting = new Map<string, number>();
  for (const { from, to } of edges) {
    const known = targets.get(from);
    if (known === undefined) targets.set(from, [to]);
    else known.push(to);
    waiting.set(to, (waiting.get(to) ?? 0) + 1);
  }
  const longest = new Map<string, number>();
  const levels = new Map<string, number>();
  let ready = [...targets.keys()].filter((id) => !waiting.has(id));
  while (ready.length > 0) {
    const next: string[] = [];
    for (const id of ready) {
      const level = longest.get(id) ?? 0;
      levels.set(id, level);
      for (const to of targets.get(id) ?? []) {
        longest.set(to, Math.max(longest.get(to) ?? 0, level + 1));
        const left = (waiting.get(to) ?? 0) - 1;
        waiting.set(to, left);
        if (left === 0) next.push(to);
      }
    }
    ready = next;
  }
  return levels;
};

/** Takes the answer over on a grid of even columns, with the root at the origin. */
export const fromLayeredAnswer = (answer: ElkNode, root: string): Layout => {
  const centres = new Map(
    (answer.children ?? []).map((node) => [
      node.id,
      { x: (node.x ?? 0) + NODE_SIZE / 2, y: (node.y ?? 0) + NODE_SIZE / 2 },
    ]),
  );
  const columns = columnsOf([...centres.values()].map((point) => point.x));
  const origin = centres.get(root) ?? { x: 0, y: 0 };
  const rootColumn = nearestColumn(columns, origin.x);
  const { columnGap, stretch } = fill(columns.length, heightOf([...centres.values()]));
  const place = (point: Point): Point => ({
    x: (nearestColumn(columns, point.x) - rootColumn) * columnGap,
    y: (point.y - origin.y) * stretch,
  });
  const nodes = new Map([...centres].map(([id, centre]) => [id, place(centre)]));
  const bends = new Map<string, readonly Point[]>();
  for (const edge of answer.edges ?? []) {
    const points = bendsOf(edge, place, nodes);
    if (points.length > 0) bends.set(edge.id, points);
  }
  return { nodes, bends, columnGap };
};

/**
 * A high graph of few columns is spread out in width, which also makes its edges less steep; a flat one of many
 * columns is spread out in height, which gives its labels room.
 */
const fill = (columns: number, height: number): { readonly columnGap: number; readonly stretch: number } => {
  if (columns < 2 || height === 0) return { columnGap: COLUMN_GAP, stretch: 1 };
  const width = (columns - 1) * COLUMN_GAP;
  return {
    columnGap: Math.max(COLUMN_GAP, Math.round((height * NARROWEST_SHAPE) / (columns - 1))),
    stretch: Math.min(MOST_STRETCH, Math.max(1, width / WIDEST_SHAPE / height)),
  };
};

const heightOf = (points: readonly Point[]): number => {
  const heights = points.map((point) => point.y);
  return Math.max(...heights) - Math.min(...heights);
};

const columnsOf = (places: readonly number[]): readonly number[] => {
  const columns: number[] = [];
  for (const place of [...places].sort((one, other) => one - other)) {
    const last = columns.at(-1);
    if (last === undefined || place - last > SAME_COLUMN) columns.push(place);
  }
  return columns;
};

const nearestColumn = (columns: readonly number[], place: number): number => {
  let best = 0;
  for (const [index, column] of columns.entries()) {
    if (Math.abs(column - place) < Math.abs((columns[best] ?? 0) - place)) best = index;
  }
  return best;
};

/** One bend in each column strictly between the ends: the layers' own gaps need none, since edges are drawn as curves. */
const bendsOf = (
  edge: ElkExtendedEdge,
  place: (point: Point) => Point,
  nodes: ReadonlyMap<string, Point>,
): readonly Point[] => {
  const from = nodes.get(edge.sources[0] ?? "");
  const to = nodes.get(edge.targets[0] ?? "");
  if (from === undefined || to === undefined) return [];
  const perColumn = new Map<number, Point>();
  for (const bend of edge.sections?.[0]?.bendPoints ?? []) {
    const point = place(bend);
    if (point.x > Math.min(from.x, to.x) && point.x < Math.max(from.x, to.x)) perColumn.set(point.x, point);
  }
  const towards = Math.sign(to.x - from.x);
  return [...perColumn.values()].sort((one, other) => (one.x - other.x) * towards);
};
