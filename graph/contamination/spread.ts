import { createHeap } from "./create-heap.ts";
import { prepend } from "./step.ts";
import type { Order, Step, Way } from "./step.ts";

export interface Seed {
  readonly dataset: string;
  readonly way: Way;
}

export interface Spreading {
  readonly seeds: readonly Seed[];
  readonly order: Order;
  /** The steps that lead to a dataset and may be put in front of its way. */
  stepsInto(dataset: string): readonly Step[];
}

/**
 * The best way of every dataset that the seeds or steps reach, best first: Dijkstra's algorithm, down from the benchmark. A step in
 * front makes a way worse in every order, so cycles end by themselves.
 */
export const spread = ({ seeds, order, stepsInto }: Spreading): ReadonlyMap<string, Way> => {
  const best = new Map<string, Way>();
  const open = createHeap<Seed>((one, other) => order(one.way, other.way));
  for (const seed of seeds) open.push(seed);
  for (let seed = open.pop(); seed !== undefined; seed = open.pop()) {
    const { dataset, way } = seed;
    if (best.has(dataset)) continue;
    best.set(dataset, way);
    for (const step of stepsInto(dataset)) {
      if (!best.has(step.from)) open.push({ dataset: step.from, way: prepend(step, way) });
    }
  }
  return best;
};
