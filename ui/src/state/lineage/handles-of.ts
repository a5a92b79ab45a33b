import type { GraphShape } from "../../explorer/graph-shape.ts";
import type { ShownOf } from "./shown-counts.ts";

/** Neighbours of a drawn dataset that an expansion would bring; 0 needs no handle. */
export interface Handles {
  /** Sources, on the right. */
  readonly up: number;
  /** Uses, on the left. */
  readonly down: number;
}

type Counts = ReadonlyMap<string, ShownOf>;

/**
 * The "+n" beside each node; nodes without any are absent. With the page's counts what a filter hides is no reason for a handle:
 * an expansion would not bring it.
 */
export const handlesOf = (
  shape: Pick<GraphShape, "nodes" | "edges">,
  counts?: Counts,
): ReadonlyMap<string, Handles> => {
  const drawn = counts === undefined ? countDrawn(shape) : undefined;
  const handles = new Map<string, Handles>();
  for (const { id, degrees } of shape.nodes) {
    const known = counts?.get(id);
    const up = known
      ? known.sources.of - known.sources.loaded
      : (degrees?.sources ?? 0) - (drawn?.from.get(id) ?? 0);
    const down = known ? known.uses.of - known.uses.loaded : (degrees?.uses ?? 0) - (drawn?.to.get(id) ?? 0);
    if (up > 0 || down > 0) handles.set(id, { up: Math.max(0, up), down: Math.max(0, down) });
  }
  return handles;
};

const countDrawn = ({ edges }: Pick<GraphShape, "edges">) => {
  const from = new Map<string, number>();
  const to = new Map<string, number>();
  for (const edge of edges) {
    if (edge.kind !== "derivation" || edge.status === "rejected") continue;
    from.set(edge.from, (from.get(edge.from) ?? 0) + (edge.count ?? 1));
    to.set(edge.to, (to.get(edge.to) ?? 0) + (edge.count ?? 1));
  }
  return { from, to };
};
