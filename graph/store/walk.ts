import type { DatasetSummary, Direction, LineageView } from "../../schema/api.ts";
import type { Edge } from "../../schema/edge.ts";
import { AppError } from "../../schema/errors.ts";
import type { DatasetId } from "../../schema/ids.ts";
import type { Status } from "../../schema/vocabulary.ts";
import type { Database } from "../database.ts";
import { DATASET_SUMMARIES, edgesFrom, nextLevel } from "../queries/lineage.ts";
import { DERIVATION_TYPES, toDataset, toEdge, toNumber, toText } from "../rows.ts";

export interface WalkRequest {
  readonly direction: Direction;
  /** Levels from the dataset. */
  readonly depth: number;
  readonly statuses: readonly Status[];
}

/** A view past this size can be neither drawn nor read. */
export const MAX_WALK_NODES = 5_000;

/**
 * The part of the graph that can be reached from a dataset, with each node's level: positive upstream, negative downstream.
 * Undefined when the graph lacks the dataset.
 */
export const walkLineage = async (
  database: Database,
  root: DatasetId,
  request: WalkRequest,
): Promise<LineageView | undefined> => {
  const { levels, truncated } = await reach(database, root, request);
  const nodes = await summarise(database, [...levels.keys()]);
  if (nodes.length === 0) return undefined;
  const edges = await edgesAmong(database, levels, request.statuses);
  return {
    root,
    nodes: nodes.map((node) => ({ ...node, level: levels.get(node.id) ?? 0 })),
    edges: [...edges],
    truncated,
  };
};

interface Reach {
  readonly levels: ReadonlyMap<string, number>;
  readonly truncated: boolean;
}

/** Breadth first, one query a level: the levels are wanted, and a walk with a depth limit visits each node once so. */
const reach = async (database: Database, root: DatasetId, request: WalkRequest): Promise<Reach> => {
  const levels = new Map<string, number>([[root, 0]]);
  const directions =
    request.direction === "both" ? (["upstream", "downstream"] as const) : [request.direction];
  let truncated = false;
  for (const direction of directions) {
    const query = nextLevel(direction, typesOf(request.statuses));
    const sign = direction === "upstream" ? 1 : -1;
    let level: readonly string[] = [root];
    const walked = new Set<string>(level);
    for (let depth = 1; level.length > 0; depth += 1) {
      const found = (await database.read(query, { ids: level })).map((row) => toText(row["id"]));
      level = found.filter((id) => !walked.has(id)).sort();
      const room = MAX_WALK_NODES - levels.size;
      if (depth > request.depth || level.length > room) {
        truncated ||= level.length > 0;
        level = depth > request.depth ? [] : level.slice(0, room);
      }
      for (const id of level) {
        walked.add(id);
        if (!levels.has(id)) levels.set(id, sign * depth);
      }
    }
  }
  return { levels, truncated };
};

/** Datasets with their degrees, in the order of the ids; those that the graph lacks are left out. */
export const summarise = async (
  database: Database,
  ids: readonly string[],
): Promise<readonly DatasetSummary[]> => {
  const rows = await database.read(DATASET_SUMMARIES, { ids });
  const found = new Map(
    rows.map((row) => {
      const dataset = toDataset(row["properties"]);
      const summary: DatasetSummary = {
        ...dataset,
        sources: toNumber(row["sources"]),
        uses: toNumber(row["uses"]),
      };
      return [dataset.id as string, summary] as const;
    }),
  );
  return ids.map((id) => found.get(id)).filter((summary) => summary !== undefined);
};

const edgesAmong = async (
  database: Database,
  levels: ReadonlyMap<string, number>,
  statuses: readonly Status[],
): Promise<readonly Edge[]> => {
  const rows = await database.read(edgesFrom(typesOf(statuses)), { ids: [...levels.keys()] });
  return rows
    .filter((row) => levels.has(toText(row["to"])))
    .map(toEdge)
    .sort((one, other) => (one.id < other.id ? -1 : 1));
};

const typesOf = (statuses: readonly Status[]): readonly string[] => {
  if (statuses.length === 0) {
    throw new AppError("a walk needs at least one status to follow", { code: "INPUT_INVALID" });
  }
  return [...new Set(statuses)].map((status) => DERIVATION_TYPES[status]);
};
