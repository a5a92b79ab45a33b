import type { LineageView } from "../../../../schema/api.ts";
import type { DatasetId } from "../../../../schema/ids.ts";

/**
 * A lineage with the rejected candidates of one of its datasets beside it. What it holds already stays as it is; without the
 * dataset there is nothing to put them beside.
 */
export const withRejected = (
  lineage: LineageView,
  rejected: LineageView | undefined,
  of: DatasetId | undefined,
): LineageView => {
  const derived = lineage.nodes.find((node) => node.id === of);
  if (derived === undefined || rejected === undefined || rejected.root !== of) return lineage;
  const nodes = new Set<string>(lineage.nodes.map(({ id }) => id));
  const edges = new Set<string>(lineage.edges.map(({ id }) => id));
  return {
    ...lineage,
    nodes: [
      ...lineage.nodes,
      ...rejected.nodes
        .filter(({ id }) => !nodes.has(id))
        .map((node) => ({ ...node, target: false, level: derived.level + 1 })),
    ],
    edges: [
      ...lineage.edges,
      ...rejected.edges.filter(({ id, status }) => status === "rejected" && !edges.has(id)),
    ],
  };
};
