import { createHash, randomUUID } from "node:crypto";
import type { DatasetCommit } from "../../schema/commit.ts";
import type { Dataset } from "../../schema/dataset.ts";
import type { Document } from "../../schema/document.ts";
import type { Clearing, Derivation, Edge, Evidence, ModelUse } from "../../schema/edge.ts";
import { toEdgeId } from "../../schema/edge-id.ts";
import { DatasetId, EvidenceId, ModelId, Sha256, TraceId } from "../../schema/ids.ts";
import type { Trace } from "../../schema/trace.ts";
import type { EdgeKind } from "../../schema/vocabulary.ts";
import { datasetNamed } from "./commit/dataset-named.ts";

/** Builders of test data: plausible defaults, and only what a test is about is given. */

export const TRACE_ID = TraceId.parse("trace-0001");
const TIME = "2026-03-04T05:06:07.000Z";

const hash = (text: string): string => createHash("sha256").update(text).digest("hex");

export const anId = (text: string): DatasetId => DatasetId.parse(text);

export const aDataset = (id: string, fields: Partial<Dataset> = {}): Dataset => ({
  ...datasetNamed(anId(id), "traced"),
  ...fields,
});

export const aTrace = (fields: Partial<Trace> = {}): Trace => ({
  id: TRACE_ID,
  roots: [anId("acme/root")],
  state: "running",
  budget: {},
  startedAt: TIME,
  ...fields,
});

export const aDocument = (text: string, fields: Partial<Document> = {}): Document => ({
  sha256: Sha256.parse(hash(text)),
  kind: "card",
  url: `https://hub.example/${hash(text).slice(0, 8)}`,
  bytes: Buffer.byteLength(text),
  retrievedAt: TIME,
  ...fields,
});

const signals: Edge["signals"] = {
  documentKinds: ["card"],
  documents: 1,
  tracers: ["rules"],
  resolvedBy: "own-link",
  resolution: 1,
  bestScore: 0.9,
  contradicted: false,
  failedChecks: [],
};

const edgeBase = (kind: EdgeKind, from: string, to: string) => ({
  id: toEdgeId(kind, from, to),
  from: anId(from),
  confidence: 0.9,
  status: "accepted" as const,
  signals,
  firstTrace: TRACE_ID,
  lastTrace: TRACE_ID,
});

export const aDerivation = (from: string, to: string, fields: Partial<Derivation> = {}): Derivation => ({
  kind: "derivation",
  ...edgeBase("derivation", from, to),
  to: anId(to),
  relation: "inclusion",
  flags: [],
  ...fields,
});

export const aModelUse = (from: string, to: string, role: ModelUse["role"]): ModelUse => ({
  kind: "model-use",
  ...edgeBase("model-use", from, to),
  to: ModelId.parse(to),
  role,
});

export const aClearing = (from: string, to: string, fields: Partial<Clearing> = {}): Clearing => ({
  kind: "clearing",
  ...edgeBase("clearing", from, to),
  to: anId(to),
  ...fields,
});

export const anEvidence = (edge: Edge, document: Document, fields: Partial<Evidence> = {}): Evidence => {
  const quote = `built from ${edge.to}`;
  return {
    id: EvidenceId.parse(hash(`${edge.id} ${document.sha256} ${fields.tracer ?? "rules"}`).slice(0, 24)),
    edgeId: edge.id,
    document: document.sha256,
    documentKind: document.kind,
    quote,
    span: { start: 10, end: 10 + quote.length },
    tracer: "rules",
    stance: "supported",
    nameAsWritten: edge.to,
    score: 0.9,
    ...fields,
  };
};

/** A visit of `id` whose card proves the edges; their other ends become frontier nodes. */
export const aCommit = (
  id: string,
  edges: readonly Edge[] = [],
  fields: Partial<DatasetCommit> = {},
): DatasetCommit => {
  const card = aDocument(`card of ${id}`);
  const models = edges.filter((edge) => edge.kind === "model-use").map((edge) => ({ id: edge.to }));
  const others = edges.filter((edge) => edge.kind !== "model-use" && edge.to !== id);
  return {
    traceId: TRACE_ID,
    dataset: aDataset(id, { tracedAt: TIME }),
    outcome: "traced",
    documents: [card],
    aliases: [],
    neighbours: others.map((edge) => aDataset(edge.to, { state: "frontier" })),
    models,
    members: [],
    edges,
    evidence: edges.map((edge) => anEvidence(edge, card)),
    enqueue: [],
    ...fields,
  };
};

/** Who reviews. */
export const aReviewer = (by = "Ada") => ({ by, role: "reviewer", newId: randomUUID }) as const;

/** Commits of a whole graph given as derived -> sources. */
export const commitsOf = (graph: Readonly<Record<string, readonly string[]>>): readonly DatasetCommit[] =>
  Object.entries(graph).map(([id, sources]) =>
    aCommit(
      id,
      sources.map((source) => aDerivation(id, source)),
    ),
  );
