import { curvePoint } from "./edge-curve.ts";
import type { LaidOut } from "./layout-flow.ts";
import type { Point } from "./layout.ts";
import { toNodeLook } from "./node-look.ts";

export interface PickReach {
  /** Layout pixels to one pixel of a mark's radius, at the present zoom. */
  readonly perRadius: number;
  /** Layout pixels around a mark, or beside a line, that count as on it. */
  readonly margin: number;
}

export interface Picker {
  /** The node under a point of the layout, the nearest of several. */
  nodeAt(point: Point, reach: PickReach): string | undefined;
  edgeAt(point: Point, reach: PickReach): string | undefined;
}

const STEPS = 14;
const PER_PIECE = 4;
/** How far a curve that runs back bows out of the box around its ends, as a part of its width. */
const BOW_ROOM = 0.35;

/**
 * Finds what lies under the pointer. Asking the graphics card stops the page until it has drawn everything; a walk over plain numbers
 * takes less than a millisecond at 10,000 nodes.
 */
export const createPicker = ({ shape, layout }: LaidOut): Picker => {
  const nodes = shape.nodes.flatMap((node) => {
    const at = layout.nodes.get(node.id);
    return at === undefined ? [] : [{ id: node.id, x: at.x, y: at.y, radius: toNodeLook(node).radius }];
  });
  const { owners, ends } = piecesOf({ shape, layout });
  const distanceTo = layout.kind === "force" ? toLine : toCurve;
  return {
    nodeAt: ({ x, y }, { perRadius, margin }) => {
      let best: string | undefined;
      let nearest = Infinity;
      for (const node of nodes) {
        const reach = node.radius * perRadius + margin;
        const square = (node.x - x) ** 2 + (node.y - y) ** 2;
        if (square > reach * reach || square >= nearest) continue;
        nearest = square;
        best = node.id;
      }
      return best;
    },
    edgeAt: (point, { margin }) => {
      let best: string | undefined;
      let nearest = margin;
      for (const [index, owner] of owners.entries()) {
        const piece = pieceAt(ends, index);
        if (!isNearBox(piece, point, margin)) continue;
        const distance = distanceTo(piece, point);
        if (distance >= nearest) continue;
        nearest = distance;
        best = owner;
      }
      return best;
    },
  };
};

interface Piece {
  readonly from: Point;
  readonly to: Point;
}

/** The pieces of all edges between their bends, as four numbers each. */
const piecesOf = ({ shape, layout }: LaidOut) => {
  const owners: string[] = [];
  const numbers: number[] = [];
  for (const edge of shape.edges) {
    const from = layout.nodes.get(edge.from);
    const to = layout.nodes.get(edge.to);
    if (from === undefined || to === undefined || edge.from === edge.to) continue;
    let last = from;
    for (const stop of [...(layout.bends.get(edge.id) ?? []), to]) {
      owners.push(edge.id);
      numbers.push(last.x, last.y, stop.x, stop.y);
      last = stop;
    }
  }
  return { owners, ends: Float64Array.from(numbers) };
};

const pieceAt = (ends: Float64Array, index: number): Piece => {
  const start = index * PER_PIECE;
  return {
    from: { x: ends[start] ?? 0, y: ends[start + 1] ?? 0 },
    to: { x: ends[start + 2] ?? 0, y: ends[start + 3] ?? 0 },
  };
};

const isNearBox = ({ from, to }: Piece, { x, y }: Point, margin: number): boolean => {
  const bow = to.x < from.x ? (from.x - to.x) * BOW_ROOM : 0;
  return (
    x >= Math.min(from.x, to.x) - margin - bow &&
    x <= Math.max(from.x, to.x) + margin + bow &&
    y >= Math.min(from.y, to.y) - margin &&
    y <= Math.max(from.y, to.y) + margin + bow
  );
};

const toLine = ({ from, to }: Piece, point: Point): number => {
  const x = to.x - from.x;
  const y = to.y - from.y;
  const part = ((point.x - from.x) * x + (point.y - from.y) * y) / (x * x + y * y || 1);
  const along = Math.min(1, Math.max(0, part));
  return Math.hypot(from.x + x * along - point.x, from.y + y * along - point.y);
};

const toCurve = ({ from, to }: Piece, point: Point): number => {
  let nearest = Infinity;
  let last = from;
  for (let step = 1; step <= STEPS; step += 1) {
    const next = curvePoint(from, to, step / STEPS);
    nearest = Math.min(nearest, toLine({ from: last, to: next }, point));
    last = next;
  }
  return nearest;
};
