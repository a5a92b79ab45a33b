import type { ReviewStratum } from "../../schema/calibration.ts";
import { type Status, STATUSES } from "../../schema/vocabulary.ts";
import type { LabelledEdge, WeightedLabel } from "./labelled-edge.ts";

export interface Weighed {
  readonly labels: readonly WeightedLabel[];
  readonly strata: readonly ReviewStratum[];
}

/**
 * Weights labels by the inverse of their chance to be one. People look at nearly every flagged edge and at a small audit slice of the
 * accepted ones, so that bare labels would say how doubtful edges do, not how all do. The chance is the realised one: labels over edges
 * of the status that the signals gave. Weights sum to the number of labels.
 *
 * Source: the estimator of D. G. Horvitz and D. J. Thompson, A generalization of sampling without replacement from a finite universe,
 * JASA 47 (1952) 663-685, with the chances of each stratum estimated (post-stratification).
 */
export const weighLabels = (
  labels: readonly LabelledEdge[],
  edges: Readonly<Record<Status, number>>,
): Weighed => {
  const labelled = (status: Status): number => labels.filter((label) => label.status === status).length;
  const counted = STATUSES.map((status) => ({ status, edges: edges[status], labels: labelled(status) }));
  const reached = counted.filter((stratum) => stratum.labels > 0);
  // A stratum without labels cannot be spoken for; the others share what is there.
  const population = reached.reduce((sum, stratum) => sum + stratum.edges, 0);
  const strata = counted.map((stratum) => ({
    ...stratum,
    weight: stratum.labels === 0 ? 0 : (stratum.edges / stratum.labels) * (labels.length / population),
  }));
  const weights = new Map(strata.map(({ status, weight }) => [status, weight]));
  return {
    labels: labels.map((label) => ({ ...label, weight: weights.get(label.status) ?? 0 })),
    strata,
  };
};

/**
 * How many equally weighted labels these are worth.
 *
 * Source: L. Kish, Survey Sampling (1965), section 8.2.
 */
export const effectiveNumber = (weights: readonly number[]): number => {
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const squares = weights.reduce((total, weight) => total + weight ** 2, 0);
  return squares === 0 ? 0 : sum ** 2 / squares;
};
