import { DOMAINS } from "../../../../schema/vocabulary.ts";
import type { ViewState } from "../view-state.ts";
import type { DatasetRow, GraphRow, GroupRow } from "./graph-rows.ts";

export type GraphFilters = Pick<ViewState, "filters" | "hiddenKinds">;

/** Whether the address's filters show a mark. A group is hidden by its domain, or when all of its datasets are hidden by their level. */
export const isShown = (row: GraphRow, view: GraphFilters): boolean =>
  row.row === "group" ? isGroupShown(row, view) : isDatasetShown(row, view);

const isGroupShown = ({ group }: GroupRow, { filters }: GraphFilters): boolean => {
  const hiddenDomains: readonly string[] = filters.hiddenDomains;
  if (group.kind === "domain" && hiddenDomains.includes(group.name)) return false;
  // Of several domains: as long as one of them can be seen.
  if (group.name === "mixed" && DOMAINS.every((domain) => hiddenDomains.includes(domain))) return false;
  return Object.keys(group.levels).some(
    (level) => !(filters.hiddenLevels as readonly string[]).includes(level),
  );
};

const isDatasetShown = (row: DatasetRow, { filters, hiddenKinds }: GraphFilters): boolean => {
  if (hiddenKinds.includes(row.kind)) return false;
  if (filters.hiddenLevels.includes(row.level)) return false;
  const domains = row.domains.length === 0 ? (["unknown"] as const) : row.domains;
  return domains.some((domain) => !filters.hiddenDomains.includes(domain));
};
