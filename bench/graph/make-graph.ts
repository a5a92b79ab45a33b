import { createHash } from "node:crypto";
import { datasetNamed } from "../../graph/store/dataset-named.ts";
import type { GraphRecord } from "../../graph/store/read-graph.ts";
import { fromEdge, fromStoredDataset, typeOfEdge } from "../../graph/rows.ts";
import type { Derivation } from "../../schema/edge.ts";
import { DatasetId, EdgeId, TraceId } from "../../schema/ids.ts";
import { RELATIONS, SPLITS } from "../../schema/vocabulary.ts";
import { createRandom } from "../../services/testing/create-random.ts";

export interface GraphSize {
  readonly datasets: number;
  readonly benchmarks: number;
  readonly seed: number;
}

/** An invented graph as plain numbers: datasets are counted from 0, and derive from earlier ones only. */
export interface PlainGraph {
  readonly size: GraphSize;
  readonly edges: readonly PlainEdge[];
  /** The datasets that are benchmarks. */
  readonly benchmarks: readonly number[];
}

export interface PlainEdge {
  readonly from: number;
  readonly to: number;
  readonly status: Derivation["status"];
  readonly split?: Derivation["split"];
}

/** Parents of every dataset but the first few. */
const PARENTS = 3;
/** How often a parent is drawn at random instead of by its popularity. */
const AT_RANDOM = 0.2;
/** Datasets that take from a benchmark beside their parents; they replace a parent, so that the number of edges stays. */
const LEAKS_PER_BENCHMARK = 5;

/** A DAG in which popular datasets become more popular, as on the Hub; benchmarks derive from nothing. */
export const makeGraph = (size: GraphSize): PlainGraph => {
  const random = createRandom(size.seed);
  const benchmarks = Array.from({ length: size.benchmarks }, (_, index) => index);
  const leaks = drawLeaks(size, random);
  const urn = [size.benchmarks];
  const edges: PlainEdge[] = [];
  for (let from = size.benchmarks + 1; from < size.datasets; from += 1) {
    const parents = new Set(leaks.get(from) ?? []);
    const wanted = Math.min(PARENTS, from - size.benchmarks);
    while (parents.size < wanted) parents.add(drawParent(from, { urn, random, first: size.benchmarks }));
    for (const to of parents) edges.push(drawEdge({ from, to }, random));
    urn.push(from, ...[...parents].filter((parent) => parent >= size.benchmarks));
  }
  return { size, edges, benchmarks };
};

const drawLeaks = (size: GraphSize, random: () => number): ReadonlyMap<number, readonly number[]> => {
  const leaks = new Map<number, number[]>();
  const first = size.benchmarks + PARENTS + 1;
  for (let leak = 0; leak < size.benchmarks * LEAKS_PER_BENCHMARK; leak += 1) {
    const dataset = first + Math.floor(random() * (size.datasets - first));
    const taken = leaks.get(dataset) ?? [];
    if (taken.length < PARENTS) leaks.set(dataset, [...taken, leak % size.benchmarks]);
  }
  return leaks;
};

interface Urn {
  readonly urn: readonly number[];
  readonly random: () => number;
  /** The first dataset that is no benchmark. */
  readonly first: number;
}

const drawParent = (child: number, { urn, random, first }: Urn): number => {
  if (random() < AT_RANDOM) return first + Math.floor(random() * (child - first));
  return urn[Math.floor(random() * urn.length)] ?? first;
};

const drawEdge = (ends: { readonly from: number; readonly to: number }, random: () => number): PlainEdge => {
  const chance = random();
  const status = chance < 0.8 ? "accepted" : chance < 0.92 ? "flagged" : "rejected";
  const split = random() < 0.4 ? undefined : SPLITS[Math.floor(random() * SPLITS.length)];
  return { ...ends, status, ...(split === undefined ? {} : { split }) };
};

export const idOf = (dataset: number): DatasetId =>
  DatasetId.parse(`owner-${dataset % 997}/dataset-${dataset}`);

/** 24 hex digits, as the agents give edges. */
export const edgeIdOf = ({ from, to }: Pick<PlainEdge, "from" | "to">): EdgeId =>
  EdgeId.parse(createHash("sha256").update(`derivation ${from} ${to}`).digest("hex").slice(0, 24));

const TRACE = TraceId.parse("bench-trace-0001");
const DAY_MS = 86_400_000;
const FIRST_DAY_MS = Date.parse("2019-01-01T00:00:00.000Z");

export function* toNodeRecords({ size, benchmarks }: PlainGraph): Generator<GraphRecord> {
  const marked = new Set(benchmarks);
  for (let dataset = 0; dataset < size.datasets; dataset += 1) {
    const isBenchmark = marked.has(dataset);
    const node = {
      ...datasetNamed(idOf(dataset), "traced"),
      isBenchmark,
      createdAt: new Date(FIRST_DAY_MS + (dataset * 2_500 * DAY_MS) / size.datasets).toISOString(),
      downloads: (dataset * 7_919) % 100_003,
      likes: dataset % 311,
      licence: dataset % 3 === 0 ? "apache-2.0" : "mit",
      languages: ["en"],
      tasks: ["text-generation"],
      tracedAt: "2026-03-04T05:06:07.000Z",
    };
    const properties = fromStoredDataset({ dataset: node, visited: true });
    const labels = isBenchmark ? ["Benchmark", "Dataset"] : ["Dataset"];
    yield { kind: "node", label: "Dataset", key: node.id, labels, properties: withoutNull(properties) };
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

const toDerivation = (edge: PlainEdge): Derivation => ({
  kind: "derivation",
  id: edgeIdOf(edge),
  from: idOf(edge.from),
  to: idOf(edge.to),
  confidence: 0.5 + ((edge.from * 31 + edge.to) % 50) / 100,
  status: edge.status,
  signals: {
    documentKinds: ["card"],
    documents: 1,
    tracers: ["rules"],
    resolvedBy: "own-link",
    resolution: 1,
    bestScore: 0.9,
    contradicted: false,
    failedChecks: edge.status === "flagged" ? ["low-confidence"] : [],
  },
  firstTrace: TRACE,
  lastTrace: TRACE,
  relation: RELATIONS[(edge.from + edge.to) % RELATIONS.length] ?? "inclusion",
  ...(edge.split === undefined ? {} : { split: edge.split }),
  flags: edge.status === "flagged" ? ["low-confidence"] : [],
  ...(edge.status === "rejected" ? { rejection: "cited-only" as const } : {}),
});

const withoutNull = (properties: object): Extract<GraphRecord, { kind: "node" }>["properties"] =>
  Object.fromEntries(Object.entries(properties).filter(([, value]) => value !== null && value !== undefined));
