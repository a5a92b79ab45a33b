import type { Bounds, Point } from "./layout.ts";

/** What the canvas looks at: the layout's point in its middle and how many layout pixels one screen pixel shows. */
export interface CameraView {
  readonly centre: Point;
  readonly ratio: number;
}

export interface Margins {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Room for marks and labels around the outermost nodes, in screen pixels. */
const MARGINS: Margins = { left: 100, right: 160, top: 48, bottom: 72 };
/** Without room for the footer: the page puts it below a narrow canvas (styles/narrow.css, at the same width). */
const NARROW_MARGINS: Margins = { left: 28, right: 120, top: 36, bottom: 36 };
const NARROW_BELOW = 700;
/** A small graph is not blown up beyond this. */
const CLOSEST_FIT = 0.8;
/** A phone shows a wide graph from its root on, readable, rather than whole and tiny. */
const FARTHEST_ON_NARROW = 1.5;

/** The view that shows the whole graph, or on a narrow screen as much of it as can be read, from its left side on. */
export const fitView = (
  bounds: Bounds,
  size: { readonly width: number; readonly height: number },
): CameraView => {
  const isNarrow = size.width < NARROW_BELOW;
  const margins = isNarrow ? NARROW_MARGINS : MARGINS;
  const width = Math.max(80, size.width - margins.left - margins.right);
  const height = Math.max(80, size.height - margins.top - margins.bottom);
  const whole = Math.max(
    (bounds.right - bounds.left) / width,
    (bounds.bottom - bounds.top) / height,
    CLOSEST_FIT,
  );
  const ratio = isNarrow ? Math.min(whole, FARTHEST_ON_NARROW) : whole;
  const centre = {
    x: (bounds.left + bounds.right) / 2 + ((margins.right - margins.left) / 2) * ratio,
    y: (bounds.top + bounds.bottom) / 2 + ((margins.bottom - margins.top) / 2) * ratio,
  };
  if (ratio === whole) return { ratio, centre };
  // The root lies at the origin.
  return { ratio, centre: { x: bounds.left + (size.width / 2 - margins.left) * ratio, y: 0 } };
};
