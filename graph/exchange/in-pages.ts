import type { Row } from "../database.ts";

/** Ids in one statement. */
const PAGE = 1_000;

/** Asks for many ids a page at a time, and gives all rows. */
export const inPages = async (
  ids: readonly string[],
  ask: (page: readonly string[]) => Promise<readonly Row[]>,
): Promise<readonly Row[]> => {
  const pages: (readonly Row[])[] = [];
  for (let start = 0; start < ids.length; start += PAGE) {
    pages.push(await ask(ids.slice(start, start + PAGE)));
  }
  return pages.flat();
};
