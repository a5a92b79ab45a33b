import type { RejectionReason } from "../../../schema/vocabulary.ts";

/** Reasons in the order in which they are tried, each with the features of which one must hold. */
const REASONS: readonly (readonly [RejectionReason, readonly string[]])[] = [
  ["self", ["target:self"]],
  ["denied", ["says-denied"]],
  ["decontaminated-against", ["says-decontaminated", "under:decontaminate", "intro:decontaminate"]],
  ["model-not-dataset", ["known:model", "name:model-like", "link:hub-model", "known-start:model"]],
  ["not-a-dataset", ["name:template"]],
  ["evaluation-only", ["says-evaluated", "under:evaluate", "left:evaluate", "before:benchmark"]],
  ["trained-by", ["says-trained", "under:model", "left:train"]],
  ["compared-with", ["left:compare", "before:inspired", "after:compare"]],
  ["sibling", ["target:same-owner", "target:inside-name", "left:sibling", "under:related"]],
  ["own-subset", ["name:says-split", "name:file", "under:structure", "target:same-start"]],
  [
    "not-a-dataset",
    ["name:template", "name:generic", "known:tool", "known:other", "name:sentence", "origin:heading"],
  ],
  ["cited-only", ["in:bibtex", "under:cite", "left:cite", "cited-here", "link:paper", "under:thanks"]],
  ["second-hand", ["left:secondhand", "unit:secondhand"]],
  ["evaluation-only", ["unit:evaluate"]],
];

/** Why a candidate is no source, by the most specific thing that its surroundings say. */
export const explainRejection = (features: readonly string[]): RejectionReason => {
  const holding = new Set(features);
  const found = REASONS.find(([, any]) => any.some((feature) => holding.has(feature)));
  return found?.[0] ?? "not-supported";
};
