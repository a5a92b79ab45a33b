import type { DrawnGraph } from "../../explorer/drawn-graph.ts";
import type { Layout, Point } from "../../explorer/layout.ts";

const MOVE_MS = 350;

/** Runs from 0 to 1 over the frames of a move. */
export const createMotion = (step: (progress: number) => void) => {
  let frame = 0;
  const stop = (): void => cancelAnimationFrame(frame);
  return {
    start: (isNeeded: boolean): void => {
      stop();
      if (!isNeeded) return;
      const startedAt = performance.now();
      const next = (): void => {
        const part = Math.min(1, (performance.now() - startedAt) / MOVE_MS);
        frame = part < 1 ? requestAnimationFrame(next) : 0;
        step(part < 1 ? ease(part) : 1);
      };
      frame = requestAnimationFrame(next);
    },
    stop,
  };
};

/** Quick start, soft end. */
const ease = (part: number): number => 1 - (1 - part) ** 3;

export const between = (before: Layout | undefined, after: Layout, progress: number): Layout => {
  if (before === undefined || progress === 1) return after;
  const nodes = new Map<string, Point>();
  for (const [id, to] of after.nodes) {
    const from = before.nodes.get(id) ?? to;
    nodes.set(id, { x: from.x + (to.x - from.x) * progress, y: from.y + (to.y - from.y) * progress });
  }
  return { ...after, nodes };
};

/** In place and without telling Sigma of each: whoever moves refreshes once. */
export const movePlaces = (graph: DrawnGraph, layout: Layout): void =>
  graph.forEachNode((id, node) => {
    const point = layout.nodes.get(id);
    if (point === undefined) return;
    node.x = point.x;
    node.y = -point.y;
  });
