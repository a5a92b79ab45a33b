import type { Claim } from "../../schema/claim.ts";
import { toEdgeId } from "../../schema/edge-id.ts";
import type { Clearing, Derivation, Edge, Evidence, ModelUse, Signals } from "../../schema/edge.ts";
import type { DatasetId, ModelId, TraceId } from "../../schema/ids.ts";
import { statusOf, type StatusWithFlags } from "../../schema/status-rule.ts";
import type { FlagReason, RejectionReason, Split } from "../../schema/vocabulary.ts";
import type { ProvenClaim } from "../evidence/proven-claim.ts";
import { confidenceOf, isDenied, speaksFor, supportOf } from "./confidence.ts";
import { toEvidenceId } from "./evidence-id.ts";

export interface EdgeInput {
  readonly traceId: TraceId;
  readonly from: DatasetId;
  readonly claims: readonly ProvenClaim[];
  readonly resolution: { readonly by: Signals["resolvedBy"]; readonly score: number };
  readonly failedChecks: readonly FlagReason[];
  /** Confidence from which an edge is accepted, 0 to 1. */
  readonly threshold: number;
  /** What rules the edge out whatever its claims say. */
  readonly ruledOut?: RejectionReason;
}

/** A derivation, or undefined when no claim is about a source. Without a claim that speaks for it, it is rejected. */
export const toDerivation = (to: DatasetId, input: EdgeInput): Derivation | undefined => {
  const claims = strongestFirst(input.claims.filter(({ claim }) => claim.kind === "source"));
  const best = sourceClaims(claims).find(speaksFor) ?? sourceClaims(claims)[0];
  if (best === undefined) return undefined;
  const { confidence, status, flags, ...edge } = assess({ ...input, claims }, to, "derivation");
  const rejection = input.ruledOut ?? (speaksFor(best) ? "not-supported" : best.rejected);
  const speaking = sourceClaims(claims).filter(speaksFor);
  const split = unionOfSplits(speaking.map((claim) => claim.split));
  const subset = speaking.find((claim) => claim.subset !== undefined)?.subset;
  return {
    kind: "derivation",
    ...edge,
    to,
    confidence,
    status,
    flags: [...flags],
    relation: best.relation,
    ...(split !== undefined && { split }),
    ...(subset !== undefined && { subset }),
    ...(status === "rejected" && rejection !== undefined && { rejection }),
  };
};

export const toModelUse = (to: ModelId, input: EdgeInput): ModelUse | undefined => {
  const best = strongestFirst(input.claims).find(({ claim }) => claim.kind === "model")?.claim;
  if (best?.kind !== "model") return undefined;
  const { flags: _, ...edge } = assess(input, to, "model-use");
  return { kind: "model-use", ...edge, to, role: best.role };
};

export const toClearing = (to: DatasetId, input: EdgeInput): Clearing => {
  const { flags: _, ...edge } = assess(input, to, "clearing");
  const splits = input.claims.map(({ claim }) => (claim.kind === "clearing" ? claim.split : undefined));
  const split = unionOfSplits(splits);
  return { kind: "clearing", ...edge, to, ...(split !== undefined && { split }) };
};

/** One mention repeated through a long document proves no more than its strongest occurrences do. */
const MAX_EVIDENCE = 20;

/** The evidence of an edge, the strongest first: all claims that speak for it and all denials, or, of a rejected one, all. */
export const toEvidence = (edge: Edge, claims: readonly ProvenClaim[]): readonly Evidence[] => {
  const isRejected = edge.status === "rejected";
  const kept = claims.filter(
    ({ claim }) => isRejected || speaksFor(claim) || (claim.kind === "source" && claim.rejected === "denied"),
  );
  const evidence = strongestFirst(kept).map((proven) => toOneEvidence(edge, proven));
  return [...new Map(evidence.toReversed().map((one) => [one.id, one])).values()]
    .toReversed()
    .slice(0, MAX_EVIDENCE);
};

const toOneEvidence = (edge: Edge, { claim, document, ...proven }: ProvenClaim): Evidence => ({
  id: toEvidenceId({ edge: edge.id, document, span: claim.span, tracer: claim.tracer }),
  edgeId: edge.id,
  document,
  documentKind: proven.documentKind,
  quote: claim.quote,
  span: claim.span,
  tracer: claim.tracer,
  ...(proven.model !== undefined && { model: proven.model }),
  ...(proven.promptVersion !== undefined && { promptVersion: proven.promptVersion }),
  stance: proven.stance,
  nameAsWritten: claim.name,
  score: claim.score,
});

const assess = (input: EdgeInput, to: string, kind: Edge["kind"]) => {
  const confidence = confidenceOf(supportOf(input.claims), input.resolution);
  const decision: StatusWithFlags =
    input.ruledOut === undefined
      ? statusOf(confidence, input.failedChecks, input.threshold)
      : { status: "rejected", flags: [] };
  return {
    id: toEdgeId(kind, input.from, to),
    from: input.from,
    confidence,
    ...decision,
    signals: toSignals(input),
    firstTrace: input.traceId,
    lastTrace: input.traceId,
  };
};

const toSignals = ({ claims, resolution, failedChecks }: EdgeInput): Signals => ({
  documentKinds: [...new Set(claims.map(({ documentKind }) => documentKind))].sort(),
  documents: new Set(claims.map(({ document }) => document)).size,
  tracers: [...new Set(claims.map(({ claim }) => claim.tracer))].sort(),
  resolvedBy: resolution.by,
  resolution: resolution.score,
  bestScore: Math.max(0, ...claims.filter(({ claim }) => speaksFor(claim)).map(({ claim }) => claim.score)),
  contradicted: isDenied(claims),
  failedChecks: [...failedChecks],
});

const strongestFirst = (claims: readonly ProvenClaim[]): readonly ProvenClaim[] =>
  [...claims].sort(
    (one, other) =>
      rank(one) - rank(other) ||
      other.claim.score - one.claim.score ||
      one.claim.span.start - other.claim.span.start,
  );

const rank = ({ claim, stance }: ProvenClaim): number =>
  speaksFor(claim) ? (stance === "supported" ? 0 : 1) : REJECTION_RANK(claim);

const REJECTION_RANK = (claim: Claim): number =>
  claim.kind === "source" && claim.rejected === ("denied" satisfies RejectionReason) ? 2 : 3;

const sourceClaims = (claims: readonly ProvenClaim[]) =>
  claims.map(({ claim }) => claim).filter((claim) => claim.kind === "source");

/** One split when all agree, `all` when different ones are named, undefined when none is. */
const unionOfSplits = (splits: readonly (Split | undefined)[]): Split | undefined => {
  const [first, ...others] = [...new Set(splits.filter((split) => split !== undefined))];
  return others.length === 0 ? first : "all";
};
