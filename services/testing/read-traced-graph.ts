import { join } from "node:path";
import { createDocumentStore } from "../../graph/store/documents.ts";
import type { Fault } from "../../graph/store/check/find-faults.ts";
import { createLineageStore } from "../../graph/store/lineage.ts";
import type { GraphRecord } from "../../graph/store/read/read-graph.ts";
import { openTestGraph } from "./test-graph.ts";

export interface TracedGraph {
  /**
   * One line per node and relationship, without what differs between any two traces; in order. Of traces the first alone:
   * a command that is killed after its trace had ended begins another one.
   */
  readonly lines: readonly string[];
  /** What `stemma check` says. */
  readonly faults: readonly Fault[];
}

/**
 * Properties that differ between two traces of the same world: ids of traces, times, and the summary, which counts what the
 * last process did and not what the trace found. A mirror's port, which reasons name, is left out too.
 */
export const LEFT_OUT = [
  "Trace.id",
  "Trace.startedAt",
  "Trace.endedAt",
  "Trace.summary",
  "retrievedAt",
  "tracedAt",
  "firstTrace",
  "lastTrace",
] as const;

/** Reads the graph that a trace left in a data folder and that no process has open. */
export const readTracedGraph = async (data: string): Promise<TracedGraph> => {
  const database = await openTestGraph(data);
  try {
    const store = createLineageStore(database);
    const records: GraphRecord[] = [];
    for await (const record of store.records()) records.push(record);
    const first = firstTraceOf(records);
    const lines = records
      .filter((record) => traceOf(record) === undefined || traceOf(record) === first)
      .map(toLine);
    const documents = createDocumentStore({ folder: join(data, "documents") });
    return { lines: lines.sort(), faults: await store.faults(documents) };
  } finally {
    await database.close();
  }
};

/** The trace that a record belongs to; absent for what all traces share. */
const traceOf = (record: GraphRecord): string | undefined => {
  if (record.kind === "node") return record.label === "Trace" ? record.key : undefined;
  return record.from.label === "Trace" ? record.from.key : undefined;
};

const firstTraceOf = (records: readonly GraphRecord[]): string | undefined =>
  records
    .filter((record) => record.kind === "node" && record.label === "Trace")
    .map((trace) => ({ startedAt: String(trace.properties["startedAt"]), id: traceOf(trace) }))
    .sort((one, other) => (one.startedAt < other.startedAt ? -1 : 1))[0]?.id;

const left = new Set<string>(LEFT_OUT);

const toLine = (record: GraphRecord): string => toText(record).replace(/127\.0\.0\.1:\d+/g, "127.0.0.1");

const toText = (record: GraphRecord): string => {
  if (record.kind === "node") {
    const { label, key, labels } = record;
    const name = label === "Trace" ? "the trace" : key;
    return JSON.stringify([label, name, labels, keep(label, record.properties)]);
  }
  const { type, from, to } = record;
  const ends = [from, to].map(({ label, key }) => (label === "Trace" ? "the trace" : key));
  return JSON.stringify([...ends, type, keep(type, record.properties)]);
};

const keep = (kind: string, properties: GraphRecord["properties"]): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    Object.entries(properties).filter(([name]) => !left.has(name) && !left.has(`${kind}.${name}`)),
  );

/** Lines that only one of two graphs has. */
export const differencesOf = (one: readonly string[], other: readonly string[]): readonly string[] => {
  const [inOne, inOther] = [new Set(one), new Set(other)];
  return [
    ...one.filter((line) => !inOther.has(line)).map((line) => `missing: ${line}`),
    ...other.filter((line) => !inOne.has(line)).map((line) => `too many: ${line}`),
  ];
};
