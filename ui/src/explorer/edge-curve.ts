import type { Layout, Point } from "./layout.ts";

/** How far the handles of an edge's curve reach, as a part of its width, and at least so many pixels. */
export const HANDLE_REACH = 0.5;
export const MIN_HANDLE = 30;
/**
 * An edge that runs back to the left closes a cycle; it bows down by this part of its width, so that it does not hide
 * the edge that it answers.
 */
export const BACK_BOW = 0.3;

/** The point of an edge's curve at t in 0 to 1: a cubic that leaves and arrives level. The shader draws the same. */
export const curvePoint = (from: Point, to: Point, t: number): Point => {
  const width = Math.abs(to.x - from.x);
  const isBack = to.x < from.x;
  const handle = Math.max(width * HANDLE_REACH, MIN_HANDLE) * (isBack ? -1 : 1);
  const bow = isBack ? width * BACK_BOW : 0;
  return {
    x: cubic([from.x, from.x + handle, to.x - handle, to.x], t),
    y: cubic([from.y, from.y + bow, to.y + bow, to.y], t),
  };
};

const straightPoint = (from: Point, to: Point, t: number): Point => ({
  x: from.x + (to.x - from.x) * t,
  y: from.y + (to.y - from.y) * t,
});

const cubic = ([one, two, three, four]: readonly [number, number, number, number], t: number): number => {
  const rest = 1 - t;
  return rest ** 3 * one + 3 * rest ** 2 * t * two + 3 * rest * t ** 2 * three + t ** 3 * four;
};

/** The point at a part of an edge, 0 at its derived end and 1 at its source, along its pieces; undefined for a self edge. */
export const edgePoint = (
  edge: { readonly id: string; readonly from: string; readonly to: string },
  layout: Layout,
  part: number,
): Point | undefined => {
  const from = layout.nodes.get(edge.from);
  const to = layout.nodes.get(edge.to);
  if (from === undefined || to === undefined || edge.from === edge.to) return undefined;
  const stops = [from, ...(layout.bends.get(edge.id) ?? []), to];
  const place = part * (stops.length - 1);
  const piece = Math.min(Math.floor(place), stops.length - 2);
  const start = stops[piece] ?? from;
  const end = stops[piece + 1] ?? to;
  return layout.kind === "force"
    ? straightPoint(start, end, place - piece)
    : curvePoint(start, end, place - piece);
};
