import type { Derivation, Edge } from "../../../schema/edge.ts";
import { type CalibrationInForce, underCalibration } from "../../calibration/calibrate-edge.ts";
import type { Transaction } from "../../database.ts";
import { closesCycle } from "../edges/closes-cycle.ts";

/** An edge that a map would have accepted, and that would make a dataset its own ancestor as the graph is now, waits for a person. */
export const unlessCycle = async (transaction: Transaction, edge: Derivation): Promise<Derivation> =>
  edge.status === "accepted" && (await closesCycle(transaction, edge))
    ? { ...edge, status: "flagged", flags: ["cycle"] }
    : edge;

/** An edge that comes back, as it is under the calibration in force. What a person decided comes back as it was. */
export const asCalibrated = async <Kind extends Edge>(
  transaction: Transaction,
  edge: Kind,
  inForce: CalibrationInForce | undefined,
): Promise<Kind | Derivation> => {
  if (edge.decision !== undefined) return edge;
  const calibrated = underCalibration(edge, inForce);
  // What was accepted without the map is refused by whoever writes it, if at all.
  if (calibrated.kind !== "derivation" || edge.status === "accepted") return calibrated;
  return unlessCycle(transaction, calibrated);
};
