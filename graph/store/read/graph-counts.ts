import type { Database } from "../../database.ts";
import { GRAPH_COUNTS } from "../../queries/graph-counts.ts";
import { toNumber } from "../../rows.ts";

/** How much there is: datasets and documents, accepted and flagged derivations. */
export type GraphCounts = Readonly<Record<keyof typeof GRAPH_COUNTS, number>>;

export const countGraph = async (database: Pick<Database, "read">): Promise<GraphCounts> => {
  const count = async (name: keyof GraphCounts): Promise<number> =>
    toNumber((await database.read(GRAPH_COUNTS[name]))[0]?.["count"]);
  const [datasets, documents, accepted, flagged] = await Promise.all([
    count("datasets"),
    count("documents"),
    count("accepted"),
    count("flagged"),
  ]);
  return { datasets, documents, accepted, flagged };
};
