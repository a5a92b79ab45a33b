import { isHubId } from "../../../schema/id-text.ts";
import type { Claim, ModelClaim, SourceClaim } from "../../../schema/claim.ts";
import { classifyRelation, isFusion } from "./classify-relation.ts";
import { findClearingClaims } from "./clearings.ts";
import { createView } from "./document-view.ts";
import type { DocumentView } from "./document-view.ts";
import { explainRejection } from "./explain-rejection.ts";
import { findNameParts } from "./find-name-parts.ts";
import { findSplit, findSubset } from "./find-split.ts";
import { lookAtCandidate } from "./look-at-candidate.ts";
import type { LookedAt } from "./look-at-candidate.ts";
import { measureCandidates } from "./measure-candidates.ts";
import type { MeasuredCandidate } from "./measure-candidates.ts";
import { findModelClaims } from "./models.ts";
import { documentUseFeatures, relationFeatures, SURE_MODEL } from "./relation-features.ts";
import { refineFeatures } from "./refine-features.ts";
import type { RuleInput } from "./rule-input.ts";
import { LISTED, scoreMention, scoreRefined } from "./score-candidates.ts";
import { settleConflicts } from "./settle-conflicts.ts";

/** Features that rule a source out however high the rest scores. */
const RULED_OUT: ReadonlySet<string> = new Set(["says-denied", "says-decontaminated"]);

/**
 * Reads one document's claims by rules: every candidate source with its calibrated score, those below the listing
 * threshold with the reason why not; the models that made the data; the benchmarks it was cleaned of.
 * Pure; every quote is `text.slice(span.start, span.end)` and holds the name.
 */
export const traceByRules = (input: RuleInput): readonly Claim[] => {
  const view = createView(input);
  const models = findModelClaims(view.structure, input);
  return settleConflicts(view, [
    ...findSourceClaims(view, models),
    ...models,
    ...findClearingClaims(view.structure, input),
  ]);
};

const findSourceClaims = (view: DocumentView, models: readonly ModelClaim[]): readonly SourceClaim[] => {
  const self = view.input.target.toLowerCase();
  const measured = measureCandidates(view);
  const look = (candidate: MeasuredCandidate) => ({
    candidate,
    ...lookAtCandidate(view, candidate, scoreMention),
  });
  const others = measured.filter(({ hubId }) => hubId?.toLowerCase() !== self).map(look);
  const own = measured.filter(({ hubId }) => hubId?.toLowerCase() === self).map(look);
  const probabilities = refineFeatures(others).map(scoreRefined);
  const judged = others.map((each, at) => ({
    ...each,
    probability: isRuledOut(each.candidate) ? 0 : (probabilities[at] ?? 0),
  }));
  const parts = findNameParts(judged, LISTED);
  const roles = models.filter(({ score }) => score >= SURE_MODEL).map(({ role }) => role);
  const ofDocument = documentUseFeatures(view, roles);
  const claims = [
    ...judged.map((each, at) => toClaim(view, each, { score: each.probability, isPart: parts.has(at) })),
    ...own.map((each) => toClaim(view, each, { score: 0, isPart: false })),
  ].map(({ claim, features }) => ({
    ...claim,
    relation: classifyRelation(relationFeatures(ofDocument, features)),
  }));
  const included = claims.filter(
    ({ relation, rejected }) => relation === "inclusion" && rejected === undefined,
  );
  return isFusion(ofDocument, included.length)
    ? claims.map((claim) => (included.includes(claim) ? { ...claim, relation: "fusion" as const } : claim))
    : claims;
};

const isRuledOut = (candidate: MeasuredCandidate): boolean =>
  candidate.mentions.every(({ features }) => features.some((each) => RULED_OUT.has(each)));

interface LookedAtCandidate extends LookedAt {
  readonly candidate: MeasuredCandidate;
}

/** A claim that still lacks its relation, with the features that tell it. */
interface Unrelated {
  readonly claim: Omit<SourceClaim, "relation">;
  readonly features: readonly string[];
}

interface Verdict {
  readonly score: number;
  /** Whether the name is only a part of a longer one that is listed. */
  readonly isPart: boolean;
}

const toClaim = (
  view: DocumentView,
  { candidate, measured }: LookedAtCandidate,
  { score, isPart }: Verdict,
): Unrelated => {
  const { mention, features } = measured;
  const hubId = candidate.hubId !== undefined && isHubId(candidate.hubId) ? candidate.hubId : undefined;
  const isListed = score >= LISTED && !isPart;
  const split = isListed ? findSplit(view.visible, mention.start, mention.end) : undefined;
  const subset = isListed ? findSubset(view.visible, mention.start) : undefined;
  const link = mention.url ?? candidate.mentions.find((each) => each.mention.url !== undefined)?.mention.url;
  const claim = {
    kind: "source" as const,
    name: mention.name,
    ...(link !== undefined && { link }),
    ...(hubId !== undefined && { hubId }),
    quote: view.text.slice(mention.unit.start, mention.unit.end),
    span: { start: mention.unit.start, end: mention.unit.end },
    tracer: "rules" as const,
    score,
    ...(split !== undefined && { split }),
    ...(subset !== undefined && { subset }),
    ...(!isListed && { rejected: isPart ? "not-a-dataset" : explainRejection(features) }),
  };
  return { claim, features };
};
