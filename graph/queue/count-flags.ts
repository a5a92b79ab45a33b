import type { AcceptedStep, AcceptedSteps } from "./accepted-steps.ts";
import type { Bits, HeldOut } from "./held-out.ts";

/** Flags that come or go with an edge. */
export interface FlagsAtStake {
  /** Pairs of a dataset and a benchmark. */
  readonly flags: number;
  /** Nodes of the benchmarks. */
  readonly benchmarks: readonly string[];
}

export interface FlagCounter {
  /** Of a derivation: the firm flags that it brings or takes, whichever of the two it is not now. */
  ofDerivation(step: AcceptedStep): FlagsAtStake;
  /** Of a clearing claim: the flags that pass through the dataset, which it settles. */
  ofClearing(dataset: number, benchmark: number): FlagsAtStake;
}

const NOTHING: FlagsAtStake = { flags: 0, benchmarks: [] };

/**
 * Counts what an edge decides about contamination. Firm flags alone count, those on accepted steps, cleared or not: a step that waits is
 * asked about itself. A dataset has a flag when one of its accepted steps leads to held-out items, or to a dataset that has it. An edge
 * that is not accepted brings the flags of its source to every dataset below that lacks them; one that is accepted takes those with it
 * that no other way gives. Of a cycle that feeds itself the latter finds too few.
 */
export const createFlagCounter = (steps: AcceptedSteps, heldOut: HeldOut): FlagCounter => {
  const flags = findFlags(steps, heldOut);
  const graph = { steps, heldOut, flags };
  return {
    ofDerivation: (step) => {
      const brings = broughtBy(graph, step);
      if (brings === undefined) return NOTHING;
      if (steps.get(step.id) === undefined) return tally(heldOut, spreadGain(graph, step.from, brings));
      const others = supported(graph, step.from, { without: step.id, lost: new Map() });
      const lost = brings.map((word, at) => word & ~(others[at] ?? 0));
      return tally(heldOut, spreadLoss(graph, step.from, lost));
    },
    ofClearing: (dataset, benchmark) => {
      const bit = heldOut.bitOf(benchmark);
      const has = flags[dataset];
      if (bit === undefined || has === undefined) return NOTHING;
      const lost = new Uint32Array(heldOut.words);
      lost[bit >>> 5] = (1 << (bit & 31)) & (has[bit >>> 5] ?? 0);
      return tally(heldOut, spreadLoss(graph, dataset, lost));
    },
  };
};

interface Flagged {
  readonly steps: AcceptedSteps;
  readonly heldOut: HeldOut;
  /** By place; absent: none. */
  readonly flags: readonly (Bits | undefined)[];
}

/** The benchmarks that each dataset can have seen by accepted steps. */
const findFlags = (steps: AcceptedSteps, heldOut: HeldOut): readonly (Bits | undefined)[] => {
  const { places, hasCycle } = steps.order();
  const flags: (Bits | undefined)[] = Array.from({ length: steps.size() });
  for (let goesOn = true; goesOn;) {
    let hasChanged = false;
    for (const place of places) {
      const found = supported({ steps, heldOut, flags }, place, { lost: new Map() });
      if (isEmpty(found) || isWithin(found, flags[place])) continue;
      flags[place] = found;
      hasChanged = true;
    }
    goesOn = hasCycle && hasChanged;
  }
  return flags;
};

interface Support {
  /** A step that does not count. */
  readonly without?: string;
  /** What is taken from datasets already. */
  readonly lost: ReadonlyMap<number, Bits>;
}

/** What a dataset's accepted steps give it. */
const supported = (graph: Flagged, place: number, { without, lost }: Support): Bits => {
  const { steps, heldOut, flags } = graph;
  const found = new Uint32Array(heldOut.words);
  for (const step of steps.outOf(place)) {
    if (step.id === without) continue;
    addTo(found, heldOut.entering(step));
    addTo(found, flags[step.to], lost.get(step.to));
  }
  return takeFrom(found, heldOut.being(place));
};

const broughtBy = (graph: Flagged, step: Omit<AcceptedStep, "id">): Bits | undefined => {
  const found = new Uint32Array(graph.heldOut.words);
  addTo(found, graph.heldOut.entering(step));
  addTo(found, graph.flags[step.to]);
  takeFrom(found, graph.heldOut.being(step.from));
  return isEmpty(found) ? undefined : found;
};

/** What every dataset below gets that it has not. */
const spreadGain = (graph: Flagged, start: number, gain: Bits): ReadonlyMap<number, Bits> => {
  const gained = new Map<number, Bits>();
  const open: { readonly place: number; readonly bits: Bits }[] = [{ place: start, bits: gain }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const fresh = Uint32Array.from(next.bits);
    takeFrom(fresh, graph.flags[next.place]);
    takeFrom(fresh, gained.get(next.place));
    takeFrom(fresh, graph.heldOut.being(next.place));
    if (isEmpty(fresh)) continue;
    const all = Uint32Array.from(fresh);
    addTo(all, gained.get(next.place));
    gained.set(next.place, all);
    for (const { from } of graph.steps.into(next.place)) open.push({ place: from, bits: fresh });
  }
  return gained;
};

/** What every dataset below loses with it; looked at again whenever a source of it loses more. */
const spreadLoss = (graph: Flagged, start: number, loss: Bits): ReadonlyMap<number, Bits> => {
  const lost = new Map<number, Bits>();
  if (isEmpty(loss)) return lost;
  lost.set(start, loss);
  const open = graph.steps.into(start).map(({ from }) => from);
  for (let place = open.pop(); place !== undefined; place = open.pop()) {
    const has = graph.flags[place];
    if (has === undefined || place === start) continue;
    const now = Uint32Array.from(has);
    takeFrom(now, supported(graph, place, { lost }));
    if (isEmpty(now) || isWithin(now, lost.get(place))) continue;
    lost.set(place, now);
    for (const { from } of graph.steps.into(place)) open.push(from);
  }
  return lost;
};

const tally = ({ nodes, words }: HeldOut, changed: ReadonlyMap<number, Bits>): FlagsAtStake => {
  const all = new Uint32Array(words);
  let flags = 0;
  for (const bits of changed.values()) {
    flags += countBits(bits);
    addTo(all, bits);
  }
  return { flags, benchmarks: nodes.filter((_node, bit) => hasBit(all, bit)) };
};

const addTo = (bits: Bits, others: Bits | undefined, less?: Bits): void => {
  if (others === undefined) return;
  for (let at = 0; at < bits.length; at += 1) {
    bits[at] = (bits[at] ?? 0) | ((others[at] ?? 0) & ~(less?.[at] ?? 0));
  }
};

const takeFrom = (bits: Bits, others: Bits | undefined): Bits => {
  if (others === undefined) return bits;
  for (let at = 0; at < bits.length; at += 1) bits[at] = (bits[at] ?? 0) & ~(others[at] ?? 0);
  return bits;
};

const isEmpty = (bits: Bits): boolean => bits.every((word) => word === 0);
const isWithin = (bits: Bits, others: Bits | undefined): boolean =>
  others !== undefined && bits.every((word, at) => (word & ~(others[at] ?? 0)) === 0);
const hasBit = (bits: Bits, bit: number): boolean => ((bits[bit >>> 5] ?? 0) & (1 << (bit & 31))) !== 0;

const countBits = (bits: Bits): number => {
  let count = 0;
  for (const word of bits) for (let rest = word; rest !== 0; rest &= rest - 1) count += 1;
  return count;
};
