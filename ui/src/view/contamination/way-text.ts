import type { RankedCell } from "../../../../schema/contamination-ranking.ts";
import { formatConfidence } from "../../state/format.ts";
import { contaminationPageWords } from "../../words/contamination-page-words.ts";

/** A way in a few words: "2 steps, test split, 0.72 sure". */
export const wayText = ({
  distance,
  split,
  confidence,
}: Pick<RankedCell, "distance" | "split" | "confidence">): string => {
  const words = contaminationPageWords();
  const taken = split === undefined ? words.splitUnknown : words.splitWords[split];
  return words.facts([words.steps(distance), taken, words.sure(formatConfidence(confidence))]);
};
