import type { Derivation } from "../../../schema/edge.ts";
import { AppError } from "../../../schema/errors.ts";
import { DatasetId, EdgeId } from "../../../schema/ids.ts";
import type { PathKind } from "../../../schema/query-choices.ts";
import type { LineagePath, PathView } from "../../../schema/paths.ts";
import { STATUSES, type Status } from "../../../schema/vocabulary.ts";
import { type FoundPaths, type SimplePath, simplePaths } from "./simple-paths.ts";
import type { Walk } from "./walk.ts";

export interface FindPathsRequest {
  readonly from: DatasetId;
  /** Either of the two may be the derived one. */
  readonly to: DatasetId;
  readonly kind: PathKind;
  /** Ways at most. */
  readonly limit: number;
  /** Edges of a way, 1 to 30. */
  readonly depth: number;
  readonly statuses: readonly Status[];
}

interface Ends {
  readonly from: DatasetId;
  readonly to: DatasetId;
}

/** Ways in which one dataset derives from the other, whichever of them that is; none when neither does. */
export const findPaths = async (walk: Walk, request: FindPathsRequest): Promise<PathView> => {
  const { from, to, kind, limit } = request;
  const directions = [
    { from, to },
    { from: to, to: from },
  ];
  let isCut = false;
  for (const ends of directions) {
    const found = await findWays(walk, ends, request);
    isCut ||= found.isCut;
    if (found.paths.length === 0) continue;
    const ways = kind === "shortest" ? ofLeastLength(found.paths) : found.paths;
    return {
      ...ends,
      isReversed: ends.from !== from,
      ...toAnswer(found.edges, ways.slice(0, limit)),
      kind,
      hasMore: ways.length > limit || (found.isSearchCut && ways.length === found.paths.length),
      isCut: found.isCut,
    };
  }
  const rejected = await findRejected(walk, directions, request);
  const ends = rejected?.ends ?? { from, to };
  return {
    ...ends,
    isReversed: ends.from !== from,
    kind,
    paths: [],
    edges: [...(rejected?.edges ?? [])],
    hasMore: false,
    isCut,
    ...(rejected !== undefined && { rejected: rejected.path }),
  };
};

interface Ways extends FoundPaths {
  readonly edges: readonly Derivation[];
  readonly isSearchCut: boolean;
}

/** One way more than asked for, so that it is known whether there are more. */
const findWays = async (walk: Walk, { from, to }: Ends, request: FindPathsRequest): Promise<Ways> => {
  const { depth, statuses, kind, limit } = request;
  const view = await walk(from, { direction: "upstream", depth, statuses });
  const edges = (view?.edges ?? []).filter((edge): edge is Derivation => edge.kind === "derivation");
  const found = simplePaths(edges, {
    from,
    to,
    count: limit + 1,
    steps: depth,
    ...(kind === "strongest" && { costOf: doubtOf }),
  });
  return {
    edges,
    paths: found.paths,
    isSearchCut: found.isCut,
    isCut: found.isCut || view?.truncated === true,
  };
};

/** No confidence counts as less, lest one edge without any make all ways alike. */
const LEAST_CONFIDENCE = 1e-12;
/** Digits of a logarithm that are told apart: whole numbers add up the same in any order. */
const PRECISION = 1e9;
/** More than the steps of any way, so that steps only decide between ways of equal confidence. */
const STEP_SHARE = 64;

/** The least sum of this is the largest product of confidences; of equally sure ways, the one of fewer steps. */
const doubtOf = ({ confidence }: Derivation): number =>
  Math.round(-Math.log(Math.max(confidence, LEAST_CONFIDENCE)) * PRECISION) * STEP_SHARE + 1;

const ofLeastLength = (paths: readonly SimplePath[]): readonly SimplePath[] =>
  paths.filter(({ arcs }) => arcs.length === paths[0]?.arcs.length);

/** The shortest way that would be one if documents meant what they only name. */
const findRejected = async (walk: Walk, directions: readonly Ends[], request: FindPathsRequest) => {
  for (const ends of directions) {
    const asked = { ...request, kind: "shortest", limit: 1, statuses: STATUSES } as const;
    const { edges, paths } = await findWays(walk, ends, asked);
    const answer = toAnswer(edges, paths.slice(0, 1));
    const [path] = answer.paths;
    if (path !== undefined) return { ends, path, edges: answer.edges };
  }
  return undefined;
};

const toAnswer = (
  edges: readonly Derivation[],
  paths: readonly SimplePath[],
): Pick<PathView, "paths" | "edges"> => {
  const byId = new Map<string, Derivation>(edges.map((edge) => [edge.id, edge]));
  const used = new Set(paths.flatMap(({ arcs }) => arcs));
  return {
    paths: paths.map((path) => toLineagePath(path, byId)),
    edges: edges.filter(({ id }) => used.has(id)),
  };
};

const toLineagePath = ({ nodes, arcs }: SimplePath, edges: ReadonlyMap<string, Derivation>): LineagePath => {
  const steps = arcs.flatMap((id) => edges.get(id) ?? []);
  const [first] = steps;
  if (first === undefined) throw new AppError("a way has no steps", { code: "INTERNAL" });
  const weakest = steps.reduce((least, edge) => (edge.confidence < least.confidence ? edge : least), first);
  return {
    nodes: nodes.map((id) => DatasetId.parse(id)),
    edges: arcs.map((id) => EdgeId.parse(id)),
    confidence: steps.reduce((product, edge) => product * edge.confidence, 1),
    weakest: weakest.id,
  };
};
