import { isMachineClaim } from "../../graph/calibration/calibrate-edge.ts";
import type { Calibration } from "../../schema/calibration.ts";
import type { Derivation } from "../../schema/edge.ts";
import type { ReviewEntry } from "../../schema/review.ts";
import type { ReviewStatistics } from "../../schema/review-statistics.ts";
import type { RejectionReason } from "../../schema/vocabulary.ts";
import { type FittedCalibration, fitCalibration } from "./fit-calibration.ts";
import { claimsOf, countByStatus, judgeEdges, type JudgedEdge, toLabels } from "./judge-edges.ts";
import { measureAgreement } from "./measure-agreement.ts";
import { isProven, measurePrecision } from "./measure-precision.ts";

export interface ReviewedGraph {
  /** Derivations that a trace found or a person decided on. */
  readonly edges: readonly Derivation[];
  /** Entries of the log of kind decided, the earliest first. */
  readonly decisions: readonly ReviewEntry[];
  /** The first first. */
  readonly calibrations: readonly Calibration[];
  /** Confidence from which an edge is accepted, 0 to 1. */
  readonly threshold: number;
}

/** What reviews say of reviewers and program, and what a calibration would make of them. */
export const reviewStatistics = (graph: ReviewedGraph): ReviewStatistics => {
  const { edges, decisions, calibrations } = graph;
  const judged = judgeEdges(edges, graph);
  const right = judged.filter(({ isRight }) => isRight).length;
  const last = calibrations.at(-1);
  return {
    reviewed: {
      edges: judged.length,
      right,
      wrong: judged.length - right,
      reviewers: new Set(decisions.filter(({ undone }) => !undone).map(({ by }) => by)).size,
    },
    pace: measurePace(decisions),
    agreement: measureAgreement(decisions, edges),
    precision: measurePrecision(judged, countByStatus(claimsOf(edges, judged).filter(isProven))),
    rejections: countRejections(judged),
    calibration: {
      ...(last?.kind === "fitted" ? { current: last } : {}),
      now: fitReviewed(graph, judged),
      history: [...calibrations],
    },
  };
};

/** The map that today's labels give, or what stands in its way. */
export const fitReviewed = (
  graph: Pick<ReviewedGraph, "edges" | "decisions" | "threshold">,
  judged: readonly JudgedEdge[] = judgeEdges(graph.edges, graph),
): FittedCalibration =>
  fitCalibration(toLabels(judged), countByStatus(claimsOf(graph.edges, judged).filter(isMachineClaim)));

/** A bulk decision takes no time for any one edge. */
const measurePace = (decisions: readonly ReviewEntry[]): ReviewStatistics["pace"] => {
  const seconds = decisions
    .filter(({ batch, imported }) => batch === undefined && imported === undefined)
    .flatMap(({ seconds: taken }) => taken ?? [])
    .sort((one, other) => one - other);
  const at = (share: number): number => seconds[Math.ceil(share * seconds.length) - 1] ?? 0;
  return { decisions: seconds.length, ...(seconds.length === 0 ? {} : { median: at(0.5), p90: at(0.9) }) };
};

const countRejections = (judged: readonly JudgedEdge[]): ReviewStatistics["rejections"] => {
  const counts = new Map<RejectionReason, number>();
  for (const { edge } of judged) {
    if (edge.rejection !== undefined) counts.set(edge.rejection, (counts.get(edge.rejection) ?? 0) + 1);
  }
  return [...counts]
    .map(([reason, edges]) => ({ reason, edges }))
    .sort((one, other) => other.edges - one.edges || (one.reason < other.reason ? -1 : 1));
};
