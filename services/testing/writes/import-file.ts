import { createHash } from "node:crypto";
import { fromEdge, fromStoredDataset, typeOfEdge } from "../../../graph/rows.ts";
import { toPublishedEdge } from "../../../graph/store/edges/bare-edge.ts";
import { datasetNamed } from "../../../graph/store/commit/dataset-named.ts";
import type { GraphRecord } from "../../../graph/store/read/read-graph.ts";
import { toEdgeId } from "../../../schema/edge-id.ts";
import { GRAPH_FILE_VERSION } from "../../../schema/graph-file.ts";
import { DatasetId } from "../../../schema/ids.ts";

const DATASETS = 60;
/** On the list of benchmarks: what derives from it gets flags. */
const BENCHMARK = DatasetId.parse("openai/gsm8k");

/** A graph of its own under a name of its own, with a way down from a benchmark to every dataset of it. */
export const recordsOfImport = (name: string): readonly GraphRecord[] => {
  const ids = Array.from({ length: DATASETS }, (_, index) => DatasetId.parse(`${name}/dataset-${index}`));
  const nodes = [BENCHMARK, ...ids].map((id): GraphRecord => {
    const properties = fromStoredDataset({ dataset: datasetNamed(id, "frontier"), visited: false });
    return { kind: "node", label: "Dataset", key: id, labels: ["Dataset"], properties: plain(properties) };
  });
  const edges = ids.flatMap((from, index) =>
    [BENCHMARK, ids[index - 1], ids[Math.floor(index / 2)]]
      .slice(index === 0 ? 0 : 1)
      .filter((to, at, all) => to !== undefined && to !== from && all.indexOf(to) === at)
      .map((to) => toEdgeRecord(from, to ?? BENCHMARK)),
  );
  return [...nodes, ...edges];
};

const toEdgeRecord = (from: DatasetId, to: DatasetId): GraphRecord => {
  const edge = toPublishedEdge(
    { id: toEdgeId("derivation", from, to), from, to },
    {
      kind: "published",
      citation: "a test",
      relation: "fusion",
      confidence: 0.75,
      documentKinds: ["card"],
      flags: [],
    },
  );
  return {
    kind: "relationship",
    type: typeOfEdge(edge),
    from: { label: "Dataset", key: from },
    to: { label: "Dataset", key: to },
    properties: plain(fromEdge(edge)),
  };
};

const plain = (properties: object): Extract<GraphRecord, { kind: "node" }>["properties"] =>
  Object.fromEntries(Object.entries(properties).filter(([, value]) => value !== null && value !== undefined));

/** The records as `stemma export --format jsonl` would write them. */
export const toGraphFile = (records: readonly GraphRecord[]): string => {
  const nodes = records.filter(({ kind }) => kind === "node").length;
  const counts = { nodes, relationships: records.length - nodes };
  const header = {
    kind: "header",
    format: "stemma-graph",
    formatVersion: GRAPH_FILE_VERSION,
    version: "0.0.0",
    engine: "embedded",
    exportedAt: "2026-01-02T03:04:05.000Z",
    ...counts,
    withDocuments: false,
  };
  const body = [header, ...records].map((line) => `${JSON.stringify(line)}\n`).join("");
  const sha256 = createHash("sha256").update(body).digest("hex");
  return `${body}${JSON.stringify({ kind: "footer", ...counts, texts: 0, sha256 })}\n`;
};
