import { fromEdge, fromStoredDataset, typeOfEdge } from "../../graph/rows.ts";
import { datasetNamed } from "../../graph/store/commit/dataset-named.ts";
import type { GraphRecord, NodeRecord } from "../../graph/store/read/read-graph.ts";
import { Benchmark } from "../../schema/benchmark.ts";
import { toEdgeId } from "../../schema/edge-id.ts";
import { type Derivation, NO_SIGNALS } from "../../schema/edge.ts";
import { DatasetId, TraceId } from "../../schema/ids.ts";
import { RELATIONS } from "../../schema/vocabulary.ts";
import type { PlainEdge, PlainGraph } from "./make-graph.ts";

export const idOf = (dataset: number): DatasetId => DatasetId.parse(textOf(dataset));

const textOf = (dataset: number): string => `owner-${dataset % 997}/dataset-${dataset}`;

/** Half of them have a train split, whose use is no contamination; of the others all is held out. */
export const toBenchmarks = ({ benchmarks }: PlainGraph): readonly Benchmark[] =>
  benchmarks.map((dataset) =>
    Benchmark.parse({
      id: textOf(dataset),
      name: `benchmark ${dataset}`,
      domain: "math",
      splits: hasTrainSplit(dataset) ? ["train", "test"] : ["test"],
      source: "https://hub.example",
    }),
  );

export const hasTrainSplit = (benchmark: number): boolean => benchmark % 2 === 0;

const TRACE = TraceId.parse("bench-trace-0001");
const DAY_MS = 86_400_000;
const FIRST_DAY_MS = Date.parse("2019-01-01T00:00:00.000Z");
/** A source is never younger than what derives from it: sources come first in the count. */
const DAYS = 2_500;

export function* toNodeRecords({ size }: PlainGraph): Generator<GraphRecord> {
  for (let dataset = 0; dataset < size.datasets; dataset += 1) {
    const id = idOf(dataset);
    const node = {
      ...datasetNamed(id, "traced"),
      createdAt: new Date(FIRST_DAY_MS + (dataset * DAYS * DAY_MS) / size.datasets).toISOString(),
      downloads: (dataset * 7_919) % 100_003,
      likes: dataset % 311,
      licence: dataset % 3 === 0 ? "apache-2.0" : "mit",
      languages: ["en"],
      tasks: ["text-generation"],
      tracedAt: "2026-03-04T05:06:07.000Z",
    };
    const properties = withoutNull(fromStoredDataset({ dataset: node, visited: true }));
    yield { kind: "node", label: "Dataset", key: id, labels: ["Dataset"], properties };
  }
}

export function* toEdgeRecords({ edges }: PlainGraph): Generator<GraphRecord> {
  for (const edge of edges) {
    const derivation = toDerivation(edge);
    yield {
      kind: "relationship",
      type: typeOfEdge(derivation),
      from: { label: "Dataset", key: derivation.from },
      to: { label: "Dataset", key: derivation.to },
      properties: withoutNull(fromEdge(derivation)),
    };
  }
}

/** As a publication's claim: it needs no evidence of ours, so that the graph keeps its own rules. */
export const toDerivation = (edge: PlainEdge): Derivation => {
  const { from, to, status, split } = edge;
  const relation = RELATIONS[(from + to) % RELATIONS.length] ?? "inclusion";
  const confidence = (50 + ((from * 31 + to) % 50)) / 100;
  const flags = status === "flagged" ? (["low-confidence"] as const) : [];
  return {
    kind: "derivation",
    id: toEdgeId("derivation", textOf(from), textOf(to)),
    from: textOf(from) as DatasetId,
    to: textOf(to) as DatasetId,
    confidence,
    status,
    signals: { ...NO_SIGNALS, failedChecks: [...flags] },
    firstTrace: TRACE,
    lastTrace: TRACE,
    relation,
    flags: [...flags],
    origin: {
      kind: "published",
      citation: "bench",
      relation,
      confidence,
      documentKinds: ["card"],
      flags: [...flags],
    },
    ...(split === undefined ? {} : { split }),
  };
};

const withoutNull = (properties: object): NodeRecord["properties"] =>
  Object.fromEntries(Object.entries(properties).filter(([, value]) => value !== null && value !== undefined));
