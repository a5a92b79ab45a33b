import type { Edge } from "../../../schema/edge.ts";
import { AppError } from "../../../schema/errors.ts";
import { registryOf } from "../../../schema/id-text.ts";
import { DatasetId } from "../../../schema/ids.ts";
import type { BenchmarkList } from "../../contamination/create-benchmark-list.ts";
import type { Transaction } from "../../database.ts";
import { MERGE_DATASETS, MERGE_EDGES, REMOVE_EDGES, SET_DATASETS } from "../../queries/commit.ts";
import { fromEdge, fromStoredDataset, toStoredDataset, typeOfEdge } from "../../rows.ts";
import { datasetNamed } from "../commit/dataset-named.ts";
import { mergeNeighbour } from "../commit/merge-dataset.ts";
import { markNewBenchmarks } from "../contamination/mark-benchmarks.ts";
import { recomputeContamination } from "../contamination/recompute-contamination.ts";
import { refreshContamination } from "../contamination/refresh-contamination.ts";
import { closesCycle } from "./closes-cycle.ts";
import { isSameDataset } from "../read/known-id.ts";
import type { ContaminationChange } from "../../../schema/contamination.ts";

/** What a person's change of an edge needs beside itself. */
export interface DecisionSettings {
  readonly list: BenchmarkList;
  readonly now: Date;
  /** Who decides. */
  readonly by: string;
}

/** Of an edge that stands by a person's word alone. A person is asked once; how often people err in this is not measured. */
export const PERSON_CONFIDENCE = 1;

/** Puts an edge in the place of what has its id; its type may be another now. */
export const replaceEdge = async (transaction: Transaction, edge: Edge): Promise<void> => {
  await transaction.run(REMOVE_EDGES, { rows: [{ id: edge.id, from: edge.from }] });
  const row = { id: edge.id, from: edge.from, to: edge.to, properties: fromEdge(edge) };
  await transaction.run(MERGE_EDGES[typeOfEdge(edge)], { rows: [row] });
};

/** An accepted edge that ran in a circle would make a dataset its own ancestor. Fails with CONFLICT, INPUT_INVALID when its ends are one dataset. */
export const refuseCycle = async (
  transaction: Transaction,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<void> => {
  if (isSameDataset(from, to)) {
    throw new AppError(`${from} cannot be built from itself`, { code: "INPUT_INVALID" });
  }
  if (!(await closesCycle(transaction, { from, to }))) return;
  throw new AppError(
    `${to} derives from ${from} already, so ${from} cannot derive from it; reject an edge between them first`,
    { code: "CONFLICT", context: { from, to } },
  );
};

/** Makes sure that the ends of a believed edge are nodes, and no mere mentions: a source at least, that somebody may look at. */
export const ensureDatasets = async (transaction: Transaction, ids: readonly DatasetId[]): Promise<void> => {
  const rows = await transaction.run(MERGE_DATASETS, { ids: [...new Set(ids)] });
  const nodes = rows.map((row) => {
    const id = DatasetId.parse(row["id"]);
    const state = registryOf(id) === "huggingface" ? "frontier" : "terminal";
    return mergeNeighbour(toStoredDataset(row["properties"]), datasetNamed(id, state));
  });
  await transaction.run(SET_DATASETS, {
    rows: nodes.map((node) => ({ id: node.dataset.id, properties: fromStoredDataset(node) })),
  });
};

/** Brings the flags up to date with edges of one dataset that changed. */
export const settleContamination = async (
  transaction: Transaction,
  { from, to }: { readonly from: string; readonly to: readonly string[] },
  { list, now }: DecisionSettings,
): Promise<ContaminationChange> => {
  const nodes = [from, ...to].map((id) => ({ id, known: id }));
  const fresh = await markNewBenchmarks(transaction, list, nodes);
  const marked =
    fresh.length === 0 ? NOTHING : await recomputeContamination(transaction, { now, only: new Set(fresh) });
  const refreshed = await refreshContamination(transaction, { dataset: from, now });
  return {
    added: marked.added + refreshed.added,
    changed: marked.changed + refreshed.changed,
    removed: marked.removed + refreshed.removed,
  };
};

const NOTHING: ContaminationChange = { added: 0, changed: 0, removed: 0 };
