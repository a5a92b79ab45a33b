import type { Database } from "../../graph/database.ts";
import { createLineageStore } from "../../graph/store/lineage.ts";
import { readArcs } from "../../graph/store/read/read-arcs.ts";
import type { DatasetId } from "../../schema/ids.ts";
import type { LineageStatistics, StatisticsQuery } from "../../schema/statistics.ts";
import { lineageStatistics } from "../analysis/lineage-statistics.ts";
import { canonicalId } from "../canonical-id.ts";

/**
 * Figures of the graph as it is: nodes, edges, density, depths by domain, reuse, hubs and aggregators. Fails with NOT_FOUND for a
 * root that the graph does not know.
 */
export const readStatistics = async (
  database: Database,
  { status, domain, roots: asked, top }: StatisticsQuery,
): Promise<LineageStatistics> => {
  const roots = asked === undefined ? undefined : await canonicalIds(database, asked);
  const { arcs, domains } = await readArcs(database, status);
  return lineageStatistics({ arcs, domains, roots, domain, top });
};

const canonicalIds = async (database: Database, ids: readonly DatasetId[]): Promise<readonly DatasetId[]> => {
  const store = createLineageStore(database);
  const known: DatasetId[] = [];
  for (const id of ids) known.push(await canonicalId(store, id));
  return known;
};
