import type { Direction } from "../../../schema/query-choices.ts";
import type { DatasetSummary, LineageView, Mark } from "../../../schema/api.ts";
import type { Derivation } from "../../../schema/edge.ts";
import { AppError } from "../../../schema/errors.ts";
import type { DatasetId } from "../../../schema/ids.ts";
import type { Status } from "../../../schema/vocabulary.ts";
import type { Database } from "../../database.ts";
import { countReachable, reachable } from "../../queries/lineage.ts";
import { DERIVATION_TYPES, toNumber, toText } from "../../rows.ts";
import type { GraphVersion } from "../../track-version.ts";
import { expandLevels, type Expansions } from "./expand-levels.ts";
import { directionsOf, type Levels, levelsAlong, mergeLevels, type OneWay } from "./levels.ts";
import { createNeighbourhoods, type ReadNeighbourhoods, readEdges } from "./neighbourhoods.ts";
import { walkLevels } from "./walk-levels.ts";

export interface WalkRequest extends Expansions {
  readonly direction: Direction;
  /** Levels from each target. */
  readonly depth: number;
  readonly statuses: readonly Status[];
  /** Further targets; those that the graph lacks are passed over. */
  readonly others?: readonly DatasetId[];
  /** Nodes at most; of more, the nearest. Default 5,000. */
  readonly limit?: number;
}

/** Undefined when the graph lacks the dataset. */
export type Walk = (root: DatasetId, request: WalkRequest) => Promise<LineageView | undefined>;

interface WalkDependencies {
  readonly database: Database;
  readonly neighbourhoods: ReadNeighbourhoods;
}

const DEFAULT_LIMIT = 5_000;

/** Gives the part of the graph that can be reached from the targets, with each node's level: positive upstream, negative downstream. */
export const createWalk = (database: Database & Partial<GraphVersion>): Walk => {
  const dependencies = { database, neighbourhoods: createNeighbourhoods(database) };
  return (root, request) => walkLineage(dependencies, root, request);
};

const walkLineage = async (
  dependencies: WalkDependencies,
  root: DatasetId,
  request: WalkRequest,
): Promise<LineageView | undefined> => {
  const asked = toAsked(root, request);
  const reached = (await reachAtOnce(dependencies, asked)) ?? (await reachByLevel(dependencies, asked));
  const levels = await expandLevels(dependencies.database, reached.levels, asked);
  const kept = new Map([...levels].slice(0, asked.limit));
  const { nodes, edges } = await readContent(dependencies, [...kept.keys()], asked.statuses);
  if (!nodes.has(root)) return undefined;
  const targets = asked.targets.filter((id) => nodes.has(id));
  return {
    root,
    targets,
    nodes: [...kept].flatMap(([id, level]) => {
      const node = nodes.get(id);
      return node === undefined ? [] : [{ ...node, level, target: targets.includes(node.id) }];
    }),
    edges: edges
      .filter(({ from, to }) => kept.has(from) && kept.has(to))
      .sort((one, other) => (one.id < other.id ? -1 : 1)),
    truncated: reached.isCut || kept.size < levels.size,
    ...(reached.isCounted && { leftOut: levels.size - kept.size }),
    reach: reached.reach,
  };
};

interface Asked extends Required<Omit<WalkRequest, "others">> {
  readonly targets: readonly DatasetId[];
  /** Relationship types of the statuses. */
  readonly types: readonly string[];
}

const toAsked = (root: DatasetId, request: WalkRequest): Asked => ({
  limit: DEFAULT_LIMIT,
  up: [],
  down: [],
  ...request,
  targets: [...new Set([root, ...(request.others ?? [])])],
  types: typesOf(request.statuses),
});

interface Reach {
  /** By distance. */
  readonly levels: Levels;
  /** Whether there is more beyond. */
  readonly isCut: boolean;
  /** Whether all within the depth are among the levels. */
  readonly isCounted: boolean;
  readonly reach: LineageView["reach"];
}

/** A walk of fewer levels looks at less than all that can be reached. */
const MIN_DEPTH_AT_ONCE = 4;

/**
 * Asks for everything that can be reached, then for all of its edges, and finds the levels along these: as many questions however
 * deep the graph is. Undefined when that is too much, or more than the depth asks for.
 */
const reachAtOnce = async (dependencies: WalkDependencies, asked: Asked): Promise<Reach | undefined> => {
  const { targets, depth, limit, types, statuses } = asked;
  if (depth < MIN_DEPTH_AT_ONCE) return undefined;
  const directions = directionsOf(asked.direction);
  const found = await Promise.all(
    directions.map(async (direction) => {
      const query = reachable(direction, types);
      const rows = await dependencies.database.read(query, { ids: targets, limit: limit + 1 });
      return rows.map((row) => toText(row["id"]));
    }),
  );
  const ids = [...new Set<string>([...targets, ...found.flat()])];
  if (ids.length > limit) return undefined;
  const { edges } = await readContent(dependencies, ids, statuses);
  const walks = directions.map((direction) => levelsAlong(edges, { targets, direction, depth }));
  const levels = mergeLevels(walks);
  const starts = new Set<string>(targets);
  const counts = found.map((reached) => reached.filter((id) => !starts.has(id)).length);
  return { levels, isCut: levels.size < ids.length, isCounted: true, reach: toReach(directions, counts) };
};

/** Level by level; how many there are beyond the depth is counted beside, without reading them. */
const reachByLevel = async ({ database }: WalkDependencies, asked: Asked): Promise<Reach> => {
  const { targets, depth, types } = asked;
  const directions = directionsOf(asked.direction);
  const walks = await Promise.all(
    directions.map(async (direction) => {
      const [walk, rows] = await Promise.all([
        walkLevels(database, { targets, direction, depth, types }),
        database.read(countReachable(direction, types), { ids: targets }),
      ]);
      const count = toNumber(rows[0]?.["datasets"]);
      return { ...walk, count, isCut: count > walk.levels.size - targets.length };
    }),
  );
  return {
    levels: mergeLevels(walks.map(({ levels }) => levels)),
    isCut: walks.some(({ isCut }) => isCut),
    isCounted: walks.every(({ isCounted }) => isCounted),
    reach: toReach(
      directions,
      walks.map(({ count }) => count),
    ),
  };
};

const toReach = (directions: readonly OneWay[], counts: readonly number[]): LineageView["reach"] =>
  Object.fromEntries(
    directions.map((direction, at) => [
      direction === "upstream" ? "ancestors" : "descendants",
      counts[at] ?? 0,
    ]),
  );

interface Content {
  readonly nodes: ReadonlyMap<string, DatasetSummary & { readonly marks: Mark[] }>;
  readonly edges: readonly Derivation[];
}

const readContent = async (
  { database, neighbourhoods }: WalkDependencies,
  ids: readonly string[],
  statuses: readonly Status[],
): Promise<Content> => {
  const found = await neighbourhoods(ids);
  const entries = [...found.values()];
  const nodes = new Map(
    entries.map(({ summary, marks }) => [summary.id as string, { ...summary, marks: [...marks] }]),
  );
  const edges = statuses.includes("rejected")
    ? await readEdges(database, ids, statuses)
    : entries.flatMap((one) => one.edges.filter(({ status }) => statuses.includes(status)));
  return { nodes, edges };
};

const typesOf = (statuses: readonly Status[]): readonly string[] => {
  if (statuses.length === 0) {
    throw new AppError("a walk needs at least one status to follow", { code: "INPUT_INVALID" });
  }
  return [...new Set(statuses)].map((status) => DERIVATION_TYPES[status]);
};
