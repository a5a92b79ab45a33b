import type { DatasetCommit } from "../../../schema/commit.ts";
import type { BenchmarkList } from "../../contamination/create-benchmark-list.ts";
import type { Transaction } from "../../database.ts";
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
  const members = commit.members.map(({ dataset }) => list.withId(dataset)?.id);
  const only = new Set([...fresh, ...members].filter((id) => id !== undefined));
  if (only.size > 0) await recomputeContamination(transaction, { now, only });
  await refreshContamination(transaction, { dataset: commit.dataset.id, now });
};

const nodesOf = ({ dataset, neighbours, aliases }: DatasetCommit): readonly KnownNode[] => [
  ...aliases.map(({ key, datasetId }) => ({ id: datasetId, known: key })),
  ...[dataset, ...neighbours].map(({ id }) => ({ id, known: id })),
];
