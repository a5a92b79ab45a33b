import { AppError } from "../../schema/errors.ts";
import type { Database, Transaction } from "../database.ts";
import { missingEnds } from "../queries/ingest.ts";
import type { Ends } from "../queries/ingest.ts";
import { toNumber, toText } from "../rows.ts";

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

/** What a batch is written by; `ends` tells where to look when a relationship found no node. */
export type BatchTarget =
  | { readonly kind: "nodes"; readonly cypher: string }
  | { readonly kind: "relationships"; readonly cypher: string; readonly ends: Ends };

export interface BatchItem {
  readonly row: Readonly<Record<string, unknown>>;
  /** Asked once for all items of one name. */
  readonly target: () => BatchTarget;
}

/** Gathers rows that one statement writes, and writes them a batch at a time, each in its own transaction. */
export interface BatchWriter {
  /** `name` tells the statement. */
  add(name: string, item: BatchItem): Promise<void>;
  /** Writes what waits. */
  flush(): Promise<void>;
  count(): IngestCount;
}

interface Batch {
  readonly target: BatchTarget;
  rows: BatchItem["row"][];
}

const BATCH = 1_000;

export const createBatchWriter = (database: Database, options: IngestOptions): BatchWriter => {
  const { batch: size = BATCH, onProgress, signal } = options;
  const written = { nodes: 0, relationships: 0 };
  const batches = new Map<string, Batch>();

  const write = async (batch: Batch): Promise<void> => {
    const { target, rows } = batch;
    if (rows.length === 0) return;
    batch.rows = [];
    const work = (transaction: Transaction): Promise<void> => writeRows(transaction, target, rows);
    await database.write(work, signal === undefined ? {} : { signal });
    written[target.kind] += rows.length;
    onProgress?.({ ...written });
  };
  return {
    add: async (name, item) => {
      const batch = batches.get(name) ?? { target: item.target(), rows: [] };
      batches.set(name, batch);
      batch.rows.push(item.row);
      if (batch.rows.length >= size) await write(batch);
    },
    flush: async () => {
      for (const batch of batches.values()) await write(batch);
    },
    count: () => ({ ...written }),
  };
};

const writeRows = async (
  transaction: Transaction,
  target: BatchTarget,
  rows: readonly BatchItem["row"][],
): Promise<void> => {
  const [answer] = await transaction.run(target.cypher, { rows });
  if (target.kind === "nodes") return;
  if (answer !== undefined && toNumber(answer["written"]) === rows.length) return;
  await refuseMissingEnd(transaction, target.ends, rows);
};

const refuseMissingEnd = async (
  transaction: Transaction,
  ends: Ends,
  rows: readonly BatchItem["row"][],
): Promise<void> => {
  const [missing] = await transaction.run(missingEnds(ends), { rows });
  const from = toText(missing?.["from"]);
  const to = toText(missing?.["to"]);
  const lacked = missing?.["lacksFrom"] === true ? `${ends.from} ${from}` : `${ends.to} ${to}`;
  throw new AppError(
    `relationship ${from} -${ends.type}-> ${to}: neither the records nor the graph have ${lacked}`,
    { code: "INPUT_INVALID", context: { type: ends.type, from, to } },
  );
};
