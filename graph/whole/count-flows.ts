import type { WholeGraph } from "./whole-graph.ts";

/** Derivations from the datasets of one group to those of another. */
export interface Flow {
  readonly from: number;
  readonly to: number;
  accepted: number;
  flagged: number;
}

export interface Flows {
  /** In the order of the groups. */
  readonly between: readonly Flow[];
  readonly of: readonly { innerEdges: number; outerSources: number; outerUses: number }[];
  /** Derivations with both ends among the picked. */
  readonly total: number;
}

/** `groupOf`: of each node the position of its group, or -1. Nodes that are picked and in no shown group count as inside. */
export const countFlows = (
  { nodes, edges }: WholeGraph,
  picked: readonly number[],
  groupOf: Int32Array,
): Flows => {
  const isPicked = new Uint8Array(nodes.id.length);
  for (const node of picked) isPicked[node] = 1;
  const groups = groupOf.reduce((most, group) => Math.max(most, group + 1), 0);
  const of = Array.from({ length: groups }, () => ({ innerEdges: 0, outerSources: 0, outerUses: 0 }));
  const between = new Map<number, Flow>();
  let total = 0;
  for (let edge = 0; edge < edges.from.length; edge += 1) {
    const derived = edges.from[edge] ?? 0;
    const source = edges.to[edge] ?? 0;
    const from = groupOf[derived] ?? -1;
    const to = groupOf[source] ?? -1;
    if (isPicked[derived] === 1 && isPicked[source] === 1) total += 1;
    const left = of[from];
    const right = of[to];
    if (left !== undefined && from === to) left.innerEdges += 1;
    else if (left !== undefined && right !== undefined)
      count(between, { from, to, groups }, edges.status[edge]);
    else if (left !== undefined) left.outerSources += 1;
    else if (right !== undefined) right.outerUses += 1;
  }
  return {
    of,
    total,
    between: [...between.values()].sort((one, other) => one.from - other.from || one.to - other.to),
  };
};

const count = (
  flows: Map<number, Flow>,
  { from, to, groups }: { readonly from: number; readonly to: number; readonly groups: number },
  status: number | undefined,
): void => {
  const key = from * groups + to;
  let flow = flows.get(key);
  if (flow === undefined) {
    flow = { from, to, accepted: 0, flagged: 0 };
    flows.set(key, flow);
  }
  if (status === 0) flow.accepted += 1;
  else flow.flagged += 1;
};
