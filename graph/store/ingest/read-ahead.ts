export interface ReadAhead<Item> {
  readonly head: readonly Item[];
  /** What comes after the head; absent when that was all. */
  readonly rest?: AsyncIterable<Item>;
}

/** Takes up to so many items into memory. Whoever does not read the rest to its end leaves the source open. */
export const readAhead = async <Item>(
  items: AsyncIterable<Item> | Iterable<Item>,
  limit: number,
): Promise<ReadAhead<Item>> => {
  const iterator = inTurn(items);
  const head: Item[] = [];
  while (head.length < limit) {
    const next = await iterator.next();
    if (next.done === true) return { head };
    head.push(next.value);
  }
  return { head, rest: iterator };
};

async function* inTurn<Item>(items: AsyncIterable<Item> | Iterable<Item>): AsyncGenerator<Item> {
  for await (const item of items) yield item;
}

export async function* chain<Item>(head: readonly Item[], rest: AsyncIterable<Item>): AsyncGenerator<Item> {
  yield* head;
  yield* rest;
}
