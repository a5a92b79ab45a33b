import { z } from "zod";
import { BenchmarkReach, ContaminationReport } from "../../../../schema/contamination.ts";
import { ContaminationRanking } from "../../../../schema/contamination-ranking.ts";
import type { DatasetId } from "../../../../schema/ids.ts";
import { Withdrawal } from "../../../../schema/withdrawal.ts";
import { ask } from "../api-client.ts";

export type ContaminationClient = ReturnType<typeof createContaminationClient>;

/** What the contamination page asks of the service. */
export const createContaminationClient = (send: typeof fetch) => ({
  benchmarks: async (signal: AbortSignal): Promise<readonly BenchmarkReach[]> => {
    const schema = z.object({ items: z.array(BenchmarkReach) });
    return (await ask(send, { path: "/api/benchmarks", schema, signal })).items;
  },
  /** `query` as `toRankingQuery` writes it. */
  ranking: (query: string, signal: AbortSignal): Promise<ContaminationRanking> =>
    ask(send, { path: `/api/contamination/datasets?${query}`, schema: ContaminationRanking, signal }),
  report: (id: DatasetId, signal: AbortSignal): Promise<ContaminationReport> => {
    const path = `/api/datasets/${encodeURIComponent(id)}/contamination`;
    return ask(send, { path, schema: ContaminationReport, signal });
  },
  withdrawal: (id: DatasetId, signal: AbortSignal): Promise<Withdrawal> =>
    ask(send, { path: `/api/datasets/${encodeURIComponent(id)}/withdrawal`, schema: Withdrawal, signal }),
});
