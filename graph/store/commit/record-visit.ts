import type { DatasetCommit, FrontierEntry } from "../../../schema/commit.ts";
import { AppError } from "../../../schema/errors.ts";
import { DatasetId } from "../../../schema/ids.ts";
import type { Row, Transaction } from "../../database.ts";
import * as queries from "../../queries/traces.ts";
import { toNumber } from "../../rows.ts";
import { toAliasKey } from "./commit-aliases.ts";
import { enqueue } from "./enqueue.ts";

/** Takes the dataset out of its trace's frontier, notes how the visit ended, and queues what it found. */
export const recordVisit = async (transaction: Transaction, commit: DatasetCommit): Promise<void> => {
  const { traceId: trace, dataset, outcome, reason } = commit;
  const [counters] = await transaction.run(queries.TRACE_EXISTS, { id: trace });
  if (counters === undefined) throw new AppError(`unknown trace ${trace}`, { code: "INPUT_INVALID" });
  const depth = await leaveQueue(transaction, commit);
  const order = toNumber(counters["visits"]) + 1;
  await transaction.run(queries.SET_VISITED, {
    trace,
    dataset: dataset.id,
    properties: { outcome, depth, order, reason: reason ?? null },
  });
  await enqueue(transaction, {
    trace,
    entries: commit.enqueue,
    lastOrder: toNumber(counters["lastOrder"]),
  });
};

/**
 * The visit answers for every queued id that turned out to mean this dataset: a renamed or legacy id, or another spelling.
 * Gives the smallest depth under which it was queued; 0 when it was not.
 */
const leaveQueue = async (transaction: Transaction, commit: DatasetCommit): Promise<number> => {
  const { traceId: trace, dataset } = commit;
  const keys = [
    dataset.id,
    ...commit.aliases.filter((alias) => alias.datasetId === dataset.id).map((alias) => alias.key),
  ].map(toAliasKey);
  const queued = (await transaction.run(queries.QUEUED_UNDER_OTHER_NAMES, { trace, keys })).map(toEntry);
  if (queued.length === 0) return 0;
  await transaction.run(queries.DELETE_QUEUED, { trace, ids: queued.map((entry) => entry.dataset) });
  const given = queued.map((entry) => entry.dataset).filter((id) => id !== dataset.id);
  if (given.length > 0) await transaction.run(queries.DELETE_UNCONNECTED, { ids: given });
  return Math.min(...queued.map((entry) => entry.depth));
};

const toEntry = (row: Row): FrontierEntry => ({
  dataset: DatasetId.parse(row["id"]),
  depth: toNumber(row["depth"]),
});
