import type { Bounds, Point } from "./layout.ts";

export interface MinimapSize {
  readonly width: number;
  readonly height: number;
}

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** How a drawing fits into its overview. Map points are pixels from the overview's top left corner. */
export interface Minimap {
  toMap(point: Point): Point;
  toLayout(point: Point): Point;
  /** The part of the overview that the canvas shows, cut at the overview's sides. */
  frameOf(viewport: Bounds): Box;
}

const PADDING = 8;
/** A frame of less than this cannot be seen or caught. */
const SMALLEST_FRAME = 6;

export const createMinimap = (bounds: Bounds, size: MinimapSize): Minimap => {
  const wide = Math.max(1, bounds.right - bounds.left);
  const high = Math.max(1, bounds.bottom - bounds.top);
  const scale = Math.min((size.width - 2 * PADDING) / wide, (size.height - 2 * PADDING) / high);
  const left = (size.width - wide * scale) / 2;
  const top = (size.height - high * scale) / 2;
  const toMap = ({ x, y }: Point): Point => ({
    x: left + (x - bounds.left) * scale,
    y: top + (y - bounds.top) * scale,
  });
  return {
    toMap,
    toLayout: ({ x, y }) => ({ x: bounds.left + (x - left) / scale, y: bounds.top + (y - top) / scale }),
    frameOf: (viewport) => {
      const first = toMap({ x: viewport.left, y: viewport.top });
      const last = toMap({ x: viewport.right, y: viewport.bottom });
      const across = along(first.x, last.x, size.width);
      const down = along(first.y, last.y, size.height);
      return { x: across.start, y: down.start, width: across.length, height: down.length };
    },
  };
};

/** The part of a stretch that lies between 0 and a limit, at least as long as can be caught. */
const along = (
  from: number,
  to: number,
  limit: number,
): { readonly start: number; readonly length: number } => {
  const start = Math.min(Math.max(0, from), limit - SMALLEST_FRAME);
  const end = Math.max(Math.min(limit, to), start + SMALLEST_FRAME);
  return { start, length: end - start };
};
