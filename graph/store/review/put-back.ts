import type { Edge, Evidence } from "../../../schema/edge.ts";
import { AppError } from "../../../schema/errors.ts";
import type { EdgeState, NameState } from "../../../schema/review.ts";
import type { Transaction } from "../../database.ts";
import { DELETE_EVIDENCE, MERGE_EVIDENCE, REMOVE_EDGES } from "../../queries/commit.ts";
import { DELETE_EVIDENCE_BY_ID } from "../../queries/reviews.ts";
import { fromEvidence } from "../../rows.ts";
import { readInForce } from "../calibration/read-calibrations.ts";
import { asCalibrated } from "../calibration/unless-cycle.ts";
import { ensureDatasets, refuseCycle, replaceEdge } from "../edges/edge-writes.ts";
import type { Undoing } from "./plan-undoing.ts";
import { isFoundSince, restoredEdge } from "./restored-edge.ts";
import { setName } from "./set-name.ts";
import { watchEdges } from "./watch-edges.ts";

export interface PutBack {
  readonly states: EdgeState[];
  readonly names: NameState[];
}

/**
 * Gives edges and names back what they were before an event. Fails with CONFLICT when that is not known or the graph refuses it; then
 * everything is as it was.
 */
export const putBack = async (transaction: Transaction, undoings: readonly Undoing[]): Promise<PutBack> => {
  const edges = undoings.flatMap(({ row }) => row.edge ?? []);
  const watch = await watchEdges(transaction, edges.map(referenceOf));
  const inForce = await readInForce(transaction);
  const restored = edges.map((state) => {
    const current = watch.before.get(state.edge) ?? null;
    return { state, current, edge: restoredEdge(current, state) };
  });
  await remove(
    transaction,
    restored.flatMap(({ current }) => current ?? []),
  );
  try {
    for (const { edge } of restored) {
      if (edge !== null) await putEdge(transaction, await asCalibrated(transaction, edge, inForce));
    }
  } catch (error) {
    await remove(
      transaction,
      restored.flatMap(({ edge }) => edge ?? []),
    );
    for (const { current } of restored) if (current !== null) await replaceEdge(transaction, current);
    throw error;
  }
  for (const one of restored) await putEvidence(transaction, one);
  const states = await watch.states({ all: true });
  const names: NameState[] = [];
  for (const { row } of undoings) {
    if (row.name !== undefined) names.push(await setName(transaction, row.name.key, row.name.before));
  }
  return { states, names };
};

const remove = async (transaction: Transaction, edges: readonly Edge[]): Promise<void> => {
  if (edges.length === 0) return;
  await transaction.run(REMOVE_EDGES, { rows: edges.map(({ id, from }) => ({ id, from })) });
};

const referenceOf = ({ edge: id, before, after }: EdgeState) => {
  if (before === undefined) {
    throw conflict(
      `what the edge ${id} was before is not known: it was decided on before there was a log; decide on it anew`,
    );
  }
  const from = (before ?? after)?.from;
  if (from === undefined) throw new AppError(`the log has no edge of ${id}`, { code: "INTERNAL" });
  return { id, from };
};

interface Restored {
  readonly state: EdgeState;
  readonly current: Edge | null;
  readonly edge: Edge | null;
}

const putEdge = async (transaction: Transaction, edge: Edge): Promise<void> => {
  if (edge.kind === "derivation" && edge.status === "accepted") {
    await refuseCycle(transaction, edge);
    await ensureDatasets(transaction, [edge.from, edge.to]);
  }
  if (await replaceEdge(transaction, edge)) return;
  throw conflict(
    `the edge ${edge.id} cannot come back: ${edge.from} or ${edge.to} is no longer in the graph`,
  );
};

const putEvidence = async (transaction: Transaction, { state, current, edge }: Restored): Promise<void> => {
  if (edge === null) {
    await transaction.run(DELETE_EVIDENCE, { ids: [state.edge] });
    return;
  }
  const { gained = [], lost = [] } = state;
  // What a trace found since may be the same proof.
  if (current === null || !isFoundSince(current, state.after)) await deleteEvidence(transaction, gained);
  await mergeEvidence(transaction, lost, edge.from);
};

export const deleteEvidence = async (
  transaction: Transaction,
  evidence: readonly Evidence[],
): Promise<void> => {
  if (evidence.length === 0) return;
  await transaction.run(DELETE_EVIDENCE_BY_ID, { ids: evidence.map(({ id }) => id) });
};

export const mergeEvidence = async (
  transaction: Transaction,
  evidence: readonly Evidence[],
  from: string,
): Promise<void> => {
  if (evidence.length === 0) return;
  const rows = evidence.map((one) => ({
    id: one.id,
    document: one.document,
    properties: fromEvidence(one, from),
  }));
  await transaction.run(MERGE_EVIDENCE, { rows });
};

const conflict = (message: string): AppError => new AppError(message, { code: "CONFLICT" });
