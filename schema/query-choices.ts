import { DOMAINS } from "./vocabulary.ts";

/** What a question to the service may choose between. */

export const DIRECTIONS = ["upstream", "downstream", "both"] as const;
export type Direction = (typeof DIRECTIONS)[number];

/** shortest: the ways with the fewest steps; all: every way, by steps; strongest: by how likely all steps of a way are right. */
export const PATH_KINDS = ["shortest", "all", "strongest"] as const;
export type PathKind = (typeof PATH_KINDS)[number];

/** level: the worst first, then the nearest, then the surest. The others put their own figure before that. Equals go by id. */
export const RANKING_ORDERS = ["level", "distance", "confidence", "benchmarks", "name"] as const;
export type RankingOrder = (typeof RANKING_ORDERS)[number];

/** "unknown" is a dataset of which no domain is known. */
export const RANKING_DOMAINS = [...DOMAINS, "unknown"] as const;
export type RankingDomain = (typeof RANKING_DOMAINS)[number];
