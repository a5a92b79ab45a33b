import type { Claim } from "../../schema/claim.ts";
import type { Sha256 } from "../../schema/ids.ts";
import type { ProvenClaim } from "../evidence/proven-claim.ts";
import { groupBy } from "./group-by.ts";

/** A resolution by search is trusted in full from this score on; below it the edge is flagged as ambiguous. */
export const SURE_RESOLUTION = 0.8;

/** How much a second tracer, or a second document, that agrees counts: its score times this is independent support. */
const AGREEMENT = 0.3;
/** What is left when the other tracer read the same document and said no. */
const TRACER_DISSENT = 0.85;
/** What is left of a language model's claim when neither the quote's wording nor the rules support it. */
const UNSUPPORTED_MODEL = 0.5;
/** What is left when a document denies what another says. */
const DENIAL = 0.6;

/**
 * How well the claims support "built from", 0 to 1. Within a document the best claim of each tracer counts, a second
 * tracer that agrees raises it, one that says no lowers it; further documents raise it; a denial lowers it. One rules
 * claim alone gives its own calibrated score.
 */
export const supportOf = (claims: readonly ProvenClaim[]): number => {
  const perDocument = [...groupBy(claims, ({ document }): Sha256 => document).values()]
    .map(supportInDocument)
    .sort((one, other) => other - one);
  const [best = 0, ...others] = perDocument;
  const doubt = others.reduce((left, score) => left * (1 - AGREEMENT * score), 1 - best);
  return round((1 - doubt) * (isDenied(claims) ? DENIAL : 1));
};

/** Whether a document says outright that the source was not used. */
export const isDenied = (claims: readonly ProvenClaim[]): boolean =>
  claims.some(({ claim }) => claim.kind === "source" && claim.rejected === "denied");

/** Whether a claim speaks for the edge, however weakly. */
export const speaksFor = (claim: Claim): boolean => claim.kind !== "source" || claim.rejected === undefined;

const supportInDocument = (claims: readonly ProvenClaim[]): number => {
  const rules = claims.filter(({ claim }) => claim.tracer === "rules");
  const model = claims.filter(({ claim }) => claim.tracer === "model");
  const byRules = bestScore(rules);
  const byModel = bestScore(model);
  // The rules' score is calibrated on labelled documents, the model's is not: where both speak, it only adds.
  if (byRules > 0 && byModel > 0) return 1 - (1 - byRules) * (1 - AGREEMENT * byModel);
  const isDissented = rules.length > 0 && model.length > 0;
  return (byRules + byModel) * (isDissented ? TRACER_DISSENT : 1);
};

const bestScore = (claims: readonly ProvenClaim[]): number => Math.max(0, ...claims.map(weigh));

const weigh = ({ claim, stance }: ProvenClaim): number => {
  if (!speaksFor(claim)) return 0;
  return claim.tracer === "model" && stance !== "supported" ? claim.score * UNSUPPORTED_MODEL : claim.score;
};

/** The edge's confidence: its support, lowered when a search that was not sure gave the id. */
export const confidenceOf = (support: number, resolution: { by: string; score: number }): number =>
  round(
    resolution.by === "search" && resolution.score < SURE_RESOLUTION ? support * resolution.score : support,
  );

/** Four digits: enough to order by, and the same on every machine. */
const round = (value: number): number => Math.round(value * 10_000) / 10_000;
