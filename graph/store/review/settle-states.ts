import type { ContaminationChange } from "../../../schema/contamination.ts";
import type { EdgeState, NameState } from "../../../schema/review.ts";
import type { BenchmarkList } from "../../contamination/create-benchmark-list.ts";
import type { Transaction } from "../../database.ts";
import { type KnownNode, markNewBenchmarks } from "../contamination/mark-benchmarks.ts";
import { recomputeContamination } from "../contamination/recompute-contamination.ts";
import { refreshContamination } from "../contamination/refresh-contamination.ts";

export const NO_CHANGE: ContaminationChange = { added: 0, changed: 0, removed: 0 };

/** Datasets whose flags are found anew one by one; of more it is quicker to find all of the graph. */
const MAX_REFRESHED = 50;

interface Changed {
  readonly states: readonly EdgeState[];
  readonly names?: readonly NameState[];
}

/** Brings the marks of benchmarks and the flags up to date with edges and names that changed. */
export const settleStates = async (
  transaction: Transaction,
  { states, names = [] }: Changed,
  { list, now }: { readonly list: BenchmarkList; readonly now: Date },
): Promise<ContaminationChange> => {
  const edges = states.flatMap(({ before, after }) => [before, after].flatMap((edge) => edge ?? []));
  const ends = new Set<string>(edges.flatMap(({ from, to }) => [from, to]));
  const nodes: KnownNode[] = [...ends].map((id) => ({ id, known: id }));
  for (const { key, before, after } of names) {
    for (const alias of [before, after]) if (alias !== null) nodes.push({ id: alias.datasetId, known: key });
  }
  const fresh = await markNewBenchmarks(transaction, list, nodes);
  const froms = [...new Set(edges.map(({ from }) => from))].sort();
  if (froms.length > MAX_REFRESHED) return recomputeContamination(transaction, { now });
  let total =
    fresh.length === 0 ? NO_CHANGE : await recomputeContamination(transaction, { now, only: new Set(fresh) });
  for (const dataset of froms) {
    total = sum(total, await refreshContamination(transaction, { dataset, now }));
  }
  return total;
};

const sum = (one: ContaminationChange, other: ContaminationChange): ContaminationChange => ({
  added: one.added + other.added,
  changed: one.changed + other.changed,
  removed: one.removed + other.removed,
});
