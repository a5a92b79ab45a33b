import { createView } from "../document-view.ts";
import type { DocumentView } from "../document-view.ts";
import { measureCandidates } from "../measure-candidates.ts";
import type { MeasuredCandidate } from "../measure-candidates.ts";
import type { Bag } from "./fit-logistic.ts";
import type { GoldDocument } from "./gold.ts";
import { matchesGold } from "./match-gold.ts";
import { PRIOR_WEIGHTS } from "./prior-weights.ts";
import type { Redirects } from "./match-gold.ts";

export type Label = "source" | "arguable" | "other";

/**
 * A labelled document with its candidates and what the labels say of each. The target itself, which is never a source,
 * is not among them.
 */
export interface LabelledDocument extends GoldDocument {
  readonly view: DocumentView;
  readonly candidates: readonly MeasuredCandidate[];
  readonly labels: readonly Label[];
}

export const labelDocument = (gold: GoldDocument, redirects: Redirects): LabelledDocument => {
  const self = gold.input.target.toLowerCase();
  const view = createView(gold.input);
  const candidates = measureCandidates(view).filter(({ hubId }) => hubId?.toLowerCase() !== self);
  const labels = candidates.map((candidate): Label => {
    const matching = gold.sources.filter((source) =>
      candidate.mentions.some(({ mention }) =>
        matchesGold(
          { name: mention.name, ...(candidate.hubId !== undefined && { hubId: candidate.hubId }) },
          source,
          redirects,
        ),
      ),
    );
    if (matching.some((source) => source.certainty === "sure")) return "source";
    return matching.length > 0 ? "arguable" : "other";
  });
  return { ...gold, view, candidates, labels };
};

/** Features by index. */
export type FeatureIndex = ReadonlyMap<string, number>;

/** Indexes the features that hold in at least `minDocuments` documents or have a prior weight, in alphabetical order. */
export const indexFeatures = (documents: readonly LabelledDocument[], minDocuments: number): FeatureIndex => {
  const counts = new Map<string, number>();
  for (const document of documents) {
    const features = new Set(
      document.candidates.flatMap(({ mentions }) => mentions.flatMap((mention) => mention.features)),
    );
    for (const feature of features) counts.set(feature, (counts.get(feature) ?? 0) + 1);
  }
  const common = [...counts].filter(([, count]) => count >= minDocuments).map(([feature]) => feature);
  const kept = [...new Set([...common, ...PRIOR_WEIGHTS.keys()])];
  return new Map(kept.toSorted().map((feature, index) => [feature, index]));
};

/**
 * The candidates of a document as bags. A document with many candidates weighs more than one with few, but less than
 * in proportion; what is only arguable weighs nothing.
 */
export const toBags = (document: LabelledDocument, index: FeatureIndex): readonly Bag[] => {
  const weight = 1 / Math.sqrt(Math.max(1, document.candidates.length));
  return document.candidates.map((candidate, at) => ({
    mentions: candidate.mentions.map(({ features }) =>
      features.flatMap((feature) => index.get(feature) ?? []),
    ),
    label: document.labels[at] === "source" ? 1 : 0,
    weight: document.labels[at] === "arguable" ? 0 : weight,
  }));
};
