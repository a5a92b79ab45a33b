import { toFlagRows } from "../../contamination/flag-row.ts";
import type { FlagRow } from "../../contamination/flag-row.ts";
import { findStates } from "../../contamination/find-states.ts";
import type { BenchmarkInGraph } from "../../contamination/find-states.ts";
import { groupByTarget } from "../../contamination/group-by-target.ts";
import type { Transaction } from "../../database.ts";
import { FLAGS_AGAINST } from "../../queries/contamination.ts";
import { readBenchmarks } from "./read-benchmarks.ts";
import { readClearings, readStepsBelow } from "./read-steps.ts";
import { toStoredFlag, writeFlags } from "./write-flags.ts";
import type { ContaminationChange } from "../../../schema/contamination.ts";

interface Recompute {
  readonly now: Date;
  /** Ids on the list; absent: every benchmark that the graph has. */
  readonly only?: ReadonlySet<string>;
}

/** Finds all flags anew, from the edges alone, and makes the stored ones equal to them. */
export const recomputeContamination = async (
  transaction: Transaction,
  { now, only }: Recompute,
): Promise<ContaminationChange> => {
  const listed = [...(await readBenchmarks(transaction)).values()];
  const benchmarks = only === undefined ? listed : listed.filter(({ id }) => only.has(id));
  const found = await findFlags(transaction, benchmarks);
  const nodes = benchmarks.flatMap(({ carriers }) => [...carriers]);
  const stored = (await transaction.run(FLAGS_AGAINST, { ids: nodes })).map(toStoredFlag);
  return writeFlags(transaction, { stored, found, now });
};

/** Every flag against these benchmarks, from the edges alone. */
export const findFlags = async (
  transaction: Transaction,
  benchmarks: readonly BenchmarkInGraph[],
): Promise<readonly FlagRow[]> => {
  const starts = benchmarks.flatMap(({ carriers, families }) => [...carriers, ...families]);
  if (starts.length === 0) return [];
  const into = groupByTarget(await readStepsBelow(transaction, [...new Set(starts)]));
  const clearings = await readClearings(transaction, benchmarks);
  return benchmarks.flatMap((benchmark) => {
    const area = { into, clearings: clearings.get(benchmark.id) ?? new Map(), around: new Map() };
    return [...findStates(benchmark, area)].flatMap(([dataset, state]) =>
      toFlagRows(dataset, benchmark.node, state),
    );
  });
};
