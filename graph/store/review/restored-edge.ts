import { isDeepStrictEqual } from "node:util";
import type { Edge } from "../../../schema/edge.ts";
import { withoutCalibration } from "../../calibration/calibrate-edge.ts";
import type { EdgeState } from "../../../schema/review.ts";

/**
 * The edge as it was before an event, given what is there now. What traces have found since stays known: the confidence and its signals
 * are today's, and an edge that a person added and traces then found waits for a person, rather than go.
 */
export const restoredEdge = (
  current: Edge | null,
  { before, after }: Pick<EdgeState, "before" | "after">,
): Edge | null => {
  if (before === null || before === undefined) {
    return current !== null && isFoundSince(current, after) && !isFoundByName(current, after)
      ? waiting(asSignalsSay(current))
      : null;
  }
  if (current === null || isDeepStrictEqual(current, after) || !isFoundSince(current, after)) return before;
  const { confidence, signals, firstTrace, lastTrace } = asSignalsSay(current);
  const { firstTrace: _first, lastTrace: _last, ...rest } = asSignalsSay(before);
  return {
    ...rest,
    confidence,
    signals,
    ...(firstTrace === undefined ? {} : { firstTrace }),
    ...(lastTrace === undefined ? {} : { lastTrace }),
  };
};

/** Without what a calibration made of it: whoever writes the edge puts it under the one in force. */
const asSignalsSay = (edge: Edge): Edge => (edge.kind === "derivation" ? withoutCalibration(edge) : edge);

/** Whether a trace wrote it after the event. */
export const isFoundSince = (current: Edge, after: Edge | null): boolean =>
  current.lastTrace !== undefined &&
  (current.lastTrace !== after?.lastTrace || !isDeepStrictEqual(current.signals, after.signals));

/** Led there by what a name was said to mean: without that word a trace does not find it there. */
const isFoundByName = (current: Edge, after: Edge | null): boolean =>
  current.signals.resolvedBy === "alias" && after?.signals.resolvedBy === "alias";

const waiting = ({ decision: _decision, contradicted: _contradicted, ...edge }: Edge): Edge =>
  edge.kind === "derivation"
    ? { ...edge, status: "flagged", flags: edge.flags.length === 0 ? ["low-confidence"] : edge.flags }
    : { ...edge, status: "flagged" };
