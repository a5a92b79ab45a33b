import type { Point } from "./layout.ts";

/** How far the handles of an edge's curve reach, as a part of its width, and at least so many pixels. */
export const HANDLE_REACH = 0.5;
export const MIN_HANDLE = 30;

/** The point of an edge's curve at t in 0 to 1: a cubic that leaves and arrives level. The shader draws the same. */
export const curvePoint = (from: Point, to: Point, t: number): Point => {
  const handle = Math.max(Math.abs(to.x - from.x) * HANDLE_REACH, MIN_HANDLE);
  const blend = (one: number, two: number, three: number, four: number): number => {
    const rest = 1 - t;
    return rest ** 3 * one + 3 * rest ** 2 * t * two + 3 * rest * t ** 2 * three + t ** 3 * four;
  };
  return {
    x: blend(from.x, from.x + handle, to.x - handle, to.x),
    y: blend(from.y, from.y, to.y, to.y),
  };
};
