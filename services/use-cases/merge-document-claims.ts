import type { ExtractOutput } from "../../schema/api.ts";
import type { Claim, ClearingClaim, ModelClaim, SourceClaim } from "../../schema/claim.ts";
import type { Status } from "../../schema/vocabulary.ts";

/** A source with this calibrated score or more needs no person: its share of right claims was measured above 0.8. */
const ACCEPTED = 0.7;

type Extracted = Omit<ExtractOutput, "doc">;

/** One document's claims as `extract` lists them: best first, each source, model and role, and benchmark once. */
export const mergeClaims = (claims: readonly Claim[]): Extracted => ({
  sources: bestOfEach(
    claims.filter((claim): claim is SourceClaim => claim.kind === "source" && claim.rejected === undefined),
    (claim) => keyOf(claim),
  ).map(toSource),
  models: bestOfEach(
    claims.filter((claim): claim is ModelClaim => claim.kind === "model"),
    (claim) => `${keyOf(claim)} ${claim.role}`,
  ).map(toModel),
  cleared: bestOfEach(
    claims.filter((claim): claim is ClearingClaim => claim.kind === "clearing"),
    (claim) => `${keyOf(claim)} ${claim.split ?? ""}`,
  ).map(toCleared),
});

const keyOf = ({ hubId, name }: Claim): string => (hubId ?? name).toLowerCase();

const bestOfEach = <Kind extends Claim>(
  claims: readonly Kind[],
  key: (claim: Kind) => string,
): readonly Kind[] => {
  const best = new Map<string, Kind>();
  for (const claim of claims) {
    const kept = best.get(key(claim));
    if (kept === undefined || claim.score > kept.score) best.set(key(claim), claim);
  }
  return [...best.values()].toSorted((left, right) => right.score - left.score);
};

const evidenceOf = ({ name, hubId, quote, span }: Claim) => ({
  name,
  hf_id: hubId ?? null,
  evidence: quote,
  start: span.start,
  end: span.end,
});

const statusOf = (score: number): Status => (score >= ACCEPTED ? "accepted" : "flagged");

const toSource = (claim: SourceClaim): Extracted["sources"][number] => ({
  ...evidenceOf(claim),
  relationship: claim.relation,
  split: claim.split ?? null,
  confidence: claim.score,
  status: statusOf(claim.score),
});

const toModel = (claim: ModelClaim): Extracted["models"][number] => ({
  ...evidenceOf(claim),
  role: claim.role,
  confidence: claim.score,
});

const toCleared = (claim: ClearingClaim): Extracted["cleared"][number] => ({
  ...evidenceOf(claim),
  split: claim.split ?? null,
});
