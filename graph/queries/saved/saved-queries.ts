import type { SavedQuery } from "../../../schema/cypher.ts";
import { ancestorGraph } from "./ancestor-graph.ts";
import { commonAncestors } from "./common-ancestors.ts";
import { contaminationOfDataset } from "./contamination-of-dataset.ts";
import { depthPerDomain } from "./depth-per-domain.ts";
import { edgesByWeakestEvidence } from "./edges-by-weakest-evidence.ts";
import { hubs } from "./hubs.ts";
import { leakPaths } from "./leak-paths.ts";
import { learnedByModel } from "./learned-by-model.ts";
import { learnedFromDataset } from "./learned-from-dataset.ts";
import { learnedFromModel } from "./learned-from-model.ts";
import { licenceConflicts } from "./licence-conflicts.ts";
import { lineageStatistics } from "./lineage-statistics.ts";
import { reachOfBenchmark } from "./reach-of-benchmark.ts";
import { relations } from "./relations.ts";
import { superAggregators } from "./super-aggregators.ts";
import { unresolvedNames } from "./unresolved-names.ts";

/** The library, in the order in which it is listed. */
export const SAVED_QUERIES: readonly SavedQuery[] = [
  contaminationOfDataset,
  reachOfBenchmark,
  leakPaths,
  commonAncestors,
  ancestorGraph,
  hubs,
  superAggregators,
  depthPerDomain,
  licenceConflicts,
  learnedFromDataset,
  learnedFromModel,
  learnedByModel,
  edgesByWeakestEvidence,
  unresolvedNames,
  relations,
  lineageStatistics,
];
