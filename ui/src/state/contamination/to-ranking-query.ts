import { CONTAMINATION_LEVELS } from "../../../../schema/contamination-level.ts";
import { RANKING_DOMAINS } from "../../../../schema/query-choices.ts";
import type { ViewState } from "../view-state.ts";

/** Rows of one page. */
export const PAGE_ROWS = 200;

/** The query of the first page of what the view asks for; undefined when everything is hidden. */
export const toRankingQuery = ({
  benchmarks,
  filters,
  ranking,
}: Pick<ViewState, "benchmarks" | "filters" | "ranking">): string | undefined => {
  const levels = CONTAMINATION_LEVELS.filter((level) => !filters.hiddenLevels.includes(level));
  const domains = RANKING_DOMAINS.filter((domain) => !filters.hiddenDomains.includes(domain));
  if (levels.length === 0 || domains.length === 0) return undefined;
  const query = new URLSearchParams({ order: ranking.order, limit: String(PAGE_ROWS) });
  for (const id of benchmarks) query.append("benchmark", id);
  if (levels.length < CONTAMINATION_LEVELS.length) query.set("level", levels.join(","));
  if (domains.length < RANKING_DOMAINS.length) query.set("domain", domains.join(","));
  if (ranking.tracedOnly) query.set("state", "traced");
  return query.toString();
};
