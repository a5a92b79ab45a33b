import type { Database } from "../graph/database.ts";
import { withdrawDataset, type WithdrawalFindings } from "../graph/store/contamination/withdraw-dataset.ts";
import type { DatasetId } from "../schema/ids.ts";
import { NODE_STATES, type NodeState } from "../schema/vocabulary.ts";
import type { Withdrawal, WithdrawalOutcome } from "../schema/withdrawal.ts";

/** A list that a page can still hold. */
const MAX_LISTED = 20_000;

/** What a dataset's withdrawal would change downstream. Reads, and writes nothing. */
export const thinkWithdrawal = async (database: Database, dataset: DatasetId): Promise<Withdrawal> =>
  toWithdrawal(dataset, await withdrawDataset(database, dataset));

const toWithdrawal = (dataset: DatasetId, findings: WithdrawalFindings): Withdrawal => {
  const { descendants, fates, states } = findings;
  const stateOf = (id: string): NodeState =>
    NODE_STATES.find((state) => state === states.get(id)) ?? "mentioned";
  const withOutcome = (outcome: WithdrawalOutcome): number =>
    fates.filter((fate) => fate.outcome === outcome).length;
  return {
    dataset,
    state: stateOf(dataset),
    descendants: descendants
      .slice(0, MAX_LISTED)
      .map((one) => ({ ...one, id: one.id as DatasetId, state: stateOf(one.id) })),
    flags: fates.slice(0, MAX_LISTED).map((fate) => ({
      ...fate,
      dataset: fate.dataset as DatasetId,
      benchmark: fate.benchmark as DatasetId,
    })),
    totals: {
      descendants: descendants.length,
      direct: descendants.filter(({ distance }) => distance === 1).length,
      only: descendants.filter(({ reach }) => reach === "only").length,
      flags: {
        vanishes: withOutcome("vanishes"),
        changes: withOutcome("changes"),
        stays: withOutcome("stays"),
      },
      waitingEdges: findings.waitingEdges,
      untraced: descendants.filter(({ id }) => stateOf(id) !== "traced").length,
    },
    truncated: descendants.length > MAX_LISTED || fates.length > MAX_LISTED,
  };
};
