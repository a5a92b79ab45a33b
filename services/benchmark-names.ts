import type { BenchmarkList } from "../graph/contamination/create-benchmark-list.ts";
import type { Database } from "../graph/database.ts";
import { countFlags } from "../graph/store/contamination/contamination.ts";
import { AppError } from "../schema/errors.ts";

/** What people call benchmarks, however it is written. A name that means none fails with NOT_FOUND. */
export interface BenchmarkNames {
  /** The id on the list that a name means; undefined of undefined. */
  listed(text: string | undefined): Promise<string | undefined>;
  /** The nodes of this graph that flags against these benchmarks point to. */
  nodesOf(names: readonly string[]): Promise<ReadonlySet<string>>;
}

export const createBenchmarkNames = (database: Database, benchmarks: BenchmarkList): BenchmarkNames => {
  /** A graph may have been marked by a list that this process does not read: what it has counts as listed. */
  const listed = async (text: string | undefined): Promise<string | undefined> => {
    if (text === undefined) return undefined;
    const entry = benchmarks.find(text);
    if (entry !== undefined) return entry.id;
    const wanted = text.toLowerCase();
    const known = (await countFlags(database)).find(({ id, node }) =>
      [id, node].some((one) => one.toLowerCase() === wanted),
    );
    if (known !== undefined) return known.id;
    throw new AppError(
      `${text} is neither on the list of benchmarks nor one in this graph; a file of your own (STEMMA_BENCHMARKS) can add it`,
      { code: "NOT_FOUND", context: { benchmark: text } },
    );
  };
  return {
    listed,
    nodesOf: async (names) => {
      const ids = new Set(await Promise.all(names.map(listed)));
      const known = await countFlags(database);
      return new Set(known.filter(({ id }) => ids.has(id)).map(({ node }) => node));
    },
  };
};
