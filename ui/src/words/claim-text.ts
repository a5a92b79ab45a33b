import type { Edge } from "../../../schema/edge.ts";
import { reviewWords } from "./review-words.ts";
import { vocabularyWords } from "./vocabulary-words.ts";

/** The claim of an edge around its two ends, and what of the source it is about. */
export interface ClaimText {
  readonly between: string;
  readonly behind: string;
  /** "(test split)" */
  readonly split: string | undefined;
  /** The part of the source, as it is named: from outside. */
  readonly subset: string | undefined;
}

export const toClaimText = (edge: Edge): ClaimText => {
  const words = reviewWords();
  const [between, behind] = betweenOf(edge);
  const split = edge.kind === "model-use" ? undefined : edge.split;
  return {
    between,
    behind,
    split: split && words.ofSplit(vocabularyWords().splitName[split]),
    subset: edge.kind === "derivation" ? edge.subset : undefined,
  };
};

const betweenOf = (edge: Edge) => {
  const words = reviewWords();
  switch (edge.kind) {
    case "derivation":
      return words.relation[edge.relation];
    case "model-use":
      return words.role[edge.role];
    case "clearing":
      return words.cleared;
    default:
      return edge satisfies never;
  }
};

/** The claim as one plain sentence, to be said. */
export const sayClaim = (edge: Edge): string => {
  const { between, behind, split } = toClaimText(edge);
  return [edge.from, between, edge.to, behind, split]
    .filter((part) => part !== undefined && part !== "")
    .join(" ");
};
