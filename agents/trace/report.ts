import type { DatasetCommit } from "../../schema/commit.ts";
import type { Claim } from "../../schema/claim.ts";
import type { Edge } from "../../schema/edge.ts";
import type { TraceEventBody } from "../../schema/events.ts";
import type { DatasetId, Sha256 } from "../../schema/ids.ts";
import { TRACERS } from "../../schema/vocabulary.ts";
import type { Tracer } from "../../schema/vocabulary.ts";
import type { DroppedClaim } from "../evidence/gate.ts";
import type { TracedDocument } from "../source-tracing/trace-document.ts";
import type { Visit } from "./visit.ts";

export interface TracedReport {
  readonly sha256: Sha256;
  readonly traced: TracedDocument;
  readonly dropped: readonly DroppedClaim[];
}

/** Tells what one document gave: the model's calls, the claims by tracer, and what the gate dropped. */
export const reportTraced = (
  { emit, entry, notes, ports }: Visit,
  { sha256: document, traced, dropped }: TracedReport,
): void => {
  const dataset = notes.hub?.id ?? entry.dataset;
  for (const { outcome, reused, usage } of traced.calls) {
    const tokens = usage && { inputTokens: usage.inputTokens, outputTokens: usage.outputTokens };
    emit({
      type: "model-called",
      dataset,
      document,
      model: ports.model?.name ?? "",
      outcome,
      reused,
      ...tokens,
    });
  }
  for (const tracer of TRACERS) {
    const claims = traced.claims.filter((claim) => claim.tracer === tracer);
    if (claims.length > 0) emit({ type: "claims-found", dataset, document, tracer, ...countClaims(claims) });
  }
  for (const { claim, reason } of dropped) {
    emit({ type: "claim-dropped", dataset, name: claim.name, tracer: claim.tracer, reason });
  }
};

const isRejected = (claim: Claim): boolean => claim.kind === "source" && claim.rejected !== undefined;

const countClaims = (claims: readonly Claim[]) => {
  return {
    sources: claims.filter((claim) => claim.kind === "source" && !isRejected(claim)).length,
    models: claims.filter(({ kind }) => kind === "model").length,
    clearings: claims.filter(({ kind }) => kind === "clearing").length,
    rejected: claims.filter(isRejected).length,
  };
};

/** Tells what a commit wrote, and how the visit ended. */
export const reportDecisions = (
  { emit, entry, notes }: Pick<Visit, "emit" | "entry" | "notes">,
  { dataset: { id: dataset }, edges, outcome, reason }: DatasetCommit,
): void => {
  for (const { name, tracer, reason: why } of notes.aggregated?.dropped ?? []) {
    emit({ type: "claim-dropped", dataset, name, tracer, reason: why } satisfies DropEvent);
  }
  for (const edge of edges) emit(toDecision(dataset, edge));
  emit({
    type: "dataset-end",
    dataset: entry.dataset,
    outcome,
    ...(reason !== undefined && { reason }),
    ...(dataset !== entry.dataset && { movedTo: dataset }),
  });
};

type DropEvent = Extract<TraceEventBody, { type: "claim-dropped" }> & { tracer: Tracer };

const toDecision = (dataset: DatasetId, edge: Edge): TraceEventBody => {
  const decided = {
    type: "edge-decided" as const,
    dataset,
    edge: edge.id,
    kind: edge.kind,
    to: edge.to as string,
    status: edge.status,
    confidence: edge.confidence,
  };
  if (edge.kind === "model-use") return { ...decided, role: edge.role };
  const split = edge.split === undefined ? {} : { split: edge.split };
  if (edge.kind === "clearing") return { ...decided, ...split };
  return {
    ...decided,
    ...split,
    relation: edge.relation,
    ...(edge.flags.length > 0 && { flags: edge.flags }),
    ...(edge.rejection !== undefined && { rejection: edge.rejection }),
  };
};
