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
const MARGINS: Margins = { left: 60, right: 190, top: 48, bottom: 64 };
/** A small graph is not blown up beyond this. */
const CLOSEST_FIT = 0.8;

export const fitView = (bounds: Bounds, size: { readonly width: number; readonly height: number }): CameraView => {
  const narrow = size.width < 700;
  const margins = narrow ? { ...MARGINS, left: 40, right: 120 } : MARGINS;
  const width = Math.max(80, size.width - margins.left - margins.right);
  const height = Math.max(80, size.height - margins.top - margins.bottom);
  const ratio = Math.max(
    (bounds.right - bounds.left) / width,
    (bounds.bottom - bounds.top) / height,
    CLOSEST_FIT,
  );
  return {
    ratio,
    centre: {
      x: (bounds.left + bounds.right) / 2 + ((margins.right - margins.left) / 2) * ratio,
      y: (bounds.top + bounds.bottom) / 2 + ((margins.bottom - margins.top) / 2) * ratio,
    },
  };
};
