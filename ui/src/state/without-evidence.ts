import type { Edge } from "../../../schema/edge.ts";
import { formatConfidence } from "./format.ts";
import { vocabularyWords } from "../words/vocabulary-words.ts";

/** Says what an edge rests on that no document of ours proves. */
export const withoutEvidence = (edge: Edge): string => {
  const origin = edge.kind === "derivation" ? edge.origin : undefined;
  if (origin?.kind !== "published") return "No quote of ours proves it.";
  const kinds = origin.documentKinds.map((kind) => vocabularyWords().document[kind]).join(", ");
  const basis = kinds === "" ? "" : `, from: ${kinds}`;
  return `Published claim, no quote of ours: ${origin.citation} gives it ${formatConfidence(origin.confidence)}${basis}. A trace of the derived dataset looks for the quote.`;
};
