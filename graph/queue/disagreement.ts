import type { Edge } from "../../schema/edge.ts";
import type { QueueValue } from "../../schema/review-queue.ts";

type Parts = QueueValue["parts"];

/** What is known of an edge beside what it says itself. */
export interface EdgeContext {
  /** Tracers that found anything in the documents of its derived dataset. */
  readonly readers: ReadonlySet<string>;
  /** Proposals on which nobody decided. */
  readonly proposals: number;
}

/**
 * How much of a doubt each signal is when it speaks against an edge as loudly as it can. A contradicting quote is a document's own
 * word; a doubtful confidence sums up much of the rest, and so counts for less than its size; checks and other voices err often.
 */
const WEIGHTS: Parts = { confidence: 0.6, tracers: 0.4, stance: 0.8, checks: 0.5, resolution: 0.4 };
/** No edge is so sure or so unsure that nothing is learned from a look at it. */
const LEAST_DOUBT = 0.01;
/** Someone else gave the id, and did not find it on the Hub. */
const NOT_FOUND_ELSEWHERE = 0.5;

/**
 * How far independent signals are from telling the same of an edge, 0 to 1:
 *
 *     disagreement = 1 - product over signals of (1 - weight * part)
 *
 * If each signal that speaks against the edge is right with the probability `weight * part`, independently of the others, this is how
 * likely at least one is right, and a look at the edge changes something. So one loud doubt is enough, several small ones add up, and
 * no number of them goes past 1. Confidence alone does not tell: most wrong edges of a model carry a high one. The parts, 0 (nothing
 * against it) to 1:
 *
 * - confidence: its entropy in bits, -p log2 p - (1 - p) log2 (1 - p), with p between 0.01 and 0.99
 * - tracers: the share of voices that do not say what the edge says: tracers that read its documents without finding it, a publication
 *   with another relation, proposals
 * - stance: 1 when a quote contradicts it, or a later document what was decided
 * - checks: 1 - 1/2^n for n failed checks beside a low confidence, which is counted already
 * - resolution: how unsure it is that the name means this id
 */
export const scoreDisagreement = (
  edge: Edge,
  context: EdgeContext,
): { readonly disagreement: number; readonly parts: Parts } => {
  const { signals } = edge;
  const parts: Parts = {
    confidence: entropy(edge.confidence),
    tracers: dissent(edge, context),
    stance: signals.contradicted || edge.contradicted !== undefined ? 1 : 0,
    checks: 1 - 0.5 ** countFailed(edge),
    resolution: unresolved(edge),
  };
  let agreement = 1;
  for (const name of PART_NAMES) agreement *= 1 - WEIGHTS[name] * parts[name];
  return { disagreement: 1 - agreement, parts };
};

const PART_NAMES = ["confidence", "tracers", "stance", "checks", "resolution"] as const;

const entropy = (confidence: number): number => {
  const sure = Math.min(Math.max(confidence, LEAST_DOUBT), 1 - LEAST_DOUBT);
  const doubt = 1 - sure;
  return -(sure * Math.log2(sure) + doubt * Math.log2(doubt));
};

const dissent = (edge: Edge, { readers, proposals }: EdgeContext): number => {
  const found = new Set<string>(edge.signals.tracers);
  const silent = [...readers].filter((tracer) => !found.has(tracer)).length;
  const published = edge.kind === "derivation" && edge.origin?.kind === "published" ? edge.origin : undefined;
  const differs =
    published !== undefined && edge.kind === "derivation" && published.relation !== edge.relation ? 1 : 0;
  const against = silent + proposals + differs;
  const voices = found.size + silent + proposals + (published === undefined ? 0 : 1);
  return voices === 0 ? 0 : against / voices;
};

const countFailed = (edge: Edge): number => {
  const failed = new Set<string>(edge.signals.failedChecks);
  if (edge.kind === "derivation") for (const flag of edge.flags) failed.add(flag);
  failed.delete("low-confidence");
  return failed.size;
};

const unresolved = (edge: Edge): number => {
  // A model's name is kept as it is written.
  if (edge.kind === "model-use") return 0;
  if (edge.signals.resolvedBy !== "elsewhere") return 1 - edge.signals.resolution;
  const isMissing =
    edge.kind === "derivation" && edge.origin?.kind === "published" && edge.origin.onHub === false;
  return isMissing ? NOT_FOUND_ELSEWHERE : 0;
};
