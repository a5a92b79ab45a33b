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
/** A narrow page shows a wide graph from its root on, readable, rather than whole and tiny. */
const FARTHEST_READABLE = 1.5;

interface Size {
  readonly width: number;
  readonly height: number;
}

/**
 * The view that shows the whole graph; on a narrow page, when it is known what must be seen at the start (the root and its
 * neighbours), as much from the left side on as can be read.
 */
export const fitView = (bounds: Bounds, size: Size, start?: Bounds): CameraView => {
  const isNarrow = size.width < NARROW_BELOW;
  const margins = isNarrow ? NARROW_MARGINS : MARGINS;
  const whole = ratioFor(bounds, size, margins);
  const readable =
    isNarrow && start !== undefined ? Math.max(FARTHEST_READABLE, ratioFor(start, size, margins)) : whole;
  if (start !== undefined && readable < whole) {
    const x = bounds.left + (size.width / 2 - margins.left) * readable;
    // No emptiness above or below while there is more of the graph on the other side.
    const highest = bounds.top + (size.height / 2 - margins.top) * readable;
    const lowest = bounds.bottom - (size.height / 2 - margins.bottom) * readable;
    const y = Math.max(highest, Math.min(lowest, (start.top + start.bottom) / 2));
    return { ratio: readable, centre: { x, y: highest > lowest ? (highest + lowest) / 2 : y } };
  }
  const centre = {
    x: (bounds.left + bounds.right) / 2 + ((margins.right - margins.left) / 2) * whole,
    y: (bounds.top + bounds.bottom) / 2 + ((margins.bottom - margins.top) / 2) * whole,
  };
  return { ratio: whole, centre };
};

const ratioFor = ({ left, right, top, bottom }: Bounds, size: Size, margins: Margins): number => {
  const width = Math.max(80, size.width - margins.left - margins.right);
  const height = Math.max(80, size.height - margins.top - margins.bottom);
  return Math.max((right - left) / width, (bottom - top) / height, CLOSEST_FIT);
};
