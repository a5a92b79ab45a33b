import type { ContaminationLevel } from "../../schema/contamination-level.ts";
import type { ContaminationFlag } from "../../schema/contamination.ts";

/**
 * How a dataset stands to a benchmark, in words for people.
 *
 * @example "acme/mix has an ancestor with held-out items of acme/exam (inherited, 2 steps, confidence 0.87)."
 */
export const toContaminationSentence = (flag: ContaminationFlag): string => {
  const steps = `${flag.distance} ${flag.distance === 1 ? "step" : "steps"}`;
  const split = flag.split === undefined ? "" : `, split ${flag.split}`;
  const confidence = Number(flag.confidence.toFixed(DECIMALS));
  return `${flag.dataset} ${CLAIMS[flag.level]} ${flag.benchmark} (${flag.level}, ${steps}${split}, confidence ${confidence}).`;
};

const DECIMALS = 3;

const CLAIMS = {
  measured: "was found to hold items of",
  declared: "derives from held-out items of",
  suspected: "derives, from no known split, from",
  inherited: "has an ancestor with held-out items of",
  possible: "would, if all that waits for a person were accepted, hold items of",
  "cleared-by-claim": "was, a document says, cleaned of",
  "cleared-by-measurement": "was searched, and held too few items of",
} satisfies Record<ContaminationLevel, string>;
