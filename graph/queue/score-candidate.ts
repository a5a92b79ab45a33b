import type { TargetCandidate } from "../../schema/review-queue.ts";

type Features = TargetCandidate["features"];

/** By judgement, as the search by name of a trace: the name decides most, and a dataset that is newer is hardly a source. */
const WEIGHTS = { similarity: 0.6, owner: 0.15, popularity: 0.15, uses: 0.1 } as const;
const OWNERS: Readonly<Record<Features["owner"], number>> = { named: 1, same: 0.6, other: 0 };
const NEWER_FACTOR = 0.5;
const ABSENT_FACTOR = 0.6;
/** A million downloads, and a hundred derivations, count in full. */
const FULL_DOWNLOADS = 6;
const FULL_USES = 2;

/** How likely a dataset is meant, 0 to 1, by its features: a sum by weights, then less for what speaks against it. */
export const scoreCandidate = (features: Features): number => {
  const { similarity, owner, downloads = 0, uses, isNewer, state } = features;
  const sum =
    WEIGHTS.similarity * similarity +
    WEIGHTS.owner * OWNERS[owner] +
    WEIGHTS.popularity * Math.min(1, Math.log10(1 + downloads) / FULL_DOWNLOADS) +
    WEIGHTS.uses * Math.min(1, Math.log10(1 + uses) / FULL_USES);
  const newer = isNewer === true ? NEWER_FACTOR : 1;
  const absent = state === "not-found" ? ABSENT_FACTOR : 1;
  return Math.round(sum * newer * absent * 1_000) / 1_000;
};
