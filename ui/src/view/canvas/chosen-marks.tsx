import { useComputed } from "@preact/signals";
import type { JSX, RefObject } from "preact";
import type { LaidOut } from "../../explorer/layout-flow.ts";
import type { Bounds, Point } from "../../explorer/layout.ts";
import { toNodeLook } from "../../explorer/node-look.ts";
import { useApp } from "../app-context.ts";

export interface ChosenMarksProps {
  /** What the marks are drawn over, as large as the canvas. */
  readonly layer: RefObject<HTMLElement | null>;
}

interface ChosenMark extends Point {
  readonly id: string;
  readonly radius: number;
}

const GAP_PX = 6;

/** A square around each gathered dataset: neither the ring of what is selected nor one of contamination. */
export const ChosenMarks = ({ layer }: ChosenMarksProps): JSX.Element | null => {
  const { store, layouts, controls } = useApp();
  const marks = useComputed(() => toMarks(layouts.current.value, store.view.value.chosen));
  const viewport = controls.value?.viewport.value;
  const width = layer.current?.clientWidth ?? 0;
  if (viewport === undefined || width === 0 || marks.value.length === 0) return null;
  const pixelsPerUnit = width / (viewport.right - viewport.left);
  return (
    <svg class="chosen-marks">
      {marks.value
        .filter((mark) => isNear(mark, viewport))
        .map(({ id, x, y, radius }) => {
          // Marks shrink by the root of what the view shrinks by.
          const half = radius * Math.sqrt(pixelsPerUnit) + GAP_PX;
          return (
            <rect
              key={id}
              data-chosen={id}
              x={(x - viewport.left) * pixelsPerUnit - half}
              y={(y - viewport.top) * pixelsPerUnit - half}
              width={2 * half}
              height={2 * half}
              rx={4}
            />
          );
        })}
    </svg>
  );
};

const toMarks = (laidOut: LaidOut | undefined, chosen: readonly string[]): readonly ChosenMark[] => {
  if (laidOut === undefined || chosen.length === 0) return [];
  const wanted = new Set(chosen);
  return laidOut.shape.nodes.flatMap((node) => {
    const at = laidOut.layout.nodes.get(node.id);
    return at === undefined || !wanted.has(node.id)
      ? []
      : [{ ...at, id: node.id, radius: toNodeLook(node).radius }];
  });
};

const NEAR = 100;

const isNear = ({ x, y }: Point, { left, right, top, bottom }: Bounds): boolean =>
  x > left - NEAR && x < right + NEAR && y > top - NEAR && y < bottom + NEAR;
