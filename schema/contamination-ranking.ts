import { z } from "zod";
import { RANKING_DOMAINS, RANKING_ORDERS } from "./query-choices.ts";
import { CONTAMINATION_LEVELS, GROUNDS } from "./contamination-level.ts";
import { DatasetId } from "./ids.ts";
import { DOMAINS, NODE_STATES, SPLITS } from "./vocabulary.ts";

const words = <Word extends string>(choices: readonly Word[]) =>
  z
    .string()
    .transform((text) => text.split(","))
    .pipe(z.array(z.enum(choices)).min(1));

const BenchmarkName = z.string().min(1).max(200);

/** Which datasets are ranked. */
export const RankingQuery = z.object({
  /** Ids or names of benchmarks of the list, however they are written; repeated for several, all by default. */
  benchmark: z
    .union([BenchmarkName, z.array(BenchmarkName).max(300)])
    .transform((given) => [given].flat())
    .optional(),
  /** Comma-separated: a dataset's level is the worst of those against the chosen benchmarks. */
  level: words(CONTAMINATION_LEVELS).optional(),
  /** Comma-separated domains of the dataset, or "unknown". */
  domain: words(RANKING_DOMAINS).optional(),
  /** traced: only datasets whose documents were read. */
  state: z.enum(["traced", "any"]).default("any"),
  /** Part of an id. */
  q: z.string().max(200).default(""),
  order: z.enum(RANKING_ORDERS).default("level"),
  limit: z.coerce.number().int().min(1).max(500).default(100),
  /** `nextCursor` of the page before; everything else stays the same. */
  cursor: z.string().max(1_000).optional(),
});
export type RankingQuery = z.output<typeof RankingQuery>;

const level = z.enum(CONTAMINATION_LEVELS);
const ways = {
  /** Steps of the shortest way. */
  distance: z.int().min(1),
  /** Product of the confidences along the strongest way, 0 to 1. */
  confidence: z.number().min(0).max(1),
};

/** How one dataset stands to one benchmark; of a cleared flag beside a possible one it is the possible one. */
export const RankedCell = z
  .object({
    benchmark: DatasetId,
    level,
    ...ways,
    ground: z.enum(GROUNDS),
    split: z.enum(SPLITS).optional(),
  })
  .meta({ id: "RankedCell" });
export type RankedCell = z.infer<typeof RankedCell>;

export const RankedDataset = z
  .object({
    id: DatasetId,
    state: z.enum(NODE_STATES),
    domains: z.array(z.enum(DOMAINS)),
    /** The worst level, with the shortest way and the surest of its cells. */
    level,
    ...ways,
    /** Against the chosen benchmarks, the worst first. */
    cells: z.array(RankedCell).min(1),
  })
  .meta({ id: "RankedDataset" });
export type RankedDataset = z.infer<typeof RankedDataset>;

export const ContaminationRanking = z
  .object({
    /** Datasets that fit the query, levels included. */
    total: z.int().min(0),
    /** Datasets by their level, before `level` is asked for. */
    totals: z.partialRecord(level, z.int().min(1)),
    /** The chosen benchmarks that occur among those, with how many datasets have a flag against them, most first. */
    benchmarks: z.array(z.object({ node: DatasetId, datasets: z.int().min(1) })),
    items: z.array(RankedDataset),
    nextCursor: z.string().optional(),
  })
  .meta({ id: "ContaminationRanking" });
export type ContaminationRanking = z.infer<typeof ContaminationRanking>;
