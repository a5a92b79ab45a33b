import type { ContaminationRanking, RankedDataset } from "../../../../schema/contamination-ranking.ts";

export interface ShownRanking {
  readonly total: number;
  readonly benchmarks: ContaminationRanking["benchmarks"];
  /** The rows that are loaded, of `total`. */
  readonly rows: readonly RankedDataset[];
}

/** The ranking as it is shown, in the service's own words: the list and the matrix are two looks of the same rows. */
export const toRankingJson = ({ total, benchmarks, rows }: ShownRanking): string =>
  `${JSON.stringify({ total, benchmarks, datasets: rows }, undefined, 2)}\n`;
