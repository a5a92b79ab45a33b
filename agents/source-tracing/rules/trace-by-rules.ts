import { isHubId } from "../../../schema/ids.ts";
import type { Claim, SourceClaim } from "../../../schema/claim.ts";
import { classifyRelation } from "./classify-relation.ts";
import { findClearingClaims } from "./clearings.ts";
import { createView } from "./document-view.ts";
import type { DocumentView } from "./document-view.ts";
import { explainRejection } from "./explain-rejection.ts";
import { findSplit, findSubset } from "./find-split.ts";
import { lookAtCandidate } from "./look-at-candidate.ts";
import type { LookedAt } from "./look-at-candidate.ts";
import { measureCandidates } from "./measure-candidates.ts";
import type { MeasuredCandidate } from "./measure-candidates.ts";
import { findModelClaims } from "./models.ts";
import { refineFeatures } from "./refine-features.ts";
import type { RuleInput } from "./rule-input.ts";
import { LISTED, scoreMention, scoreRefined } from "./score-candidates.ts";

/** Features that rule a source out however high the rest scores. */
const RULED_OUT: ReadonlySet<string> = new Set(["says-denied", "says-decontaminated"]);

/**
 * Reads one document's claims by rules: every candidate source with its calibrated score, those below the listing
 * threshold with the reason why not; the models that made the data; the benchmarks it was cleaned of.
 * Pure; every quote is `text.slice(span.start, span.end)` and holds the name.
 */
export const traceByRules = (input: RuleInput): readonly Claim[] => {
  const view = createView(input);
  return [
    ...findSourceClaims(view),
    ...findModelClaims(view.structure, input),
    ...findClearingClaims(view.structure, input),
  ];
};

const findSourceClaims = (view: DocumentView): readonly SourceClaim[] => {
  const self = view.input.target.toLowerCase();
  const measured = measureCandidates(view);
  const own = measured.filter(({ hubId }) => hubId?.toLowerCase() === self);
  const others = measured.filter(({ hubId }) => hubId?.toLowerCase() !== self);
  const looked = others.map((candidate) => ({
    candidate,
    ...lookAtCandidate(view, candidate, scoreMention),
  }));
  const scores = refineFeatures(looked).map(scoreRefined);
  return [
    ...looked.map((each, at) => toClaim(view, each, isRuledOut(each.candidate) ? 0 : (scores[at] ?? 0))),
    ...own.map((candidate) =>
      toClaim(view, { candidate, ...lookAtCandidate(view, candidate, scoreMention) }, 0),
    ),
  ];
};

const isRuledOut = (candidate: MeasuredCandidate): boolean =>
  candidate.mentions.every(({ features }) => features.some((each) => RULED_OUT.has(each)));

interface LookedAtCandidate extends LookedAt {
  readonly candidate: MeasuredCandidate;
}

const toClaim = (
  view: DocumentView,
  { candidate, measured }: LookedAtCandidate,
  score: number,
): SourceClaim => {
  const { mention, features } = measured;
  const hubId = candidate.hubId !== undefined && isHubId(candidate.hubId) ? candidate.hubId : undefined;
  const split = findSplit(view.visible, mention.start, mention.end);
  const subset = findSubset(view.visible, mention.start);
  const link = mention.url ?? candidate.mentions.find((each) => each.mention.url !== undefined)?.mention.url;
  return {
    kind: "source",
    name: mention.name,
    ...(link !== undefined && { link }),
    ...(hubId !== undefined && { hubId }),
    quote: view.text.slice(mention.unit.start, mention.unit.end),
    span: { start: mention.unit.start, end: mention.unit.end },
    tracer: "rules",
    score,
    relation: classifyRelation(features),
    ...(split !== undefined && { split }),
    ...(subset !== undefined && { subset }),
    ...(score < LISTED && { rejected: explainRejection(features) }),
  };
};
