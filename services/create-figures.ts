import type { Database } from "../graph/database.ts";
import { countGraph } from "../graph/store/read/graph-counts.ts";
import type { MetricSources } from "./http/metrics.ts";
import type { ObservedEngine } from "./observe-database.ts";
import type { TracingService } from "./tracing.ts";

/** Where the metrics of a service find their figures. */
export const createFigures = (
  database: Database & ObservedEngine,
  tracing: Pick<TracingService, "countRunning">,
): MetricSources => ({
  watchEngine: database.watch,
  engineLoad: database.load,
  engineRestarts: () => database.restarts?.() ?? 0,
  countGraph: () => countGraph(database),
  countRunningTraces: tracing.countRunning,
});
