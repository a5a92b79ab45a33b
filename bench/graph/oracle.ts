import type { PlainEdge, PlainGraph } from "./make-graph.ts";
import { hasTrainSplit } from "./to-records.ts";

/** Edges by the dataset that they start or end at. */
export type Adjacency = ReadonlyMap<number, readonly PlainEdge[]>;

export const groupBy = (edges: readonly PlainEdge[], end: "from" | "to"): Adjacency => {
  const groups = new Map<number, PlainEdge[]>();
  for (const edge of edges) {
    const group = groups.get(edge[end]);
    if (group === undefined) groups.set(edge[end], [edge]);
    else group.push(edge);
  }
  return groups;
};

/** Levels of everything upstream of a dataset, itself at 0, breadth first. */
export const ancestorsOf = (outgoing: Adjacency, dataset: number): ReadonlyMap<number, number> => {
  const levels = new Map([[dataset, 0]]);
  for (const [at, level] of levels) {
    for (const { to } of outgoing.get(at) ?? []) if (!levels.has(to)) levels.set(to, level + 1);
  }
  return levels;
};

/** `dataset benchmark` -> how many steps the shortest way has; apart, by accepted edges alone and by those that wait too. */
export interface ExpectedFlags {
  readonly stands: ReadonlyMap<string, number>;
  readonly waits: ReadonlyMap<string, number>;
}

/** What can have seen a benchmark, by a walk from each one downwards. */
export const expectFlags = ({ edges, benchmarks }: PlainGraph): ExpectedFlags => {
  const accepted = groupBy(
    edges.filter(({ status }) => status === "accepted"),
    "to",
  );
  const all = groupBy(
    edges.filter(({ status }) => status !== "rejected"),
    "to",
  );
  const stands = new Map<string, number>();
  const waits = new Map<string, number>();
  for (const benchmark of benchmarks) {
    const open = reachDown(accepted, benchmark, new Map([[benchmark, 0]]));
    open.delete(benchmark);
    for (const [dataset, distance] of open) stands.set(`${dataset} ${benchmark}`, distance);
    // A way that waits goes on from a dataset as that dataset's own flag does.
    const possible = reachDown(all, benchmark, new Map([[benchmark, 0], ...open]));
    for (const [dataset, distance] of possible) {
      if (dataset !== benchmark && !open.has(dataset)) waits.set(`${dataset} ${benchmark}`, distance);
    }
  }
  return { stands, waits };
};

/** Distances of everything downstream of the starts, level by level; those of the starts are given. */
const reachDown = (
  incoming: Adjacency,
  benchmark: number,
  starts: ReadonlyMap<number, number>,
): Map<number, number> => {
  const counts = (edge: PlainEdge): boolean => edge.split !== "train" || !hasTrainSplit(benchmark);
  const distances = new Map(starts);
  const levels: number[][] = [];
  for (const [dataset, distance] of starts) (levels[distance] ??= []).push(dataset);
  for (let distance = 0; distance < levels.length; distance += 1) {
    for (const at of levels[distance] ?? []) {
      for (const edge of incoming.get(at) ?? []) {
        if (distances.has(edge.from) || (at === benchmark && !counts(edge))) continue;
        distances.set(edge.from, distance + 1);
        (levels[distance + 1] ??= []).push(edge.from);
      }
    }
  }
  return distances;
};
