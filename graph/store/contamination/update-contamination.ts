import type { DatasetCommit } from "../../../schema/commit.ts";
import type { BenchmarkList } from "../../contamination/create-benchmark-list.ts";
import type { Transaction } from "../../database.ts";
import { BENCHMARKS_OF } from "../../queries/benchmarks.ts";
import { toText } from "../../rows.ts";
import { toAliasKey } from "../commit/commit-aliases.ts";
import { markNewBenchmarks } from "./mark-benchmarks.ts";
import type { KnownNode } from "./mark-benchmarks.ts";
import { recomputeContamination } from "./recompute-contamination.ts";
import { refreshContamination } from "./refresh-contamination.ts";

export interface ContaminationSettings {
  readonly list: BenchmarkList;
  readonly now: Date;
}

/** Brings the flags up to date with a dataset's visit, in the visit's own transaction. */
export const updateContamination = async (
  transaction: Transaction,
  commit: DatasetCommit,
  { list, now }: ContaminationSettings,
): Promise<void> => {
  const fresh = await markNewBenchmarks(transaction, list, nodesOf(commit));
  const only = new Set([...fresh, ...(await memberBenchmarks(transaction, commit))]);
  if (only.size > 0) await recomputeContamination(transaction, { now, only });
  await refreshContamination(transaction, { dataset: commit.dataset.id, now });
};

const nodesOf = ({ dataset, neighbours, aliases }: DatasetCommit): readonly KnownNode[] => [
  ...aliases.map(({ key, datasetId }) => ({ id: datasetId, known: toAliasKey(key) })),
  ...[dataset, ...neighbours].map(({ id }) => ({ id, known: id })),
];

/** The mark tells, and not the id: another spelling, or a list that was not read, may have made a member a benchmark. */
const memberBenchmarks = async (
  transaction: Transaction,
  { members }: DatasetCommit,
): Promise<readonly string[]> => {
  if (members.length === 0) return [];
  const rows = await transaction.run(BENCHMARKS_OF, { ids: members.map(({ dataset }) => dataset) });
  return rows.map((row) => toText(row["benchmark"]));
};
