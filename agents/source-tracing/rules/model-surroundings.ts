import type { DocumentStructure } from "../../document/document-structure.ts";
import type { MentionSurroundings } from "./model-features.ts";
import { titleOf, type ModelMention } from "./model-mentions.ts";

/** What the document as a whole tells about each of its mentions. */
export const describeSurroundings = (
  structure: DocumentStructure,
  target: string,
  mentions: readonly ModelMention[],
): ((mention: ModelMention) => MentionSurroundings) => {
  const title = titleOf(structure);
  const modelsNamed = new Set(mentions.map(({ name }) => name.toLowerCase())).size;
  const length = Math.max(structure.text.length - structure.bodyStart, 1);
  return ({ start }) => ({
    target: target.toLowerCase(),
    title,
    modelsNamed,
    position: (start - structure.bodyStart) / length,
  });
};
