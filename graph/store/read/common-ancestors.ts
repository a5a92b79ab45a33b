import type { CommonAncestors } from "../../../schema/lineage.ts";
import type { Derivation } from "../../../schema/edge.ts";
import type { DatasetId } from "../../../schema/ids.ts";
import type { Status } from "../../../schema/vocabulary.ts";
import { type Levels, levelsAlong } from "./levels.ts";
import type { Walk } from "./walk.ts";

export interface CommonAncestorsRequest {
  /** 2 to 8 that the graph has. */
  readonly targets: readonly DatasetId[];
  readonly statuses: readonly Status[];
  /** Ancestors at most, nearest first. */
  readonly limit: number;
}

const MAX_DEPTH = 30;
const MAX_ANCESTORS = 10_000;

/** Finds what all targets derive from along one walk from all of them. A target that the others derive from is one. */
export const commonAncestors = async (
  walk: Walk,
  { targets: asked, statuses, limit }: CommonAncestorsRequest,
): Promise<CommonAncestors> => {
  const targets = [...new Set(asked)];
  const [root, ...others] = targets;
  const view =
    root === undefined
      ? undefined
      : await walk(root, {
          direction: "upstream",
          depth: MAX_DEPTH,
          statuses,
          others,
          limit: MAX_ANCESTORS,
        });
  const edges = (view?.edges ?? []).filter((edge): edge is Derivation => edge.kind === "derivation");
  const nodes = view?.nodes ?? [];
  const walks = targets.map((target) =>
    levelsAlong(edges, { targets: [target], direction: "upstream", depth: nodes.length }),
  );
  const common = nodes.filter(({ id }) => walks.every((levels) => levels.has(id)));
  const ids = new Set<string>(common.map(({ id }) => id));
  const passed = new Set<string>(edges.filter(({ from }) => ids.has(from)).map(({ to }) => to));
  const ancestors = common
    .map(({ level: _level, target: _target, marks: _marks, ...summary }) => ({
      ...summary,
      distances: walks.map((levels) => levels.get(summary.id) ?? 0),
      isClosest: !passed.has(summary.id),
    }))
    .sort((one, other) => sum(one.distances) - sum(other.distances) || (one.id < other.id ? -1 : 1))
    .slice(0, limit);
  return {
    targets,
    ancestors,
    edges: edgesOnWays(
      edges,
      walks,
      ancestors.map(({ id }) => id),
    ),
    total: common.length,
    truncated: view?.truncated ?? false,
  };
};

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);

/** The edges of every shortest way from a target to one of the ancestors, found backwards from these. */
const edgesOnWays = (
  edges: readonly Derivation[],
  walks: readonly Levels[],
  ancestors: readonly string[],
): Derivation[] => {
  const into = new Map<string, Derivation[]>();
  for (const edge of edges) into.set(edge.to, [...(into.get(edge.to) ?? []), edge]);
  const used = new Set<string>();
  for (const levels of walks) {
    const reached = new Set(ancestors);
    for (const id of reached) {
      const level = levels.get(id);
      for (const edge of into.get(id) ?? []) {
        if (level === undefined || levels.get(edge.from) !== level - 1) continue;
        used.add(edge.id);
        reached.add(edge.from);
      }
    }
  }
  return edges.filter(({ id }) => used.has(id));
};
