import { arrangeColumns } from "./arrange-columns.ts";
import { findComponents } from "./find-components.ts";
import { findLayers } from "./find-layers.ts";
import { type Box, packBoxes } from "./pack-boxes.ts";
import type { Places, PlainGraph, Spacing } from "./placement.ts";
import { sortLayers } from "./sort-layers.ts";

/** Width to height of the whole drawing, about that of a page. */
const ASPECT = 1.5;

/**
 * Lays a graph out in layers, derived nodes left of their sources, in O(E log V) and always alike: layers by the longest way, a
 * few sweeps that bring neighbours to one height, wide layers folded into several columns, and what hangs together packed largest
 * first. An edge that closes a cycle is left out of account. Yields between pieces of work, so that a caller can do other things.
 */
export function* layOut(graph: PlainGraph, spacing: Spacing): Generator<void, Places> {
  const components = joinSingles(findComponents(graph));
  yield;
  const layers = findLayers(graph);
  yield;
  const places = { x: new Int32Array(graph.size), y: new Int32Array(graph.size) };
  const sorted = yield* sortLayers(graph, { components, layers });
  const boxes: Box[] = [];
  for (const component of sorted) {
    boxes.push(arrangeColumns(component, { spacing, aspect: ASPECT, places }));
    if (boxes.length % PAUSE_EVERY === 0) yield;
  }
  packBoxes(boxes, { aspect: ASPECT, gap: { across: spacing.layer, down: 2 * spacing.row }, places });
  return places;
}

/** Nodes without edges are drawn as one block, the last one. */
const joinSingles = (components: readonly (readonly number[])[]): readonly (readonly number[])[] => {
  const first = components.findIndex((nodes) => nodes.length === 1);
  return first === -1 ? components : [...components.slice(0, first), components.slice(first).flat()];
};

const PAUSE_EVERY = 500;
