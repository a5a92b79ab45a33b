import { toFlagRows, toState } from "../../contamination/flag-row.ts";
import type { FlagRow } from "../../contamination/flag-row.ts";
import { findStates } from "../../contamination/find-states.ts";
import type { Area, BenchmarkInGraph, State } from "../../contamination/find-states.ts";
import { groupByTarget } from "../../contamination/group-by-target.ts";
import type { Step } from "../../contamination/step.ts";
import type { Transaction } from "../../database.ts";
import { FLAGS_OF_AGAINST } from "../../queries/contamination.ts";
import { readClearings, readStepsFrom } from "./read-steps.ts";
import { toStoredFlag } from "./write-flags.ts";

/** Some datasets with the steps that start at them, and the stored flags of both ends. */
export interface Neighbourhood {
  readonly datasets: ReadonlySet<string>;
  readonly steps: readonly Step[];
  readonly into: ReadonlyMap<string, readonly Step[]>;
  readonly flags: readonly FlagRow[];
  readonly clearings: ReadonlyMap<string, ReadonlyMap<string, readonly string[]>>;
}

export const readNeighbourhood = async (
  transaction: Transaction,
  ids: readonly string[],
  benchmarks: readonly BenchmarkInGraph[],
): Promise<Neighbourhood> => {
  const datasets = new Set(ids);
  const steps = await readStepsFrom(transaction, ids);
  const ends = new Set([...ids, ...steps.map(({ to }) => to)]);
  const nodes = benchmarks.flatMap(({ carriers }) => [...carriers]);
  const stored = await transaction.run(FLAGS_OF_AGAINST, { ids: [...ends], benchmarks: nodes });
  const clearings = await readClearings(transaction, benchmarks);
  return { datasets, steps, into: groupByTarget(steps), flags: stored.map(toStoredFlag), clearings };
};

/** The flags of the neighbourhood against a benchmark, by its steps and the stored flags of the datasets around it. */
export const findRows = (all: Neighbourhood, benchmark: BenchmarkInGraph): readonly FlagRow[] => {
  const area: Area = {
    into: all.into,
    clearings: all.clearings.get(benchmark.id) ?? new Map(),
    around: statesAround(all, benchmark),
  };
  return [...findStates(benchmark, area)].flatMap(([dataset, state]) =>
    toFlagRows(dataset, benchmark.node, state),
  );
};

const statesAround = (
  { datasets, flags }: Neighbourhood,
  benchmark: BenchmarkInGraph,
): ReadonlyMap<string, State> => {
  const groups = new Map<string, FlagRow[]>();
  for (const flag of flags) {
    if (datasets.has(flag.dataset) || !benchmark.carriers.has(flag.benchmark)) continue;
    groups.set(flag.dataset, [...(groups.get(flag.dataset) ?? []), flag]);
  }
  return new Map([...groups].map(([dataset, rows]) => [dataset, toState(rows)]));
};
