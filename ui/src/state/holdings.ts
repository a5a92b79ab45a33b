import { CONTAMINATED_LEVELS } from "../../../schema/contamination-level.ts";
import type { GraphOverview } from "../../../schema/graph-overview.ts";

/** How much a graph holds. */
export interface Holdings {
  readonly datasets: number;
  /** Accepted and flagged. */
  readonly derivations: number;
  readonly benchmarks: number;
  /** Datasets that can have seen held-out items, by what is accepted today. */
  readonly flagged: number;
}

export const toHoldings = ({ total, groups }: GraphOverview): Holdings => ({
  datasets: total.datasets,
  derivations: total.edges,
  benchmarks: groups.reduce((sum, group) => sum + group.benchmarks, 0),
  flagged: groups
    .flatMap(({ levels }) => CONTAMINATED_LEVELS.map((level) => levels[level] ?? 0))
    .reduce((sum, count) => sum + count, 0),
});
