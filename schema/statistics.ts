import { z } from "zod";
import { DatasetId } from "./ids.ts";
import { DOMAINS, STATUSES } from "./vocabulary.ts";

export const StatisticsQuery = z.object({
  /** Only what lies above the datasets of this domain counts. */
  domain: z.enum(DOMAINS).optional(),
  /** Comma-separated ids: only these and what lies above them counts. */
  roots: z
    .string()
    .max(20_000)
    .transform((text) => text.split(",").map((id) => id.trim()))
    .pipe(z.array(DatasetId).max(500))
    .optional(),
  /** Comma-separated statuses of the edges that count. */
  status: z
    .string()
    .default("accepted")
    .transform((text) => text.split(","))
    .pipe(z.array(z.enum(STATUSES)).min(1)),
  /** Entries of each list, 1 to 100. */
  top: z.coerce.number().int().min(1).max(100).default(10),
});
export type StatisticsQuery = z.output<typeof StatisticsQuery>;

const Ranked = z.object({ id: DatasetId, value: z.int().min(0) });

/** Figures of a lineage graph; docs/statistics.md defines each. */
export const GraphFigures = z.object({
  /** Datasets that are an end of a counted edge. */
  nodes: z.int().min(0),
  edges: z.int().min(0),
  /** edges / (nodes * (nodes - 1)); 0 below two nodes. */
  density: z.number().min(0),
  /** Datasets that no other was built from. */
  roots: z.int().min(0),
  /** Datasets without a source. */
  leaves: z.int().min(0),
  /** Longest chain of sources above a dataset, in edges: the mean over those that have a source, and the longest. */
  averageDepth: z.number().min(0),
  maximumDepth: z.int().min(0),
});
export type GraphFigures = z.infer<typeof GraphFigures>;

/** The part of the graph above the datasets of one domain; depths are those of its own datasets alone. */
export const DomainFigures = GraphFigures.extend({ domain: z.enum(DOMAINS), datasets: z.int().min(0) });
export type DomainFigures = z.infer<typeof DomainFigures>;

export const LineageStatistics = z
  .object({
    all: GraphFigures,
    domains: z.array(DomainFigures),
    /** By how many datasets were directly built from it. */
    hubs: z.array(Ranked),
    /** By how many datasets were built from it at any distance. */
    reach: z.array(Ranked),
    /** By how many datasets it was built from at any distance. */
    ancestorSets: z.array(Ranked),
    /** By how many direct sources: those with more than the mean and three standard deviations. */
    superAggregators: z.array(Ranked),
    /** How many datasets have how many direct uses, from 0 upwards. */
    reuse: z.array(z.object({ uses: z.int().min(0), datasets: z.int().min(1) })),
  })
  .meta({ id: "LineageStatistics" });
export type LineageStatistics = z.infer<typeof LineageStatistics>;
