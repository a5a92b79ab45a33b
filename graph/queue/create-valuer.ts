import type { Edge } from "../../schema/edge.ts";
import type { DatasetId } from "../../schema/ids.ts";
import type { QueueValue } from "../../schema/review-queue.ts";
import type { AcceptedSteps } from "./accepted-steps.ts";
import { countBelow } from "./count-below.ts";
import { createFlagCounter, type FlagCounter, type FlagsAtStake } from "./count-flags.ts";
import { type EdgeContext, scoreDisagreement } from "./disagreement.ts";
import type { HeldOut } from "./held-out.ts";

/** An edge as it is shown to whoever decides, and what is known beside it. */
export interface ValuedEdge extends EdgeContext {
  readonly edge: Edge;
}

export type Valuer = (valued: ValuedEdge) => QueueValue;

/**
 * What a look at an edge is expected to be worth: how likely it changes something (scoreDisagreement) times how much hangs on it: the
 * datasets at and below its derived end, and the contamination flags that come or go with it. So it is the expected number of statements
 * of the graph that are put right, as far as the signals tell. What edges of `froms` share is counted once, at the start.
 */
export const createValuer = (steps: AcceptedSteps, heldOut: HeldOut, froms: Iterable<string>): Valuer => {
  const below = countBelow(steps, [...froms].map(steps.placeOf));
  const counter = createFlagCounter(steps, heldOut);
  return (valued) => {
    const { edge } = valued;
    const from = steps.placeOf(edge.from);
    const { disagreement, parts } = scoreDisagreement(edge, valued);
    const { flags, benchmarks } = flagsOf(edge, { from, steps, counter });
    const datasets = below.get(from) ?? countBelow(steps, [from]).get(from) ?? 1;
    const stake = datasets + flags;
    return {
      total: disagreement * stake,
      disagreement,
      parts,
      stake,
      datasets,
      flags,
      benchmarks: [...benchmarks] as DatasetId[],
    };
  };
};

interface Place {
  readonly from: number;
  readonly steps: AcceptedSteps;
  readonly counter: FlagCounter;
}

const NO_FLAGS: FlagsAtStake = { flags: 0, benchmarks: [] };

const flagsOf = (edge: Edge, { from, steps, counter }: Place): FlagsAtStake => {
  if (edge.kind === "model-use") return NO_FLAGS;
  const to = steps.placeOf(edge.to);
  if (edge.kind === "clearing") return counter.ofClearing(from, to);
  return counter.ofDerivation({ id: edge.id, from, to, split: edge.split });
};
