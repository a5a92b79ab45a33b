import type { Database, QueryOptions, Transaction } from "../../database.ts";

export interface BatchRules<Item> {
  /** Items of one name are written together. */
  readonly nameOf: (item: Item) => string;
  /** Writes some items of one name, in one transaction. */
  readonly write: (transaction: Transaction, items: readonly Item[]) => Promise<void>;
  /** Items in one transaction. */
  readonly size: number;
  /** Called with the number of items of each batch once it is committed. */
  readonly onWritten: (items: number) => void;
  /** Of each transaction. */
  readonly limits: QueryOptions;
}

/** Gathers items and writes them a batch at a time, one batch while the next one fills. */
export interface BatchWriter<Item> {
  /** Waits when two batches are full. Fails when an earlier batch failed. */
  add(item: Item): Promise<void>;
  /** Writes what waits. */
  flush(): Promise<void>;
  /** Resolves when nothing is being written any more, whether it failed or not. */
  settled(): Promise<void>;
}

export const createBatchWriter = <Item>(database: Database, rules: BatchRules<Item>): BatchWriter<Item> => {
  const { nameOf, write, size, onWritten, limits } = rules;
  const batches = new Map<string, Item[]>();
  let writing: Promise<void> = Promise.resolve();

  const commit = async (items: readonly Item[]): Promise<void> => {
    const work = (transaction: Transaction): Promise<void> => write(transaction, items);
    await database.write(work, limits);
    onWritten(items.length);
  };
  const begin = async (items: readonly Item[]): Promise<void> => {
    await writing;
    writing = commit(items);
    // Whoever waits for it next is told.
    writing.catch(() => undefined);
  };
  return {
    add: async (item) => {
      const name = nameOf(item);
      const batch = batches.get(name) ?? [];
      batch.push(item);
      if (batch.length < size) {
        batches.set(name, batch);
        return;
      }
      batches.delete(name);
      await begin(batch);
    },
    flush: async () => {
      const left = [...batches.values()];
      batches.clear();
      for (const batch of left) await begin(batch);
      await writing;
    },
    settled: () => writing.catch(() => undefined),
  };
};

/** The items in lists of one name and at most so many. */
export const inNamedBatches = <Item>(
  items: readonly Item[],
  nameOf: (item: Item) => string,
  size: number,
): readonly (readonly Item[])[] => {
  const full: Item[][] = [];
  const open = new Map<string, Item[]>();
  for (const item of items) {
    const name = nameOf(item);
    const batch = open.get(name) ?? [];
    batch.push(item);
    open.set(name, batch);
    if (batch.length < size) continue;
    full.push(batch);
    open.delete(name);
  }
  return [...full, ...open.values()];
};
