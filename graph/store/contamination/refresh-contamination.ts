import { toFlagRows, toState } from "../../contamination/flag-row.ts";
import type { FlagRow } from "../../contamination/flag-row.ts";
import { findStates } from "../../contamination/find-states.ts";
import type { Area, BenchmarkInGraph, State } from "../../contamination/find-states.ts";
import type { Step } from "../../contamination/step.ts";
import { groupByTarget } from "../../contamination/group-by-target.ts";
import type { Transaction } from "../../database.ts";
import { DESCENDANTS, FLAGS_OF_AGAINST } from "../../queries/contamination.ts";
import { toText } from "../../rows.ts";
import { readBenchmarks } from "./read-benchmarks.ts";
import { readClearings, readStepsFrom } from "./read-steps.ts";
import { compareFlags, toStoredFlag, writeFlags } from "./write-flags.ts";
import type { ContaminationChange } from "../../../schema/contamination.ts";

export interface Refresh {
  /** The dataset whose own edges or clearing claims changed: nothing but itself and what derives from it can change with them. */
  readonly dataset: string;
  readonly now: Date;
}

const NO_CHANGE: ContaminationChange = { added: 0, changed: 0, removed: 0 };

/**
 * Finds the flags of a dataset anew, and, against those benchmarks for which they changed, the flags of everything that derives
 * from it. What lies upstream keeps the ways that are stored, so nothing else is read.
 */
export const refreshContamination = async (
  transaction: Transaction,
  { dataset, now }: Refresh,
): Promise<ContaminationChange> => {
  const benchmarks = [...(await readBenchmarks(transaction)).values()];
  if (benchmarks.length === 0) return NO_CHANGE;
  const own = await readNeighbourhood(transaction, [dataset], benchmarks);
  const stale = benchmarks.filter((benchmark) => isStale(own, benchmark, dataset));
  if (stale.length === 0) return NO_CHANGE;
  const rows = await transaction.run(DESCENDANTS, { id: dataset });
  const all = await readNeighbourhood(
    transaction,
    rows.map((row) => toText(row["id"])),
    stale,
  );
  const found = stale.flatMap((benchmark) => findRows(all, benchmark));
  const against = new Set(stale.flatMap(({ carriers }) => [...carriers]));
  const stored = all.flags.filter((flag) => all.datasets.has(flag.dataset) && against.has(flag.benchmark));
  return writeFlags(transaction, { stored, found, now });
};

/** Some datasets with the steps that start at them, and the stored flags of both ends. */
interface Neighbourhood {
  readonly datasets: ReadonlySet<string>;
  readonly steps: readonly Step[];
  readonly into: ReadonlyMap<string, readonly Step[]>;
  readonly flags: readonly FlagRow[];
  readonly clearings: ReadonlyMap<string, ReadonlyMap<string, readonly string[]>>;
}

const readNeighbourhood = async (
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

/**
 * Whether the dataset's own flags are no longer what its edges and the flags of their ends say. In a cycle these may lean on the
 * dataset's own; but a way that comes back to it is longer than the one it has, so where such a way is taken the flags differ.
 */
const isStale = (own: Neighbourhood, benchmark: BenchmarkInGraph, dataset: string): boolean => {
  const stored = own.flags.filter(
    (flag) => flag.dataset === dataset && benchmark.carriers.has(flag.benchmark),
  );
  const { added, changed, removed } = compareFlags(stored, findRows(own, benchmark));
  return added.length + changed.length + removed.length > 0;
};

const findRows = (all: Neighbourhood, benchmark: BenchmarkInGraph): readonly FlagRow[] => {
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
