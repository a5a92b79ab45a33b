import type { LineageAudit } from "../schema/audit.ts";
import type { LineageStatistics, StatisticsQuery } from "../schema/statistics.ts";
import type { RemovalReport } from "../graph/store/published/remove-publication.ts";
import type { SeedDependencies, SeedPart, SeedReport, SeedRequest } from "./use-cases/seed.ts";

/** Published lineages in the graph, and what the whole of it looks like. */
export interface PublishedLineages {
  seed(request: SeedRequest): Promise<readonly SeedReport[]>;
  removeSeed(parts: readonly SeedPart[]): Promise<readonly (RemovalReport & { readonly part: SeedPart })[]>;
  /** What the graph's own facts say against the lineages that others published. */
  audit(): Promise<LineageAudit>;
  statistics(query: StatisticsQuery): Promise<LineageStatistics>;
}

/** Nothing of it is loaded before it is asked for: most commands do without. */
export const createPublishedLineages = (dependencies: SeedDependencies): PublishedLineages => ({
  seed: async (request) => (await import("./use-cases/seed.ts")).loadSeed(dependencies, request),
  removeSeed: async (parts) => (await import("./use-cases/seed.ts")).removeSeed(dependencies, { parts }),
  audit: async () => (await import("./use-cases/audit.ts")).auditLineage(dependencies.database),
  statistics: async (query) =>
    (await import("./use-cases/statistics.ts")).readStatistics(dependencies.database, query),
});
