import type { ElkNode } from "elkjs/lib/elk-api.js";
import type { LayoutKind } from "../state/view-state.ts";
import type { ForceAnswer, ForceRequest } from "./force-layout.ts";
import { graphHash } from "./graph-hash.ts";
import { fromLayeredAnswer, toLayeredRequest } from "./layered-layout.ts";
import type { LayoutCache } from "./layout-cache.ts";
import { COLUMN_GAP, type Layout, type LayoutGraph, type Point } from "./layout.ts";

/** The workers that compute. */
export interface LayoutWorkers {
  readonly layered: (request: ElkNode) => Promise<ElkNode>;
  readonly force: (request: ForceRequest) => Promise<ForceAnswer>;
}

export interface LayoutWish {
  readonly graph: LayoutGraph;
  readonly kind: LayoutKind;
  /** Places that stay as they are. */
  readonly known?: ReadonlyMap<string, Point>;
}

export interface LayoutEngine {
  /** A layout that was computed before; at once. */
  kept(wish: LayoutWish): Layout | undefined;
  layOut(wish: LayoutWish): Promise<Layout>;
}

/** How long each layout took, from asking a worker to the taken answer, is in the browser's own timeline under this name. */
const LAYOUT_MEASURE = "stemma layout";

/** Lays graphs out in workers, each graph once. */
export const createLayoutEngine = (workers: LayoutWorkers, cache: LayoutCache): LayoutEngine => ({
  kept: ({ graph, kind, known }) => (known === undefined ? cache.get(graphHash(graph, kind)) : undefined),
  layOut: async (wish) => {
    const { graph, kind, known } = wish;
    const start = performance.now();
    const layout =
      kind === "force"
        ? fromForceAnswer(await workers.force(toForceRequest(graph, known)), graph.root)
        : fromLayeredAnswer(await workers.layered(toLayeredRequest(graph)), graph.root);
    performance.measure(LAYOUT_MEASURE, { start, detail: { nodes: graph.nodes.length, kind } });
    if (known === undefined) cache.set(graphHash(graph, kind), layout);
    return layout;
  },
});

const toForceRequest = (graph: LayoutGraph, known: LayoutWish["known"]): ForceRequest => ({
  nodes: graph.nodes.map(({ id }) => {
    const point = known?.get(id);
    return point === undefined ? { id } : { id, x: point.x, y: point.y, isFixed: true };
  }),
  edges: graph.edges.map(({ from, to }) => ({ from, to })),
});

/** The root lies at the origin, unless it was told where to lie. */
const fromForceAnswer = (answer: ForceAnswer, root: string): Layout => {
  const origin = answer.find(({ id }) => id === root) ?? { x: 0, y: 0 };
  return {
    kind: "force",
    nodes: new Map(answer.map(({ id, x, y }) => [id, { x: x - origin.x, y: y - origin.y }])),
    bends: new Map(),
    columnGap: COLUMN_GAP,
  };
};
