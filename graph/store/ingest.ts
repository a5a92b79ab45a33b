import type { Database } from "../database.ts";
import { mergeNodes, mergeRelationships } from "../queries/ingest.ts";
import type { Ends } from "../queries/ingest.ts";
import { createBatchWriter } from "./batch-writer.ts";
import type { BatchWriter, IngestCount, IngestOptions } from "./batch-writer.ts";
import { checkNode, checkRelationship } from "./check-record.ts";
import type { GraphRecord, RelationshipRecord } from "./read-graph.ts";
import { createRecordSpill } from "./record-spill.ts";
import type { RecordSpill } from "./record-spill.ts";

/**
 * Writes records as `readGraph` gives them: a node is found by its label and key, a relationship by its ends, type and id,
 * and made when it is not there. Properties of the record win, others stay; so the same records again change nothing. Nodes
 * come before relationships, which wait in a temporary file: memory does not grow with the graph. Each batch is one
 * transaction. Fails with INPUT_INVALID, naming the record, when one is malformed or an end of a relationship is neither
 * among the records nor in the graph; the batches before it stay, and the same records once mended complete them.
 */
export const ingestRecords = async (
  database: Database,
  records: AsyncIterable<GraphRecord> | Iterable<GraphRecord>,
  options: IngestOptions = {},
): Promise<IngestCount> => {
  const waiting = createRecordSpill();
  try {
    const writer = createBatchWriter(database, options);
    await writeNodes(writer, records, waiting);
    await writeRelationships(writer, waiting.all());
    return writer.count();
  } finally {
    await waiting.close();
  }
};

const writeNodes = async (
  writer: BatchWriter,
  records: AsyncIterable<GraphRecord> | Iterable<GraphRecord>,
  waiting: RecordSpill,
): Promise<void> => {
  for await (const record of records) {
    if (record.kind === "node") {
      const { label, key, properties } = record;
      const extra = checkNode(record);
      await writer.add(`${label} ${extra.join(" ")}`, {
        row: { key, properties },
        target: () => ({ kind: "nodes", cypher: mergeNodes(label, extra) }),
      });
    } else {
      checkRelationship(record);
      await waiting.add(record);
    }
  }
  await writer.flush();
};

const writeRelationships = async (
  writer: BatchWriter,
  records: AsyncIterable<RelationshipRecord>,
): Promise<void> => {
  for await (const record of records) {
    const { from, to, properties } = record;
    const ends: Ends = { type: checkRelationship(record), from: from.label, to: to.label };
    await writer.add(`${ends.from} ${ends.type} ${ends.to}`, {
      row: { from: from.key, to: to.key, properties },
      target: () => ({ kind: "relationships", ends, cypher: mergeRelationships(ends) }),
    });
  }
  await writer.flush();
};
