import type { Database } from "../../graph/database.ts";
import { readArcs } from "../../graph/store/read/read-arcs.ts";
import type { LineageStatistics, StatisticsQuery } from "../../schema/statistics.ts";
import { lineageStatistics } from "../analysis/lineage-statistics.ts";

/** Figures of the graph as it is: nodes, edges, density, depths by domain, reuse, hubs and aggregators. */
export const readStatistics = async (
  database: Database,
  { status, domain, roots, top }: StatisticsQuery,
): Promise<LineageStatistics> => {
  const { arcs, domains } = await readArcs(database, status);
  return lineageStatistics({ arcs, domains, roots, domain, top });
};
