import { isHubId } from "../../../schema/ids.ts";
import type { Claim, SourceClaim } from "../../../schema/claim.ts";
import { classifyRelation } from "./classify-relation.ts";
import { findClearingClaims } from "./clearings.ts";
import { createView } from "./document-view.ts";
import type { DocumentView } from "./document-view.ts";
import { explainRejection } from "./explain-rejection.ts";
import { findSplit, findSubset } from "./find-split.ts";
import { measureCandidates } from "./measure-candidates.ts";
import type { MeasuredCandidate, MeasuredMention } from "./measure-candidates.ts";
import { findModelClaims } from "./models.ts";
import type { RuleInput } from "./rule-input.ts";
import { calibrate, LISTED, scoreFeatures } from "./score-candidates.ts";

/** Features that rule a source out however high the rest scores. */
const RULED_OUT = new Set(["target:self", "says-denied", "says-decontaminated"]);

/**
 * Reads one document's claims by rules: every candidate source with its calibrated score, those below the listing
 * threshold with the reason why not; the models that made the data; the benchmarks it was cleaned of.
 * Pure; every quote is `text.slice(span.start, span.end)` and holds the name.
 */
export const traceByRules = (input: RuleInput): readonly Claim[] => {
  const view = createView(input);
  return [
    ...measureCandidates(view).map((candidate) => toClaim(view, candidate)),
    ...findModelClaims(view.structure, input),
    ...findClearingClaims(view.structure, input),
  ];
};

const toClaim = (view: DocumentView, candidate: MeasuredCandidate): SourceClaim => {
  const best = bestOf(candidate);
  const { mention } = best;
  const isRuledOut = candidate.mentions.every(({ features }) => features.some((each) => RULED_OUT.has(each)));
  const score = isRuledOut ? 0 : calibrate(best.score);
  const hubId = candidate.hubId !== undefined && isHubId(candidate.hubId) ? candidate.hubId : undefined;
  const split = findSplit(view.visible, mention.start, mention.end);
  const subset = findSubset(view.visible, mention.start);
  const link = linkOf(candidate, best);
  return {
    kind: "source",
    name: mention.name,
    ...(link !== undefined && { link }),
    ...(hubId !== undefined && { hubId }),
    quote: view.text.slice(mention.unit.start, mention.unit.end),
    span: { start: mention.unit.start, end: mention.unit.end },
    tracer: "rules",
    score,
    relation: classifyRelation(best.features),
    ...(split !== undefined && { split }),
    ...(subset !== undefined && { subset }),
    ...(score < LISTED && { rejected: explainRejection(best.features) }),
  };
};

interface ScoredMention extends MeasuredMention {
  readonly score: number;
}

const bestOf = (candidate: MeasuredCandidate): ScoredMention => {
  const [first, ...rest] = candidate.mentions.map((each) => ({
    ...each,
    score: scoreFeatures(each.features),
  }));
  if (first === undefined) throw new TypeError("a candidate has at least one mention");
  return rest.reduce((best, each) => (each.score > best.score ? each : best), first);
};

const linkOf = (candidate: MeasuredCandidate, best: MeasuredMention): string | undefined =>
  best.mention.url ?? candidate.mentions.find(({ mention }) => mention.url !== undefined)?.mention.url;
