import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { toDataset, toEdge } from "../../graph/rows.ts";
import { createLineageStore } from "../../graph/store/lineage.ts";
import type { GraphRecord } from "../../graph/store/read/read-graph.ts";
import type { Dataset } from "../../schema/dataset.ts";
import type { Edge } from "../../schema/edge.ts";
import { DatasetId } from "../../schema/ids.ts";
import type { Trace } from "../../schema/trace.ts";
import { parseConfig } from "../config.ts";
import { createStemma } from "../main.ts";
import { projectFolder } from "../project-folder.ts";
import { openTestGraph, testGraphEnvironment, wipeTestGraph } from "./test-graph.ts";

/** What traces of the example world left in an empty graph. */
export interface TracedExample {
  /** One for each trace, in order. */
  readonly traces: readonly Trace[];
  readonly edges: readonly Edge[];
  readonly datasets: ReadonlyMap<string, Dataset>;
  /** Spellings in lower case and the ids that they lead to. */
  readonly aliases: ReadonlyMap<string, string>;
}

/** Traces datasets of the example mirror in this process, by rules alone: one trace after the other for each list of roots. */
export const traceExample = async (...lists: readonly (readonly string[])[]): Promise<TracedExample> => {
  const data = await mkdtemp(join(tmpdir(), "stemma-example-"));
  try {
    await wipeTestGraph();
    const traces: Trace[] = [];
    for (const roots of lists) traces.push(await traceOnce(roots, data));
    return { traces, ...toExample(await readRecords(data)) };
  } finally {
    await rm(data, { recursive: true, force: true });
  }
};

const traceOnce = async (roots: readonly string[], data: string): Promise<Trace> => {
  const mirror = join(projectFolder(), "examples", "mirror");
  const environment = { ...testGraphEnvironment(), STEMMA_LOG_LEVEL: "silent" };
  const stemma = await createStemma(parseConfig(environment, { data, mirror }));
  try {
    const { trace } = await stemma.tracing.start({
      roots: roots.map((root) => DatasetId.parse(root)),
      budget: {},
      refresh: false,
    });
    return await stemma.tracing.ended(trace.id);
  } finally {
    await stemma.close();
  }
};

const readRecords = async (data: string): Promise<readonly GraphRecord[]> => {
  const database = await openTestGraph(data);
  try {
    const records: GraphRecord[] = [];
    for await (const record of createLineageStore(database).records()) records.push(record);
    return records;
  } finally {
    await database.close();
  }
};

const toExample = (records: readonly GraphRecord[]): Omit<TracedExample, "traces"> => {
  const datasets = records.flatMap((record) =>
    record.kind === "node" && record.label === "Dataset" ? [toDataset(record.properties)] : [],
  );
  return {
    edges: records.flatMap((record) => (isEdge(record) ? [toEdgeOf(record)] : [])),
    datasets: new Map(datasets.map((dataset) => [dataset.id, dataset])),
    aliases: new Map(
      records.flatMap((record) =>
        record.kind === "relationship" && record.from.label === "Alias"
          ? [[record.from.key, record.to.key] as const]
          : [],
      ),
    ),
  };
};

type RelationshipRecord = Extract<GraphRecord, { kind: "relationship" }>;

const EDGE_TYPES: ReadonlySet<string> = new Set([
  "DERIVED_FROM",
  "MAY_DERIVE_FROM",
  "NOT_DERIVED_FROM",
  "MADE_WITH",
  "CLEARED_AGAINST",
]);

const isEdge = (record: GraphRecord): record is RelationshipRecord =>
  record.kind === "relationship" && EDGE_TYPES.has(record.type);

const toEdgeOf = ({ type, from, to, properties }: RelationshipRecord): Edge =>
  toEdge({ type, from: from.key, to: to.key, properties });
