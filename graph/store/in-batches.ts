import type { Row } from "../database.ts";

/** Items of one statement: larger ones gain nothing on either engine. */
const BATCH = 1_000;

/** Runs a statement for so many items at a time, in order, and gives all rows. */
export const inBatches = async <Item>(
  items: readonly Item[],
  run: (some: readonly Item[]) => Promise<readonly Row[]>,
): Promise<readonly Row[]> => {
  const rows: Row[] = [];
  for (let start = 0; start < items.length; start += BATCH) {
    rows.push(...(await run(items.slice(start, start + BATCH))));
  }
  return rows;
};
