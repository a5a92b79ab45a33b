import { isDatasetId } from "../../../schema/id-text.ts";
import type { DatasetId } from "../../../schema/ids.ts";
import type { LaidOut } from "./layout-flow.ts";
import type { Bounds, Point } from "./layout.ts";

/** The box between two points, whichever was first. */
export const boxBetween = (one: Point, other: Point): Bounds => ({
  left: Math.min(one.x, other.x),
  right: Math.max(one.x, other.x),
  top: Math.min(one.y, other.y),
  bottom: Math.max(one.y, other.y),
});

export interface Screen {
  /** CSS pixels of the canvas. */
  readonly width: number;
  readonly height: number;
  /** The part of the layout that it shows. */
  readonly viewport: Bounds;
}

/** A box in pixels from the canvas's top left corner, as the part of the layout that it lies on. */
export const toLayoutBox = (box: Bounds, { width, height, viewport }: Screen): Bounds => {
  const across = (viewport.right - viewport.left) / width;
  const down = (viewport.bottom - viewport.top) / height;
  return {
    left: viewport.left + box.left * across,
    right: viewport.left + box.right * across,
    top: viewport.top + box.top * down,
    bottom: viewport.top + box.bottom * down,
  };
};

/**
 * The datasets whose marks' middles lie in a part of the layout, and all that a group there stands for. Models are none.
 * @param shown Ids of the datasets that are there now: a group may stand for some that a replay has not reached.
 */
export const datasetsInBox = (
  { shape, layout }: LaidOut,
  box: Bounds,
  shown: ReadonlySet<string>,
): readonly DatasetId[] =>
  shape.nodes.flatMap(({ id, kind, group }) => {
    const at = layout.nodes.get(id);
    if (at === undefined || kind === "model" || !isWithin(at, box)) return [];
    return (group?.members ?? [id]).filter(isDatasetId).filter((one) => shown.has(one));
  });

const isWithin = ({ x, y }: Point, { left, right, top, bottom }: Bounds): boolean =>
  x >= left && x <= right && y >= top && y <= bottom;
