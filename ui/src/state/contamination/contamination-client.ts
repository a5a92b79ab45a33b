import type { BenchmarkReach, ContaminationReport } from "../../../../schema/contamination.ts";
import type { ContaminationRanking } from "../../../../schema/contamination-ranking.ts";
import type { DatasetId } from "../../../../schema/ids.ts";
import type { Withdrawal } from "../../../../schema/withdrawal.ts";
import { ask } from "../ask.ts";

export type ContaminationClient = ReturnType<typeof createContaminationClient>;

/** What the contamination page asks of the service. */
export const createContaminationClient = (send: typeof fetch) => ({
  benchmarks: async (signal: AbortSignal): Promise<readonly BenchmarkReach[]> => {
    const path = "/api/benchmarks";
    return (await ask<{ items: readonly BenchmarkReach[] }>(send, { path, signal })).items;
  },
  /** `query` as `toRankingQuery` writes it. */
  ranking: (query: string, signal: AbortSignal): Promise<ContaminationRanking> =>
    ask<ContaminationRanking>(send, { path: `/api/contamination/datasets?${query}`, signal }),
  report: (id: DatasetId, signal: AbortSignal): Promise<ContaminationReport> => {
    const path = `/api/datasets/${encodeURIComponent(id)}/contamination`;
    return ask<ContaminationReport>(send, { path, signal });
  },
  withdrawal: (id: DatasetId, signal: AbortSignal): Promise<Withdrawal> =>
    ask<Withdrawal>(send, { path: `/api/datasets/${encodeURIComponent(id)}/withdrawal`, signal }),
});
