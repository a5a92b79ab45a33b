interface Step {
  readonly from: string;
  readonly to: string;
  /** 0 to 1. */
  readonly confidence: number;
}

/** Of the ways from a target to a dataset the one whose weakest edge is strongest: that edge's confidence. */
export interface WeakestLinks {
  /** By dataset, along sources. Targets themselves are absent. */
  readonly upstream: ReadonlyMap<string, number>;
  readonly downstream: ReadonlyMap<string, number>;
}

export const weakestLinks = (edges: readonly Step[], targets: readonly string[]): WeakestLinks => {
  const strongestFirst = edges.toSorted((one, other) => other.confidence - one.confidence);
  return {
    upstream: widest(strongestFirst, targets, ({ from, to }) => [from, to]),
    downstream: widest(strongestFirst, targets, ({ from, to }) => [to, from]),
  };
};

/** Adds the edges from the strongest to the weakest: a dataset is reached with the confidence of the edge that opens the way to it. */
const widest = (
  strongestFirst: readonly Step[],
  targets: readonly string[],
  endsOf: (edge: Step) => readonly [near: string, far: string],
): ReadonlyMap<string, number> => {
  const isReached = new Set(targets);
  const found = new Map<string, number>();
  const added = new Map<string, string[]>();
  for (const edge of strongestFirst) {
    const [near, far] = endsOf(edge);
    const known = added.get(near);
    if (known === undefined) added.set(near, [far]);
    else known.push(far);
    const waiting = isReached.has(near) ? [far] : [];
    for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
      if (isReached.has(id)) continue;
      isReached.add(id);
      found.set(id, edge.confidence);
      waiting.push(...(added.get(id) ?? []));
    }
  }
  return found;
};
