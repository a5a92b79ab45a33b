import type { DatasetId } from "../../schema/ids.ts";
import { registryOf } from "../../schema/id-text.ts";
import { findName } from "../evidence/name-tokens.ts";
import type { ProvenClaim } from "../evidence/proven-claim.ts";
import { speaksFor } from "./confidence.ts";

/** "Built from", said as such: a verb or noun of making with its preposition, in one sentence. */
const PLAIN =
  /\b(?:built|made|created|constructed|compiled|composed|assembled|derived|derives|sampled|subsampled|selected|filtered|distill?ed|translated|converted|adapted|taken|drawn|sourced|extracted|generated|curated|bootstrapped)\b[^.\n]{0,60}\b(?:from|out of|on top of)\b|\b(?:subset|version|translation|extension|merge|mix(?:ture)?) of\b|(?:来自|源自|基于|选自|取自|构建自)/iu;

/**
 * Whether only a page that the owner's datasets share speaks for a source of the same owner: a project's page, post or paper
 * that names both may just as well list them side by side. A quote that names the derived dataset too, or says
 * "built from" plainly, is enough.
 */
export const isOnSharedPageOnly = (
  target: DatasetId,
  source: DatasetId,
  claims: readonly ProvenClaim[],
): boolean => {
  const speaking = claims.filter(({ claim, stance }) => speaksFor(claim) && stance === "supported");
  return (
    isSibling(target, source) &&
    speaking.length > 0 &&
    speaking.every((proven) => proven.documentKind !== "card" && !saysWhatOf(proven, target))
  );
};

const isSibling = (one: DatasetId, other: DatasetId): boolean => {
  const owner = ownerOf(one);
  return one !== other && owner !== undefined && owner === ownerOf(other);
};

const ownerOf = (id: DatasetId): string | undefined =>
  registryOf(id) === "huggingface" && id.includes("/")
    ? id.slice(0, id.indexOf("/")).toLowerCase()
    : undefined;

/** The target's name inside the source's own ("Rivers" in "Rivers-Math") is no mention of the target. */
const saysWhatOf = ({ claim: { name, quote } }: ProvenClaim, target: DatasetId): boolean => {
  if (PLAIN.test(quote)) return true;
  const sources = findName(quote, name);
  return findName(quote, target.slice(target.indexOf("/") + 1)).some(
    (place) => !sources.some(({ start, end }) => start <= place.start && place.end <= end),
  );
};
