import type { EdgeDetail } from "../../../schema/api.ts";
import type { Edge } from "../../../schema/edge.ts";
import type { EdgeId } from "../../../schema/ids.ts";
import type { Database } from "../../database.ts";
import { EDGES_OF_DATASETS } from "../../queries/lineage.ts";
import { toEdge } from "../../rows.ts";
import { withEvidence } from "../edges/edge-details.ts";

/**
 * The edges of ways that start at a dataset, and the claims along them, with their evidence, in the order of `ids`; those that
 * the graph lacks are absent. Each step of a way starts where the one before ends, so one read for each length is enough: an edge
 * that nothing proves can be found by its id alone only among all edges there are.
 */
export const edgesAlong = async (
  database: Database,
  start: string,
  ids: readonly EdgeId[],
): Promise<readonly EdgeDetail[]> => {
  const missing = new Set(ids);
  const found = new Map<EdgeId, Edge>();
  const seen = new Set([start]);
  for (let at = [start]; at.length > 0 && missing.size > 0;) {
    const rows = await database.read(EDGES_OF_DATASETS, { datasets: at, ids: [...missing] });
    const edges = rows.map(toEdge);
    for (const edge of edges) {
      found.set(edge.id, edge);
      missing.delete(edge.id);
    }
    at = [...new Set(edges.map(({ to }) => to as string))].filter((to) => !seen.has(to));
    for (const to of at) seen.add(to);
  }
  const inOrder = ids.map((id) => found.get(id)).filter((edge) => edge !== undefined);
  return withEvidence(database, inOrder);
};
