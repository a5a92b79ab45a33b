export interface Heap<Item> {
  push(item: Item): void;
  /** Takes the least item out; undefined when there is none. */
  pop(): Item | undefined;
}

/** A binary heap; `compare` is negative when the first item comes out first. */
export const createHeap = <Item>(compare: (one: Item, other: Item) => number): Heap<Item> => {
  const items: Item[] = [];
  const rise = (item: Item, from: number): void => {
    let at = from;
    while (at > 0) {
      const above = (at - 1) >> 1;
      const parent = items[above];
      if (parent === undefined || compare(item, parent) >= 0) break;
      items[at] = parent;
      at = above;
    }
    items[at] = item;
  };
  const sink = (item: Item): void => {
    let at = 0;
    for (;;) {
      const left = items[2 * at + 1];
      if (left === undefined) break;
      const right = items[2 * at + 2];
      const goesRight = right !== undefined && compare(right, left) < 0;
      const child = goesRight ? right : left;
      if (compare(child, item) >= 0) break;
      items[at] = child;
      at = 2 * at + (goesRight ? 2 : 1);
    }
    items[at] = item;
  };
  return {
    push: (item) => rise(item, items.length),
    pop: () => {
      const least = items[0];
      const last = items.pop();
      if (last !== undefined && items.length > 0) sink(last);
      return least;
    },
  };
};
