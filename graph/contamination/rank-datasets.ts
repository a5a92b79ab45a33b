import { CONTAMINATION_LEVELS, type ContaminationLevel } from "../../schema/contamination-level.ts";
import type { RankingOrder } from "../../schema/query-choices.ts";
import type { RankedCell, RankedDataset, RankingQuery } from "../../schema/contamination-ranking.ts";

/** A dataset with all its cells, against whatever benchmark. */
export type RankedSubject = Pick<RankedDataset, "id" | "state" | "domains" | "cells">;

export interface RankingFilter extends Pick<RankingQuery, "domain" | "state" | "q"> {
  /** Nodes of the chosen benchmarks; absent: all. */
  readonly benchmarks?: ReadonlySet<string> | undefined;
}

/** The datasets that have a cell against a chosen benchmark, with those cells alone, in no order. */
export const chooseRanked = (
  subjects: readonly RankedSubject[],
  { benchmarks, domain, state, q }: RankingFilter,
): readonly RankedDataset[] => {
  const part = q.toLowerCase();
  const fits = ({ id, domains, state: known }: RankedSubject): boolean =>
    (state === "any" || known === state) &&
    (part === "" || id.toLowerCase().includes(part)) &&
    (domain === undefined ||
      (domains.length === 0 ? domain.includes("unknown") : domains.some((one) => domain.includes(one))));
  return subjects.filter(fits).flatMap((subject) => {
    const cells =
      benchmarks === undefined
        ? subject.cells
        : subject.cells.filter((cell) => benchmarks.has(cell.benchmark));
    return toRanked(subject, cells);
  });
};

const toRanked = (subject: RankedSubject, cells: readonly RankedCell[]): readonly RankedDataset[] => {
  const sorted = cells.toSorted(byWorst);
  const [worst] = sorted;
  if (worst === undefined) return [];
  const ofLevel = sorted.filter(({ level }) => level === worst.level);
  return [
    {
      ...subject,
      level: worst.level,
      distance: Math.min(...ofLevel.map(({ distance }) => distance)),
      confidence: Math.max(...ofLevel.map(({ confidence }) => confidence)),
      cells: sorted,
    },
  ];
};

export const rankOf = (level: ContaminationLevel): number => CONTAMINATION_LEVELS.indexOf(level);

const byWorst = (one: RankedCell, other: RankedCell): number =>
  rankOf(one.level) - rankOf(other.level) ||
  one.distance - other.distance ||
  other.confidence - one.confidence ||
  (one.benchmark < other.benchmark ? -1 : 1);

/** Where a dataset stands in an order: compared figure by figure, then by id. */
export interface RankingPlace {
  readonly figures: readonly number[];
  readonly id: string;
}

export const placeOf = (order: RankingOrder, dataset: RankedDataset): RankingPlace => {
  const level = rankOf(dataset.level);
  const { distance, confidence, cells, id } = dataset;
  const usual = [level, distance, -confidence];
  switch (order) {
    case "level":
      return { figures: usual, id };
    case "distance":
      return { figures: [distance, ...usual], id };
    case "confidence":
      return { figures: [-confidence, ...usual], id };
    case "benchmarks":
      return { figures: [-cells.length, ...usual], id };
    case "name":
      return { figures: [], id };
  }
};

export const comparePlaces = (one: RankingPlace, other: RankingPlace): number => {
  for (const [at, figure] of one.figures.entries()) {
    const difference = figure - (other.figures[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return one.id < other.id ? -1 : one.id > other.id ? 1 : 0;
};
