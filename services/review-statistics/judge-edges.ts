import { isMachineClaim, withoutCalibration } from "../../graph/calibration/calibrate-edge.ts";
import type { Derivation } from "../../schema/edge.ts";
import type { ReviewEntry } from "../../schema/review.ts";
import { statusOf } from "../../schema/status-rule.ts";
import { type Status, STATUSES } from "../../schema/vocabulary.ts";
import type { LabelledEdge } from "./labelled-edge.ts";

/** An edge as the program made it, with what a person says of it. */
export interface JudgedEdge {
  /** As it is now, with its decision. */
  readonly edge: Derivation;
  /** Its status, flags and relation before anybody decided, and the confidence that its signals give now. */
  readonly claim: Derivation;
  /** Whether it is an edge, whatever its relation. */
  readonly isRight: boolean;
}

/**
 * The edges of the program that people decided on. Left out is what a person brought in or led elsewhere: there, nobody judged the
 * program. Where the log does not know what an edge was before, its status is that which its signals give by the threshold.
 */
export const judgeEdges = (
  edges: readonly Derivation[],
  { decisions, threshold }: { readonly decisions: readonly ReviewEntry[]; readonly threshold: number },
): readonly JudgedEdge[] => {
  const before = firstStates(decisions);
  return edges.flatMap((edge) => {
    if (edge.decision === undefined || isByPerson(edge)) return [];
    const claim = toClaim(edge, before.get(edge.id), threshold);
    return [{ edge, claim, isRight: edge.status === "accepted" }];
  });
};

/** Labels that a map of confidences is fitted on. */
export const toLabels = (judged: readonly JudgedEdge[]): readonly LabelledEdge[] =>
  judged
    .filter(({ claim }) => isMachineClaim(claim))
    .map(({ claim, isRight }) => ({
      dataset: claim.from,
      confidence: claim.confidence,
      status: claim.status,
      isRight,
    }));

/** The edges as the program made them, whether people decided on them or not. */
export const claimsOf = (
  edges: readonly Derivation[],
  judged: readonly JudgedEdge[],
): readonly Derivation[] => [
  ...edges.filter(({ decision }) => decision === undefined).map(withoutCalibration),
  ...judged.map(({ claim }) => claim),
];

/** How many of them there are of each status. */
export const countByStatus = (claims: readonly Derivation[]): Readonly<Record<Status, number>> => {
  const [accepted, flagged, rejected] = STATUSES.map(
    (status) => claims.filter((claim) => claim.status === status).length,
  );
  return { accepted: accepted ?? 0, flagged: flagged ?? 0, rejected: rejected ?? 0 };
};

const isByPerson = ({ decision, signals }: Derivation): boolean =>
  decision?.verdict === "added" || decision?.replaces !== undefined || signals.tracers.includes("person");

const firstStates = (decisions: readonly ReviewEntry[]): ReadonlyMap<string, Derivation> => {
  const first = new Map<string, Derivation>();
  for (const { states } of decisions) {
    for (const { edge, before } of states) {
      if (before?.kind === "derivation" && before.decision === undefined && !first.has(edge)) {
        first.set(edge, before);
      }
    }
  }
  return first;
};

const toClaim = (edge: Derivation, before: Derivation | undefined, threshold: number): Derivation => {
  const {
    calibrated,
    decision: _decision,
    contradicted: _contradicted,
    rejection: _rejection,
    ...rest
  } = edge;
  const now = { ...rest, confidence: calibrated?.raw ?? edge.confidence };
  if (before === undefined) {
    const { status, flags } = statusOf(now.confidence, now.signals.failedChecks, threshold);
    return {
      ...now,
      status,
      flags: [...flags],
      ...(status === "rejected" && { rejection: "not-supported" }),
    };
  }
  const { status, flags, relation, rejection } = withoutCalibration(before);
  return { ...now, status, flags, relation, ...(rejection === undefined ? {} : { rejection }) };
};
