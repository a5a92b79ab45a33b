import type { FrontierEntry } from "../../schema/commit.ts";
import { AppError } from "../../schema/errors.ts";
import { DatasetId } from "../../schema/ids.ts";
import type { TraceId } from "../../schema/ids.ts";
import type { Trace } from "../../schema/trace.ts";
import type { Database, Row, Transaction } from "../database.ts";
import { MERGE_DATASETS, SET_DATASETS } from "../queries/commit.ts";
import * as queries from "../queries/traces.ts";
import { fromStoredDataset, fromTrace, toNumber, toStoredDataset, toText, toTrace } from "../rows.ts";
import { datasetNamed } from "./commit/dataset-named.ts";
import { enqueue } from "./commit/enqueue.ts";
import { mergeNeighbour } from "./commit/merge-dataset.ts";

/** The traces and their frontier, kept in the lineage graph so that a killed process goes on from there. */
export interface TraceStore {
  /** Writes the trace alone, so that it is not forgotten before it begins; does nothing when it exists. */
  announce(trace: Trace): Promise<void>;
  /** Writes the trace and queues its roots, the first to be visited first; does nothing when it has begun. */
  begin(trace: Trace): Promise<void>;
  /** The entry to visit next, depth first, or undefined when the frontier is empty. It stays until its commit. */
  next(traceId: TraceId): Promise<FrontierEntry | undefined>;
  /** Datasets that wait. */
  size(traceId: TraceId): Promise<number>;
  /** Datasets that the trace has visited. */
  visited(traceId: TraceId): Promise<number>;
  /**
   * Stores the trace's state and summary; what a trace that no longer runs has found then survives a loss of power too.
   * Fails with NOT_FOUND when it was never begun.
   */
  end(trace: Trace): Promise<void>;
  get(traceId: TraceId): Promise<Trace | undefined>;
  /** The latest first, at most `limit`. */
  list(limit: number): Promise<readonly Trace[]>;
}

export const createTraceStore = (database: Database): TraceStore => ({
  announce: (trace) => database.write((transaction) => create(transaction, trace)),
  begin: (trace) => database.write((transaction) => begin(transaction, trace)),
  next: async (traceId) => {
    const [row] = await database.read(queries.NEXT_QUEUED, { trace: traceId });
    return row && { dataset: DatasetId.parse(row["dataset"]), depth: toNumber(row["depth"]) };
  },
  size: async (traceId) => {
    const [row] = await database.read(queries.COUNT_QUEUED, { trace: traceId });
    return toNumber(row?.["waiting"]);
  },
  visited: async (traceId) => {
    const rows = await database.read(queries.OUTCOMES, { trace: traceId });
    return rows.reduce((sum, row) => sum + toNumber(row["datasets"]), 0);
  },
  end: async (trace) => {
    await database.write((transaction) => update(transaction, trace));
    if (trace.state !== "running") await database.checkpoint();
  },
  get: async (traceId) => {
    const [row] = await database.read(queries.GET_TRACE, { id: traceId });
    return row && toTrace(row["properties"]);
  },
  list: async (limit) => {
    const rows = await database.read(queries.LIST_TRACES, { limit });
    return rows.map((row) => toTrace(row["properties"]));
  },
});

const create = async (transaction: Transaction, trace: Trace): Promise<void> => {
  await transaction.run(queries.CREATE_TRACE, { id: trace.id, properties: fromTrace(trace) });
};

const begin = async (transaction: Transaction, trace: Trace): Promise<void> => {
  const [existing] = await transaction.run(queries.TRACE_EXISTS, { id: trace.id });
  if (existing !== undefined && hasBegun(existing)) return;
  await create(transaction, trace);
  // What was announced may have named its roots otherwise.
  if (existing !== undefined) await update(transaction, trace);
  const roots = [...new Set(trace.roots)];
  await makeRoots(transaction, roots);
  const entries = roots.map((dataset) => ({ dataset, depth: 0 }));
  await enqueue(transaction, { trace: trace.id, entries, lastOrder: 0 });
};

const hasBegun = (row: Row): boolean => toNumber(row["lastOrder"]) > 0 || toNumber(row["visits"]) > 0;

const makeRoots = async (transaction: Transaction, roots: readonly DatasetId[]): Promise<void> => {
  const nodes = await transaction.run(MERGE_DATASETS, { ids: roots });
  const stored = new Map(nodes.map((row) => [toText(row["id"]), toStoredDataset(row["properties"])]));
  const rows = roots.map((id) => ({
    id,
    properties: fromStoredDataset(mergeNeighbour(stored.get(id), datasetNamed(id, "frontier"))),
  }));
  await transaction.run(SET_DATASETS, { rows });
};

const update = async (transaction: Transaction, trace: Trace): Promise<void> => {
  const [row] = await transaction.run(queries.SET_TRACE, { id: trace.id, properties: fromTrace(trace) });
  if (row === undefined) throw new AppError(`unknown trace ${trace.id}`, { code: "NOT_FOUND" });
};
