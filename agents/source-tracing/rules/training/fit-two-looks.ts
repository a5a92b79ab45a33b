import { lookAtCandidate } from "../look-at-candidate.ts";
import type { LookedAt } from "../look-at-candidate.ts";
import { refineFeatures } from "../refine-features.ts";
import { fitDense, fitLogistic, scoreDense } from "./fit-logistic.ts";
import type { LinearModel } from "./fit-logistic.ts";
import { toBags } from "./labelled-bags.ts";
import type { FeatureIndex, LabelledDocument } from "./labelled-bags.ts";
import { PRIOR_WEIGHTS } from "./prior-weights.ts";

const RIDGE = 4;
const ROUNDS = 150;
const FOLDS = 10;

/** The linear model over single mentions, and the one that looks at candidates beside each other. */
export interface TwoLooks {
  readonly first: LinearModel;
  readonly second: LinearModel;
}

/** Candidates of a document as looked at, with the final score of each. */
export interface Judgement {
  readonly looked: readonly LookedAt[];
  readonly scores: readonly number[];
}

/**
 * Fits both models. The second is fitted on first scores of documents that the first had not seen (inner folds), so
 * that it learns how far to trust them.
 */
export const fitTwoLooks = (documents: readonly LabelledDocument[], index: FeatureIndex): TwoLooks => {
  const looked = foldsOf(documents).flatMap(({ kept, held }) => {
    const inner = fitFirst(kept, index);
    return held.map((document) => ({ document, looked: look(document, inner, index) }));
  });
  const rows = looked.flatMap(({ document, looked }) =>
    refineFeatures(looked).flatMap((values, at) => {
      const label = document.labels[at];
      const weight = 1 / Math.sqrt(Math.max(1, document.candidates.length));
      return label === "arguable"
        ? []
        : [{ values, label: label === "source" ? (1 as const) : (0 as const), weight }];
    }),
  );
  return { first: fitFirst(documents, index), second: fitDense(rows) };
};

export const judge = (document: LabelledDocument, looks: TwoLooks, index: FeatureIndex): Judgement => {
  const looked = look(document, looks.first, index);
  return { looked, scores: refineFeatures(looked).map((values) => scoreDense(looks.second, values)) };
};

/** Spreads documents over folds by their order. */
export const foldsOf = (documents: readonly LabelledDocument[]) =>
  Array.from({ length: FOLDS }, (_, fold) => ({
    kept: documents.filter((__, at) => at % FOLDS !== fold),
    held: documents.filter((__, at) => at % FOLDS === fold),
  }));

const fitFirst = (documents: readonly LabelledDocument[], index: FeatureIndex): LinearModel =>
  fitLogistic(
    documents.flatMap((document) => toBags(document, index)).filter((bag) => bag.weight > 0),
    {
      ridge: RIDGE,
      rounds: ROUNDS,
      prior: Float64Array.from(index.keys(), (feature) => PRIOR_WEIGHTS.get(feature) ?? 0),
    },
  );

const look = (document: LabelledDocument, model: LinearModel, index: FeatureIndex): readonly LookedAt[] =>
  document.candidates.map((candidate) =>
    lookAtCandidate(document.view, candidate, (features) =>
      features.reduce((sum, feature) => sum + (model.weights[index.get(feature) ?? -1] ?? 0), model.bias),
    ),
  );
