import type { Claim, ModelClaim, SourceClaim } from "../../../schema/claim.ts";
import type { RejectionReason } from "../../../schema/vocabulary.ts";
import type { TextSpan } from "../../document/document-structure.ts";
import { clearingForce } from "./clearing-cues.ts";
import { createFindDenial } from "./find-denial.ts";
import type { FindDenial } from "./find-denial.ts";
import type { DocumentView } from "./document-view.ts";
import { LISTED } from "./score-candidates.ts";
import { isDescription, isLabel, isPartOfNames } from "./no-name-of-its-own.ts";
import { isPassedOn, isSecondHand } from "./whose-making.ts";

/** What one document claims, split by kind. */
interface Claims {
  readonly findDenial: FindDenial;
  readonly sources: readonly SourceClaim[];
  readonly believed: readonly SourceClaim[];
  readonly models: readonly ModelClaim[];
  readonly clearings: readonly Extract<Claim, { kind: "clearing" }>[];
}

/**
 * Settles what the claims of one document say against each other. Sources are scored one by one; here a source gives way
 * where the same words prove something else of it: that it is a model, that the data was cleared of it, that it was
 * denied, that it is another source's source or no name of its own. Rejected sources get the reason that these words give.
 */
export const settleConflicts = (view: DocumentView, claims: readonly Claim[]): readonly Claim[] => {
  const sources = claims.filter((claim) => claim.kind === "source");
  const all: Claims = {
    findDenial: createFindDenial(view),
    sources,
    believed: sources.filter(({ rejected }) => rejected === undefined),
    models: claims.filter((claim) => claim.kind === "model"),
    clearings: claims.filter((claim) => claim.kind === "clearing"),
  };
  return claims.map((claim) => (claim.kind === "source" ? settle(view, claim, all) : claim));
};

const settle = (view: DocumentView, claim: SourceClaim, all: Claims): SourceClaim => {
  if (claim.rejected !== undefined && FIRM.has(claim.rejected)) return claim;
  const denial = claim.score < SURE ? all.findDenial(claim.name) : undefined;
  if (denial !== undefined) return { ...reject(claim, "denied"), ...quoteOf(view, denial) };
  if (claim.rejected !== undefined) {
    return isCleared(view, claim, all) && !saysEvaluated(view, claim)
      ? { ...claim, rejected: "decontaminated-against" }
      : claim;
  }
  const reason = objection(view, claim, all);
  return reason === undefined ? claim : reject(claim, reason);
};

/** A source that scores this high is not given up for a sentence elsewhere in its document: two statements then differ. */
const SURE = 0.7;

const reject = (claim: SourceClaim, rejected: RejectionReason): SourceClaim => ({
  ...claim,
  score: Math.min(claim.score, LISTED / 2),
  rejected,
});

const quoteOf = ({ text }: DocumentView, span: TextSpan) => ({
  quote: text.slice(span.start, span.end),
  span: { start: span.start, end: span.end },
});

const objection = (view: DocumentView, claim: SourceClaim, all: Claims): RejectionReason | undefined => {
  const others = all.believed.filter((other) => other !== claim);
  if (isCleared(view, claim, all)) return "decontaminated-against";
  if (isModel(view, claim, all.models)) return "model-not-dataset";
  if (isPartOfNames(view, claim, all.sources)) return "not-a-dataset";
  if (isLabel(view, claim, others)) return "own-subset";
  if (isDescription(view, claim, others)) return "not-a-dataset";
  if (isSecondHand(view, claim, others)) return "second-hand";
  return isPassedOn(view, claim) ? "cited-only" : undefined;
};

const visibleOf = ({ visible }: DocumentView, { span }: SourceClaim): string =>
  visible.slice(span.start, span.end).replace(/\s+/g, " ");

/** Whether the sentence that speaks best for the source is one that clears the data of it. */
const isCleared = (view: DocumentView, claim: SourceClaim, { clearings }: Claims): boolean => {
  const key = view.keyOf(claim.hubId ?? claim.name);
  const own = view.keyOf(claim.name);
  return clearings.some(({ name, hubId, span }) => {
    const isSame = [name, hubId ?? name].some((each) => [key, own].includes(view.keyOf(each)));
    if (!isSame || span.start >= claim.span.end || claim.span.start >= span.end) return false;
    const isWhole = claim.span.start <= span.start && span.end <= claim.span.end;
    return isWhole || clearingForce(visibleOf(view, claim)) !== undefined;
  });
};

const saysEvaluated = (view: DocumentView, claim: SourceClaim): boolean =>
  claim.rejected === "evaluation-only" && /\bevaluat|评测|评估/i.test(visibleOf(view, claim));

/** Reasons that say more than that the data was cleared. */
const FIRM: ReadonlySet<RejectionReason> = new Set<RejectionReason>(["denied", "self", "model-not-dataset"]);

const HUB_DATASET = /^https?:\/\/(?:www\.)?(?:huggingface\.co|hf\.co)\/datasets\//i;

/** Whether the document uses the name for a model that made the data, and nowhere links it as a dataset. */
const isModel = (view: DocumentView, claim: SourceClaim, models: readonly ModelClaim[]): boolean => {
  if (claim.hubId !== undefined && claim.link === undefined) return false;
  if (claim.link !== undefined && HUB_DATASET.test(claim.link)) return false;
  const key = view.keyOf(claim.name);
  return models.some(({ name, hubId }) => view.keyOf(name) === key || (hubId ?? "") === claim.name);
};
