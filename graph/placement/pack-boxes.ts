import type { Places } from "./placement.ts";

/** Nodes that are placed among themselves, from a top left corner at the origin. Pixels at 100 %. */
export interface Box {
  readonly nodes: readonly number[];
  readonly width: number;
  readonly height: number;
}

export interface Packing {
  /** Width to height of all boxes together that is wished for. */
  readonly aspect: number;
  /** Between two boxes side by side, and between two shelves. */
  readonly gap: { readonly across: number; readonly down: number };
  /** Moved in place, so that the middle of everything is the origin. */
  readonly places: Places;
}

/** Puts boxes on shelves, in their order, the first ones on top. */
export const packBoxes = (boxes: readonly Box[], { aspect, gap, places }: Packing): void => {
  const area = boxes.reduce((sum, { width, height }) => sum + (width + gap.across) * (height + gap.down), 0);
  const widest = boxes.reduce((most, { width }) => Math.max(most, width), 0);
  const room = Math.max(widest, Math.sqrt(area * aspect));
  let left = 0;
  let top = 0;
  let shelf = 0;
  let right = 0;
  for (const { nodes, width, height } of boxes) {
    if (left > 0 && left + width > room) {
      top += shelf + gap.down;
      left = 0;
      shelf = 0;
    }
    move(places, nodes, { x: left, y: top });
    right = Math.max(right, left + width);
    shelf = Math.max(shelf, height);
    left += width + gap.across;
  }
  const middle = { x: -Math.round(right / 2), y: -Math.round((top + shelf) / 2) };
  for (const { nodes } of boxes) move(places, nodes, middle);
};

const move = (
  { x, y }: Places,
  nodes: readonly number[],
  by: { readonly x: number; readonly y: number },
): void => {
  for (const node of nodes) {
    x[node] = (x[node] ?? 0) + by.x;
    y[node] = (y[node] ?? 0) + by.y;
  }
};
