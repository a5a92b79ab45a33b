import type { Database, Transaction } from "../../database.ts";
import { createBatchWriter, inNamedBatches } from "./batch-writer.ts";
import type { BatchRules, BatchWriter } from "./batch-writer.ts";
import { checkNode, checkRelationship } from "./check-record.ts";
import { chain, readAhead } from "./read-ahead.ts";
import type { GraphRecord, NodeRecord, RelationshipRecord } from "../read/read-graph.ts";
import { createRecordSpill } from "./record-spill.ts";
import type { RecordSpill } from "./record-spill.ts";
import { writeNodes } from "./write-nodes.ts";
import { writeRelationships } from "./write-relationships.ts";

export interface IngestOptions {
  /** Records in one statement, and in one transaction when there are too many for one alone; default 2,000. */
  readonly batch?: number;
  /** Called after each transaction with what is written so far. */
  readonly onProgress?: (count: IngestCount) => void;
  readonly signal?: AbortSignal;
  /** Part of the last transaction, after everything is written. */
  readonly finish?: (transaction: Transaction) => Promise<void>;
}

/** Records written, each counted as often as it was given. */
export interface IngestCount {
  readonly nodes: number;
  readonly relationships: number;
}

/** Neo4j syncs its disk at every commit, so more is faster there; others' writes wait for as long as one batch takes, some 0.1 s. */
const BATCH = 2_000;
/** Records that one transaction takes: some 50 MB here. Neo4j holds in memory what a transaction writes. */
const AT_ONCE = 50_000;
/** A server that shares a busy machine, and has only just started, takes minutes for so many. */
const TIMEOUT_MS = 600_000;

/**
 * Writes records as `readGraph` gives them; the same records again change nothing. A node is found by its label and key: the
 * properties of the record win, others stay. A relationship is found by its ends and type, a derivation whatever its status:
 * it becomes as the record says.
 *
 * Up to 50,000 records are one transaction: all or nothing. Of more, each batch is one, nodes before relationships, which
 * wait in a temporary file, so that memory does not grow with the graph.
 *
 * Fails with INPUT_INVALID, naming the record, when one is malformed or an end of a relationship is neither among the records nor
 * in the graph. What was committed before a failure stays, and the same records once mended complete it.
 */
export const ingestRecords = async (
  database: Database,
  records: AsyncIterable<GraphRecord> | Iterable<GraphRecord>,
  options: IngestOptions = {},
): Promise<IngestCount> => {
  const { head, rest } = await readAhead(records, AT_ONCE);
  if (rest === undefined) return ingestAtOnce(database, head, options);
  return ingestInBatches(database, chain(head, rest), options);
};

const toLimits = ({ signal }: IngestOptions) => ({
  timeoutMs: TIMEOUT_MS,
  ...(signal === undefined ? {} : { signal }),
});

const ingestAtOnce = async (
  database: Database,
  records: readonly GraphRecord[],
  options: IngestOptions,
): Promise<IngestCount> => {
  const nodes = records.filter((record) => record.kind === "node");
  const relationships = records.filter((record) => record.kind === "relationship");
  nodes.forEach(checkNode);
  relationships.forEach(checkRelationship);
  const size = options.batch ?? BATCH;
  await database.write(async (transaction) => {
    for (const batch of inNamedBatches(nodes, nameOfNode, size)) await writeNodes(transaction, batch);
    for (const batch of inNamedBatches(relationships, nameOfRelationship, size)) {
      await writeRelationships(transaction, batch);
    }
    await options.finish?.(transaction);
  }, toLimits(options));
  const count = { nodes: nodes.length, relationships: relationships.length };
  options.onProgress?.(count);
  return count;
};

const ingestInBatches = async (
  database: Database,
  records: AsyncIterable<GraphRecord>,
  options: IngestOptions,
): Promise<IngestCount> => {
  const written = { nodes: 0, relationships: 0 };
  const createWriter = <Item>(kind: keyof IngestCount, rules: Pick<BatchRules<Item>, "nameOf" | "write">) =>
    createBatchWriter<Item>(database, {
      ...rules,
      size: options.batch ?? BATCH,
      limits: toLimits(options),
      onWritten: (items) => {
        written[kind] += items;
        options.onProgress?.({ ...written });
      },
    });
  const waiting = createRecordSpill();
  const nodes = createWriter<NodeRecord>("nodes", { nameOf: nameOfNode, write: writeNodes });
  const relationships = createWriter<RelationshipRecord>("relationships", {
    nameOf: nameOfRelationship,
    write: writeRelationships,
  });
  try {
    await addNodes(nodes, records, waiting);
    for await (const record of waiting.all()) await relationships.add(record);
    await relationships.flush();
    const { finish } = options;
    if (finish !== undefined) await database.write(finish, toLimits(options));
    return written;
  } finally {
    await Promise.all([nodes.settled(), relationships.settled()]);
    await waiting.close();
  }
};

const addNodes = async (
  nodes: BatchWriter<NodeRecord>,
  records: AsyncIterable<GraphRecord>,
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
