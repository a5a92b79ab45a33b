import type { Derivation } from "../../schema/edge.ts";
import { SPLITS } from "../../schema/vocabulary.ts";
import { createRandom } from "../../services/create-random.ts";

export interface GraphSize {
  readonly datasets: number;
  readonly benchmarks: number;
  readonly seed: number;
}

/** An invented graph as plain numbers: datasets are counted from 0, and derive from earlier ones only. */
export interface PlainGraph {
  readonly size: GraphSize;
  readonly edges: readonly PlainEdge[];
  /** The datasets that are benchmarks. */
  readonly benchmarks: readonly number[];
}

export interface PlainEdge {
  readonly from: number;
  readonly to: number;
  readonly status: Derivation["status"];
  readonly split?: Derivation["split"];
}

/** Parents of every dataset but the first few. */
const PARENTS = 3;
const ACCEPTED = 0.85;
/** Datasets in which an edge names no split, as most documents do not. */
const WITHOUT_SPLIT = 0.4;
/** How often a parent is drawn at random instead of by its popularity. */
const AT_RANDOM = 0.2;
/** Datasets that take from a benchmark beside their parents; they replace a parent, so that the number of edges stays. */
const LEAKS_PER_BENCHMARK = 5;

/** A DAG in which popular datasets become more popular, as on the Hub; benchmarks derive from nothing. */
export const makeGraph = (size: GraphSize): PlainGraph => {
  const random = createRandom(size.seed);
  const benchmarks = Array.from({ length: size.benchmarks }, (_, index) => index);
  const leaks = drawLeaks(size, random);
  const urn = [size.benchmarks];
  const edges: PlainEdge[] = [];
  for (let from = size.benchmarks + 1; from < size.datasets; from += 1) {
    const parents = new Set(leaks.get(from) ?? []);
    const wanted = Math.min(PARENTS, from - size.benchmarks);
    while (parents.size < wanted) parents.add(drawParent(from, { urn, random, first: size.benchmarks }));
    for (const to of parents) edges.push(drawEdge({ from, to }, random));
    urn.push(from, ...[...parents].filter((parent) => parent >= size.benchmarks));
  }
  return { size, edges, benchmarks };
};

const drawLeaks = (size: GraphSize, random: () => number): ReadonlyMap<number, readonly number[]> => {
  const leaks = new Map<number, number[]>();
  const first = size.benchmarks + PARENTS + 1;
  for (let leak = 0; leak < size.benchmarks * LEAKS_PER_BENCHMARK; leak += 1) {
    const dataset = first + Math.floor(random() * (size.datasets - first));
    const taken = leaks.get(dataset) ?? [];
    if (taken.length < PARENTS) leaks.set(dataset, [...taken, leak % size.benchmarks]);
  }
  return leaks;
};

interface Urn {
  readonly urn: readonly number[];
  readonly random: () => number;
  /** The first dataset that is no benchmark. */
  readonly first: number;
}

const drawParent = (child: number, { urn, random, first }: Urn): number => {
  if (random() < AT_RANDOM) return first + Math.floor(random() * (child - first));
  return urn[Math.floor(random() * urn.length)] ?? first;
};

const drawEdge = (ends: { readonly from: number; readonly to: number }, random: () => number): PlainEdge => {
  const chance = random();
  const status = chance < ACCEPTED ? "accepted" : "flagged";
  const split = random() < WITHOUT_SPLIT ? undefined : SPLITS[Math.floor(random() * SPLITS.length)];
  return { ...ends, status, ...(split === undefined ? {} : { split }) };
};
