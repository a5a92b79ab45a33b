import { isDeepStrictEqual } from "node:util";
import type { Calibration, CalibrationEffect, CalibrationFit } from "../../../schema/calibration.ts";
import type { Derivation } from "../../../schema/edge.ts";
import { underCalibration } from "../../calibration/calibrate-edge.ts";
import { fromCalibration, toCalibration } from "../../calibration-rows.ts";
import type { Database, Transaction } from "../../database.ts";
import {
  CREATE_CALIBRATION,
  LAST_CALIBRATION,
  SET_CALIBRATED,
  TRACED_OR_DECIDED,
} from "../../queries/calibration.ts";
import { MERGE_EDGES, REMOVE_EDGES } from "../../queries/commit.ts";
import { DERIVATION_TYPES, fromEdge, toEdge } from "../../rows.ts";
import { recomputeContamination } from "../contamination/recompute-contamination.ts";
import { ensureDatasets } from "../edges/edge-writes.ts";
import { inBatches } from "../in-batches.ts";
import { holdLog } from "../review/review-log.ts";
import { rehearse } from "../review/rehearse.ts";
import { toInForce } from "./read-calibrations.ts";
import { unlessCycle } from "./unless-cycle.ts";

export interface WriteCalibration {
  /** Absent: everything that calibrations changed is put back. */
  readonly fit?: CalibrationFit | undefined;
  /** Confidence from which an edge without a flag is accepted, 0 to 1. */
  readonly threshold: number;
  readonly id: string;
  readonly by: string;
  readonly now: Date;
  /** Tell what it would do and keep nothing. */
  readonly preview: boolean;
}

/** Larger graphs take the embedded engine some seconds. */
const TIMEOUT_MS = 300_000;

/**
 * Puts the confidence of every edge that nobody decided on through a map, or back; the status follows, and contamination with it. In one
 * transaction with the record of it. An edge that would be accepted and close a cycle waits for a person.
 */
export const writeCalibration = (database: Database, request: WriteCalibration): Promise<Calibration> =>
  request.preview
    ? rehearse(database, (transaction) => calibrateWithin(transaction, request))
    : database.write((transaction) => calibrateWithin(transaction, request), { timeoutMs: TIMEOUT_MS });

const calibrateWithin = async (transaction: Transaction, request: WriteCalibration): Promise<Calibration> => {
  const { id, by, now, threshold, fit } = request;
  // Whoever decides on an edge waits, so that no decision is made of what is changed here.
  await holdLog(transaction, id);
  const [last] = await transaction.run(LAST_CALIBRATION);
  const sequence = last === undefined ? 1 : toCalibration(last["properties"]).sequence + 1;
  const base = { id, sequence, at: now.toISOString(), by, threshold };
  const draft = (effect: CalibrationEffect): Calibration =>
    fit === undefined ? { kind: "reset", ...base, effect } : { kind: "fitted", ...base, fit, effect };
  const effect = await applyToEdges(transaction, { record: draft(NO_EFFECT), now });
  const record = draft(effect);
  await transaction.run(CREATE_CALIBRATION, { id, properties: fromCalibration(record) });
  return record;
};

const NO_EFFECT: CalibrationEffect = {
  edges: 0,
  accepted: 0,
  flagged: 0,
  rejected: 0,
  contamination: { added: 0, changed: 0, removed: 0 },
};

interface Change {
  readonly before: Derivation;
  readonly after: Derivation;
}

const applyToEdges = async (
  transaction: Transaction,
  { record, now }: { readonly record: Calibration; readonly now: Date },
): Promise<CalibrationEffect> => {
  const inForce = toInForce(record);
  const changes: Change[] = [];
  for (const row of await transaction.run(TRACED_OR_DECIDED)) {
    const before = toEdge(row);
    if (before.kind !== "derivation") continue;
    const after = underCalibration(before, inForce);
    if (!isDeepStrictEqual(before, after)) changes.push({ before, after });
  }
  const [steady, moved] = [changes.filter(hasSameStatus), changes.filter((one) => !hasSameStatus(one))];
  await writeSteady(transaction, steady);
  const settled = await writeMoved(transaction, moved);
  const contamination =
    moved.length === 0 ? NO_EFFECT.contamination : await recomputeContamination(transaction, { now });
  const to = (status: Derivation["status"]): number =>
    settled.filter(({ before, after }) => after.status === status && before.status !== status).length;
  return {
    edges: changes.filter(({ before, after }) => before.confidence !== after.confidence).length,
    accepted: to("accepted"),
    flagged: to("flagged"),
    rejected: to("rejected"),
    contamination,
  };
};

const hasSameStatus = ({ before, after }: Change): boolean => before.status === after.status;

const writeSteady = async (transaction: Transaction, changes: readonly Change[]): Promise<void> => {
  for (const status of ["accepted", "flagged", "rejected"] as const) {
    const type = DERIVATION_TYPES[status];
    const rows = changes
      .filter(({ after }) => after.status === status)
      .map(({ after }) => {
        const { confidence, flags, calibrated = null } = fromEdge(after);
        return { id: after.id, from: after.from, to: after.to, confidence, flags, calibrated };
      });
    await inBatches(rows, (some) => transaction.run(SET_CALIBRATED[type], { rows: some }));
  }
};

/** What loses its place goes first, so that it closes no cycle any more; then the surest of what is believed now. */
const writeMoved = async (
  transaction: Transaction,
  changes: readonly Change[],
): Promise<readonly Change[]> => {
  const rows = changes.map(({ before }) => ({ id: before.id, from: before.from }));
  await inBatches(rows, (some) => transaction.run(REMOVE_EDGES, { rows: some }));
  const ordered = [...changes].sort(
    ({ after: one }, { after: other }) =>
      Number(one.status === "accepted") - Number(other.status === "accepted") ||
      other.confidence - one.confidence ||
      (one.id < other.id ? -1 : 1),
  );
  const settled: Change[] = [];
  for (const { before, after } of ordered) {
    const edge = await unlessCycle(transaction, after);
    if (edge.status === "accepted") await ensureDatasets(transaction, [edge.from, edge.to]);
    const row = { id: edge.id, from: edge.from, to: edge.to, properties: fromEdge(edge) };
    await transaction.run(MERGE_EDGES[DERIVATION_TYPES[edge.status]], { rows: [row] });
    settled.push({ before, after: edge });
  }
  return settled;
};
