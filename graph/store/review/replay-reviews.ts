import type { DatasetId } from "../../../schema/ids.ts";
import type { EdgeState, ReviewEvent } from "../../../schema/review.ts";
import type { Database, Transaction } from "../../database.ts";
import { MERGE_DATASETS, REMOVE_EDGES } from "../../queries/commit.ts";
import { ensureDatasets, replaceEdge } from "../edges/edge-writes.ts";
import { deleteEvidence, mergeEvidence } from "./put-back.ts";
import { setName } from "./set-name.ts";

/**
 * Does to a graph what a log says was done, event by event: on a graph as it was before the first, it makes the graph as it is after the
 * last. Writes no log, and leaves the flags to whoever asks for it.
 */
export const replayReviews = (
  database: Database,
  log: readonly Pick<ReviewEvent, "states" | "names">[],
): Promise<void> =>
  database.write(async (transaction) => {
    for (const { states, names = [] } of log) {
      for (const state of states) await takeAway(transaction, state);
      for (const state of states) await put(transaction, state);
      for (const { key, after } of names) {
        if (after !== null) await ensureDatasets(transaction, [after.datasetId]);
        await setName(transaction, key, after);
      }
    }
  });

const takeAway = async (transaction: Transaction, { before, lost = [] }: EdgeState): Promise<void> => {
  if (before !== null && before !== undefined) {
    await transaction.run(REMOVE_EDGES, { rows: [{ id: before.id, from: before.from }] });
  }
  await deleteEvidence(transaction, lost);
};

const put = async (transaction: Transaction, { after, gained = [] }: EdgeState): Promise<void> => {
  if (after === null) return;
  const ends: DatasetId[] = after.kind === "model-use" ? [after.from] : [after.from, after.to];
  if (after.status === "accepted") await ensureDatasets(transaction, ends);
  else await transaction.run(MERGE_DATASETS, { ids: ends });
  await replaceEdge(transaction, after);
  await mergeEvidence(transaction, gained, after.from);
};
