import type { Database } from "../database.ts";
import { createBatchWriter } from "./batch-writer.ts";
import type { BatchRules, BatchWriter } from "./batch-writer.ts";
import { checkNode, checkRelationship } from "./check-record.ts";
import type { GraphRecord, NodeRecord, RelationshipRecord } from "./read-graph.ts";
import { createRecordSpill } from "./record-spill.ts";
import type { RecordSpill } from "./record-spill.ts";
import { writeNodes } from "./write-nodes.ts";
import { writeRelationships } from "./write-relationships.ts";

export interface IngestOptions {
  /** Records in one transaction; default 1,000. */
  readonly batch?: number;
  /** Called after each batch with what is written so far. */
  readonly onProgress?: (count: IngestCount) => void;
  readonly signal?: AbortSignal;
}

/** Records written, each counted as often as it was given. */
export interface IngestCount {
  readonly nodes: number;
  readonly relationships: number;
}

const BATCH = 1_000;

/**
 * Writes records as `readGraph` gives them; the same records again change nothing. A node is found by its label and key: the
 * properties of the record win, others stay. A relationship is found by its ends and type, a derivation whatever its status:
 * it becomes as the record says. Nodes come before relationships, which wait in a temporary file: memory does not grow
 * with the graph. Each batch is one transaction. Fails with INPUT_INVALID, naming the record, when one is malformed or an end
 * of a relationship is neither among the records nor in the graph; the batches before it stay, and the same records once
 * mended complete them.
 */
export const ingestRecords = async (
  database: Database,
  records: AsyncIterable<GraphRecord> | Iterable<GraphRecord>,
  options: IngestOptions = {},
): Promise<IngestCount> => {
  const written = { nodes: 0, relationships: 0 };
  const rulesFor = (kind: keyof IngestCount): Pick<BatchRules<never>, "size" | "signal" | "onWritten"> => ({
    size: options.batch ?? BATCH,
    signal: options.signal,
    onWritten: (items) => {
      written[kind] += items;
      options.onProgress?.({ ...written });
    },
  });
  const waiting = createRecordSpill();
  const nodes = createBatchWriter<NodeRecord>(database, {
    ...rulesFor("nodes"),
    nameOf: nameOfNode,
    write: writeNodes,
  });
  const relationships = createBatchWriter<RelationshipRecord>(database, {
    ...rulesFor("relationships"),
    nameOf: nameOfRelationship,
    write: writeRelationships,
  });
  try {
    await addNodes(nodes, records, waiting);
    for await (const record of waiting.all()) await relationships.add(record);
    await relationships.flush();
    return written;
  } finally {
    await Promise.all([nodes.settled(), relationships.settled()]);
    await waiting.close();
  }
};

const addNodes = async (
  nodes: BatchWriter<NodeRecord>,
  records: AsyncIterable<GraphRecord> | Iterable<GraphRecord>,
  waiting: RecordSpill,
): Promise<void> => {
  for await (const record of records) {
    if (record.kind === "node") {
      checkNode(record);
      await nodes.add(record);
    } else {
      checkRelationship(record);
      await waiting.add(record);
    }
  }
  await nodes.flush();
};

const nameOfNode = ({ label, labels }: NodeRecord): string => [label, ...labels].join(" ");

const nameOfRelationship = ({ type, from, to }: RelationshipRecord): string =>
  `${from.label} ${type} ${to.label}`;
