import type { PathView } from "../../../schema/api.ts";
import type { Edge } from "../../../schema/edge.ts";
import { DatasetId, EdgeId } from "../../../schema/ids.ts";
import type { Status } from "../../../schema/vocabulary.ts";
import type { Database } from "../../database.ts";
import { simplePaths } from "./simple-paths.ts";
import { createWalk } from "./walk.ts";

export interface FindPathsRequest {
  readonly from: DatasetId;
  readonly to: DatasetId;
  /** At most so many, shortest first. */
  readonly count: number;
  /** Edges of a path, 1 to 30. */
  readonly depth: number;
  readonly statuses: readonly Status[];
}

/** The ways in which `from` derives from `to`; no paths when it does not. */
export const findPaths = async (database: Database, request: FindPathsRequest): Promise<PathView> => {
  const { from, to, count, depth, statuses } = request;
  const walk = await createWalk(database)(from, { direction: "upstream", depth, statuses });
  const arcs = walk?.edges ?? [];
  const paths = simplePaths(arcs, { from, to, count })
    .filter((path) => path.arcs.length <= depth)
    .map((path) => ({
      nodes: path.nodes.map((id) => DatasetId.parse(id)),
      edges: path.arcs.map((id) => EdgeId.parse(id)),
    }));
  const used = new Set(paths.flatMap((path) => path.edges));
  return { from, to, paths, edges: arcs.filter((edge: Edge) => used.has(edge.id)) };
};
