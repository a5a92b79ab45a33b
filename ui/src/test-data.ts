import type { DatasetSummary, LineageView } from "../../schema/api.ts";
import { Derivation, ModelUse } from "../../schema/edge.ts";
import { DatasetId, EdgeId, EvidenceId, ModelId, Sha256, TraceId } from "../../schema/ids.ts";
import { createLineageFilter } from "./state/filters/create-lineage-filter.ts";
import type { Filters } from "./state/filters/hidden-bits.ts";
import type { LineageNode, ShownLineage } from "./state/shown-lineage.ts";

/** Small builders for tests: a valid thing, with what the test is about put in. */
export const aTraceId = TraceId.parse("trace-00000001");
export const aSha256 = Sha256.parse("ab".repeat(32));
export const aDatasetId = (id: string): DatasetId => DatasetId.parse(id);
export const anEvidenceId = EvidenceId.parse("e".repeat(24));

/** The same ends always give the same id, as in the graph. */
export const anEdgeId = (from: string, to: string): EdgeId => {
  const hex = [...`${from}>${to}`].map((letter) => (letter.codePointAt(0) ?? 0).toString(16)).join("");
  return EdgeId.parse(hex.padEnd(24, "0").slice(-24));
};

export const aDataset = (id: string, more: Partial<DatasetSummary> = {}): DatasetSummary => ({
  id: aDatasetId(id),
  name: id.split("/").at(-1) ?? id,
  registry: "huggingface",
  state: "traced",
  isBenchmark: false,
  isFamily: false,
  sources: 0,
  uses: 0,
  ...more,
});

export const aNode = (id: string, level: number, more: Partial<LineageNode> = {}): LineageNode => ({
  ...aDataset(id),
  level,
  target: level === 0,
  marks: [],
  ...more,
});

const signals = {
  documentKinds: ["card"],
  documents: 1,
  tracers: ["rules"],
  resolvedBy: "id-in-text",
  resolution: 1,
  bestScore: 0.9,
  contradicted: false,
  failedChecks: [],
};

export const anEdge = (from: string, to: string, more: Partial<Derivation> = {}): Derivation =>
  Derivation.parse({
    kind: "derivation",
    id: anEdgeId(from, to),
    from,
    to,
    relation: "inclusion",
    confidence: 0.9,
    status: "accepted",
    flags: [],
    signals,
    firstTrace: aTraceId,
    lastTrace: aTraceId,
    ...more,
  });

export const aModelUse = (from: string, model: string): ModelUse =>
  ModelUse.parse({
    kind: "model-use",
    id: anEdgeId(from, model),
    from,
    to: ModelId.parse(model),
    role: "generator",
    confidence: 0.9,
    status: "accepted",
    signals,
    firstTrace: aTraceId,
    lastTrace: aTraceId,
  });

/** A lineage of `derived>source` pairs; levels are the shortest ways from the first name. */
export const aLineage = (root: string, pairs: readonly string[]): LineageView => {
  const ends = pairs.map((pair) => pair.split(">") as [string, string]);
  const levels = new Map([[root, 0]]);
  for (const [id, level] of levels) {
    for (const [from, to] of ends) if (from === id && !levels.has(to)) levels.set(to, level + 1);
  }
  return {
    root: aDatasetId(root),
    targets: [aDatasetId(root)],
    nodes: [...levels].map(([id, level]) => aNode(id, level)),
    edges: ends.map(([from, to]) => anEdge(from, to)),
    truncated: false,
    leftOut: 0,
    reach: { ancestors: levels.size - 1 },
  };
};

/** What the filters leave of a lineage. */
export const filterLineage = (view: LineageView, filters: Filters): ShownLineage =>
  createLineageFilter(view).shown(filters);
