import type { Edge } from "../../../schema/edge.ts";
import { edgePanelWords } from "../words/edge-panel-words.ts";
import { vocabularyWords } from "../words/vocabulary-words.ts";
import { formatConfidence } from "./format.ts";

/** Says what an edge rests on that no document of ours proves. */
export const withoutEvidence = (edge: Edge): string => {
  const words = edgePanelWords();
  const origin = edge.kind === "derivation" ? edge.origin : undefined;
  if (origin?.kind !== "published") return words.noQuote;
  const kinds = origin.documentKinds.map((kind) => vocabularyWords().document[kind]).join(", ");
  return words.publishedOnly(origin.citation, formatConfidence(origin.confidence), kinds);
};
