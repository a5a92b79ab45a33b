import type { DatasetSummary, Direction, LineageView } from "../../../schema/api.ts";
import type { Derivation } from "../../../schema/edge.ts";
import { AppError } from "../../../schema/errors.ts";
import type { DatasetId } from "../../../schema/ids.ts";
import type { Status } from "../../../schema/vocabulary.ts";
import type { Database } from "../../database.ts";
import { nextLevel, reachable } from "../../queries/lineage.ts";
import { DERIVATION_TYPES, toText } from "../../rows.ts";
import type { GraphVersion } from "../../track-version.ts";
import { createNeighbourhoods, type ReadNeighbourhoods, readEdges } from "./neighbourhoods.ts";

export interface WalkRequest {
  readonly direction: Direction;
  /** Levels from the dataset. */
  readonly depth: number;
  readonly statuses: readonly Status[];
}

/** Undefined when the graph lacks the dataset. */
export type Walk = (root: DatasetId, request: WalkRequest) => Promise<LineageView | undefined>;

interface WalkDependencies {
  readonly database: Database;
  readonly neighbourhoods: ReadNeighbourhoods;
}

/** A view past this size can be neither drawn nor read. */
export const MAX_WALK_NODES = 5_000;

/** Gives the part of the graph that can be reached from a dataset, with each node's level: positive upstream, negative downstream. */
export const createWalk = (database: Database & Partial<GraphVersion>): Walk => {
  const dependencies = { database, neighbourhoods: createNeighbourhoods(database) };
  return (root, request) => walkLineage(dependencies, root, request);
};

const walkLineage = async (
  dependencies: WalkDependencies,
  root: DatasetId,
  request: WalkRequest,
): Promise<LineageView | undefined> => {
  const drawn =
    (await drawAtOnce(dependencies, root, request)) ?? (await drawByLevel(dependencies, root, request));
  const { summaries, edges, levels, truncated } = drawn;
  const nodes = [...levels].flatMap(([id, level]) => {
    const summary = summaries.get(id);
    return summary === undefined ? [] : [{ ...summary, level }];
  });
  if (nodes.length === 0) return undefined;
  const among = edges.filter(({ from, to }) => levels.has(from) && levels.has(to));
  return { root, nodes, edges: among.sort((one, other) => (one.id < other.id ? -1 : 1)), truncated };
};

interface Reach {
  /** In the order of the levels, then of the ids. */
  readonly levels: ReadonlyMap<string, number>;
  readonly truncated: boolean;
}

interface Content {
  readonly summaries: ReadonlyMap<string, DatasetSummary>;
  readonly edges: readonly Derivation[];
}

/** A walk of fewer levels looks at less than all that can be reached. */
const MIN_DEPTH_AT_ONCE = 4;

/**
 * Asks for everything that can be reached, then for all of its edges, and finds the levels along these: as many questions however
 * deep the graph is. Undefined when that is too much, or more than the depth asks for.
 */
const drawAtOnce = async (
  dependencies: WalkDependencies,
  root: DatasetId,
  request: WalkRequest,
): Promise<(Reach & Content) | undefined> => {
  if (request.depth < MIN_DEPTH_AT_ONCE) return undefined;
  const parameters = { id: root, limit: MAX_WALK_NODES };
  const found = await Promise.all(
    directionsOf(request).map((direction) =>
      dependencies.database.read(reachable(direction, typesOf(request.statuses)), parameters),
    ),
  );
  const ids = [...new Set<string>([root, ...found.flat().map((row) => toText(row["id"]))])];
  if (ids.length > MAX_WALK_NODES || found.some((rows) => rows.length === MAX_WALK_NODES)) return undefined;
  const content = await readContent(dependencies, ids, request.statuses);
  const levels = levelsAlong(content.edges, root, request);
  return { ...content, levels, truncated: levels.size < ids.length };
};

/** Breadth first, one query a level: for a part so large that it is cut, or of so few levels that most is left out. */
const drawByLevel = async (
  dependencies: WalkDependencies,
  root: DatasetId,
  request: WalkRequest,
): Promise<Reach & Content> => {
  const reached = await reachByLevel(dependencies.database, root, request);
  return { ...reached, ...(await readContent(dependencies, [...reached.levels.keys()], request.statuses)) };
};

const readContent = async (
  { database, neighbourhoods }: WalkDependencies,
  ids: readonly string[],
  statuses: readonly Status[],
): Promise<Content> => {
  const found = await neighbourhoods(ids);
  const entries = [...found.values()];
  const summaries = new Map<string, DatasetSummary>(entries.map(({ summary }) => [summary.id, summary]));
  const edges = statuses.includes("rejected")
    ? await readEdges(database, ids, statuses)
    : entries.flatMap((one) => one.edges.filter(({ status }) => statuses.includes(status)));
  return { summaries, edges };
};

const reachByLevel = async (database: Database, root: DatasetId, request: WalkRequest): Promise<Reach> => {
  const levels = new Map<string, number>([[root, 0]]);
  let truncated = false;
  for (const direction of directionsOf(request)) {
    const query = nextLevel(direction, typesOf(request.statuses));
    const sign = signOf(direction);
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

/** The same along edges at hand. */
const levelsAlong = (
  edges: readonly Derivation[],
  root: DatasetId,
  request: WalkRequest,
): ReadonlyMap<string, number> => {
  const levels = new Map<string, number>([[root, 0]]);
  for (const direction of directionsOf(request)) {
    const next = neighboursAlong(edges, direction);
    const sign = signOf(direction);
    const walked = new Set<string>([root]);
    let level: readonly string[] = [root];
    for (let depth = 1; depth <= request.depth && level.length > 0; depth += 1) {
      const found = new Set(level.flatMap((id) => next.get(id) ?? []));
      level = [...found].filter((id) => !walked.has(id)).sort();
      for (const id of level) {
        walked.add(id);
        if (!levels.has(id)) levels.set(id, sign * depth);
      }
    }
  }
  return levels;
};

type OneWay = Exclude<Direction, "both">;

const directionsOf = ({ direction }: WalkRequest): readonly OneWay[] =>
  direction === "both" ? ["upstream", "downstream"] : [direction];

const signOf = (direction: OneWay): number => (direction === "upstream" ? 1 : -1);

const neighboursAlong = (
  edges: readonly Derivation[],
  direction: OneWay,
): ReadonlyMap<string, readonly string[]> => {
  const next = new Map<string, string[]>();
  for (const { from, to } of edges) {
    const [near, far] = direction === "upstream" ? [from, to] : [to, from];
    const known = next.get(near);
    if (known === undefined) next.set(near, [far]);
    else known.push(far);
  }
  return next;
};

const typesOf = (statuses: readonly Status[]): readonly string[] => {
  if (statuses.length === 0) {
    throw new AppError("a walk needs at least one status to follow", { code: "INPUT_INVALID" });
  }
  return [...new Set(statuses)].map((status) => DERIVATION_TYPES[status]);
};
