import type { Edge } from "../../../schema/edge.ts";
import { AppError } from "../../../schema/errors.ts";
import { registryOf } from "../../../schema/id-text.ts";
import { DatasetId } from "../../../schema/ids.ts";
import type { Transaction } from "../../database.ts";
import { MERGE_DATASETS, MERGE_EDGES, REMOVE_EDGES, SET_DATASETS } from "../../queries/commit.ts";
import { fromEdge, fromStoredDataset, toStoredDataset, typeOfEdge } from "../../rows.ts";
import { datasetNamed } from "../commit/dataset-named.ts";
import { mergeNeighbour } from "../commit/merge-dataset.ts";
import { closesCycle } from "./closes-cycle.ts";
import { isSameDataset } from "../read/known-id.ts";

/** Of an edge that stands by a person's word alone. A person is asked once; how often people err in this is not measured. */
export const PERSON_CONFIDENCE = 1;

/** Puts an edge in the place of what has its id; its type may be another now. False when one of its ends is not in the graph. */
export const replaceEdge = async (transaction: Transaction, edge: Edge): Promise<boolean> => {
  await transaction.run(REMOVE_EDGES, { rows: [{ id: edge.id, from: edge.from }] });
  const row = { id: edge.id, from: edge.from, to: edge.to, properties: fromEdge(edge) };
  const [answer] = await transaction.run(MERGE_EDGES[typeOfEdge(edge)], { rows: [row] });
  return answer?.["written"] === 1;
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
