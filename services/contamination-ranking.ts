import { createHash } from "node:crypto";
import { z } from "zod";
import {
  chooseRanked,
  comparePlaces,
  placeOf,
  type RankedSubject,
  type RankingPlace,
} from "../graph/contamination/rank-datasets.ts";
import type { ContaminationRanking, RankedDataset, RankingQuery } from "../schema/contamination-ranking.ts";
import { AppError } from "../schema/errors.ts";

export interface RankingDependencies {
  readonly subjects: () => Promise<readonly RankedSubject[]>;
  /** Nodes of the benchmarks that are asked for by id or name; fails with NOT_FOUND for one that is none. */
  readonly nodesOf: (names: readonly string[]) => Promise<ReadonlySet<string>>;
}

/** Ranks every dataset that has a flag, in memory: what takes time is the reading, which `subjects` keeps. */
export const createContaminationRanking =
  ({ subjects, nodesOf }: RankingDependencies) =>
  async (query: RankingQuery): Promise<ContaminationRanking> => {
    const { benchmark, level, order, limit, cursor } = query;
    const benchmarks = benchmark === undefined ? undefined : await nodesOf(benchmark);
    const after = cursor === undefined ? undefined : fromCursor(query, cursor);
    const chosen = chooseRanked(await subjects(), { ...query, benchmarks });
    const fitting = level === undefined ? chosen : chosen.filter((one) => level.includes(one.level));
    const places = fitting
      .map((dataset) => ({ dataset, place: placeOf(order, dataset) }))
      .sort((one, other) => comparePlaces(one.place, other.place));
    const start = after === undefined ? 0 : firstBehind(places, after);
    const shown = places.slice(start, start + limit);
    const last = shown.at(-1);
    const isLast = start + shown.length >= places.length;
    return {
      total: fitting.length,
      totals: countLevels(chosen),
      benchmarks: countBenchmarks(fitting),
      items: shown.map(({ dataset }) => dataset),
      ...(isLast || last === undefined ? {} : { nextCursor: toCursor(query, last.place) }),
    };
  };

const firstBehind = (places: readonly { readonly place: RankingPlace }[], after: RankingPlace): number => {
  const found = places.findIndex(({ place }) => comparePlaces(place, after) > 0);
  return found < 0 ? places.length : found;
};

const countLevels = (chosen: readonly RankedDataset[]): ContaminationRanking["totals"] => {
  const totals: ContaminationRanking["totals"] = {};
  for (const { level } of chosen) totals[level] = (totals[level] ?? 0) + 1;
  return totals;
};

const countBenchmarks = (datasets: readonly RankedDataset[]): ContaminationRanking["benchmarks"] => {
  const counts = new Map<RankedDataset["id"], number>();
  for (const { cells } of datasets) {
    for (const { benchmark } of cells) counts.set(benchmark, (counts.get(benchmark) ?? 0) + 1);
  }
  return [...counts]
    .map(([node, count]) => ({ node, datasets: count }))
    .sort((one, other) => other.datasets - one.datasets || (one.node < other.node ? -1 : 1));
};

const Cursor = z.object({
  figures: z.array(z.number()).max(10),
  id: z.string().max(400),
  search: z.string(),
});

/** A cursor belongs to one question, of which it carries a mark. */
const toCursor = (query: RankingQuery, place: RankingPlace): string =>
  Buffer.from(JSON.stringify({ ...place, search: markOf(query) })).toString("base64url");

const fromCursor = (query: RankingQuery, text: string): RankingPlace => {
  const cursor = Cursor.safeParse(parseJson(Buffer.from(text, "base64url").toString("utf8"))).data;
  if (cursor?.search === markOf(query)) return cursor;
  throw new AppError(
    cursor === undefined ? "this is no cursor" : "the cursor belongs to another ranking; begin without one",
    { code: "INPUT_INVALID" },
  );
};

const markOf = ({ cursor: _cursor, limit: _limit, ...query }: RankingQuery): string =>
  createHash("sha256").update(JSON.stringify(query)).digest("base64url").slice(0, 8);

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    // As little a cursor as JSON of another shape.
    return undefined;
  }
};
