import type { Places, Spacing } from "./placement.ts";
import type { Box } from "./pack-boxes.ts";
import type { Component } from "./sort-layers.ts";

export interface ColumnOptions {
  readonly spacing: Spacing;
  /** Width to height that is wished for. */
  readonly aspect: number;
  /** Written to, with the component's top left corner at the origin. */
  readonly places: Places;
}

/**
 * Gives a component's nodes their places. A layer that is higher than the drawing shall be is folded into several columns: its
 * nodes go down the rows first, so that those that belong together stay near each other.
 */
export const arrangeColumns = (component: Component, { spacing, aspect, places }: ColumnOptions): Box => {
  const rows = rowsFor(component, { spacing, aspect });
  const most = Math.min(rows, highest(component));
  const nodes: number[] = [];
  let left = 0;
  for (const layer of component) {
    const columns = Math.ceil(layer.length / rows);
    const perColumn = Math.ceil(layer.length / columns);
    const top = ((most - perColumn) * spacing.row) / 2;
    for (const [place, node] of layer.entries()) {
      const column = place % columns;
      places.x[node] = left + column * spacing.column;
      // Columns side by side are moved against each other, so that names do not stand on one line.
      places.y[node] =
        top + Math.floor(place / columns) * spacing.row + (column * spacing.row) / Math.max(2, columns);
      nodes.push(node);
    }
    left += (columns - 1) * spacing.column + spacing.layer;
  }
  return { nodes, width: left - spacing.layer, height: most * spacing.row };
};

/** The fewest rows with which the component is no wider than wished for. */
const rowsFor = (
  component: Component,
  { spacing, aspect }: Pick<ColumnOptions, "spacing" | "aspect">,
): number => {
  const isTooWide = (rows: number): boolean => {
    const columns = component.reduce((sum, layer) => sum + Math.ceil(layer.length / rows) - 1, 0);
    const width = columns * spacing.column + (component.length - 1) * spacing.layer;
    return width > rows * spacing.row * aspect;
  };
  let fewest = 1;
  let most = highest(component);
  while (fewest < most) {
    const middle = Math.floor((fewest + most) / 2);
    if (isTooWide(middle)) fewest = middle + 1;
    else most = middle;
  }
  return fewest;
};

const highest = (component: Component): number =>
  component.reduce((most, layer) => Math.max(most, layer.length), 1);
