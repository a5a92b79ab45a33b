import type { BenchmarkInGraph } from "../../contamination/find-states.ts";
import type { Transaction } from "../../database.ts";
import { DESCENDANTS } from "../../queries/contamination.ts";
import { toText } from "../../rows.ts";
import { findRows, type Neighbourhood, readNeighbourhood } from "./neighbourhood.ts";
import { readBenchmarks } from "./read-benchmarks.ts";
import { compareFlags, writeFlags } from "./write-flags.ts";
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
