import { NO_FILTERS } from "../filter-state.ts";
import type { ViewPatch } from "../navigation.ts";
import { DEFAULT_VIEW, type ViewState } from "../view-state.ts";

/** A filter that can be taken away by itself. */
export const ACTIVE_FILTERS = [
  "status",
  "rejectedOf",
  "relation",
  "kind",
  "domain",
  "licence",
  "level",
  "benchmark",
  "confidence",
  "created",
  "undated",
  "uses",
  "leftOut",
  "onlyChosen",
] as const;
export type ActiveFilter = (typeof ACTIVE_FILTERS)[number];

/** The filters of a view that differ from none, in the order of the panel. The replay's day is none: it moves by itself. */
export const activeFilters = (view: ViewState): readonly ActiveFilter[] =>
  ACTIVE_FILTERS.filter((filter) => isActive(filter, view));

/** The view without one filter. */
export const withoutFilter = (filter: ActiveFilter, { filters }: ViewState): ViewPatch => {
  const without = (...fields: readonly (keyof ViewState["filters"])[]): ViewPatch => ({
    filters: Object.assign(
      Object.fromEntries(Object.entries(filters).filter(([name]) => !fields.some((one) => one === name))),
      pick(NO_FILTERS, fields),
    ) as ViewState["filters"],
  });
  switch (filter) {
    case "status":
      return { statuses: DEFAULT_VIEW.statuses };
    case "rejectedOf":
      return { rejectedOf: undefined };
    case "relation":
      return { hiddenRelations: [] };
    case "kind":
      return { hiddenKinds: [] };
    case "domain":
      return without("hiddenDomains");
    case "licence":
      return without("hiddenLicences", "onlyLicences");
    case "level":
      return without("hiddenLevels");
    case "benchmark":
      return without("benchmarks");
    case "confidence":
      return without("confidence");
    case "created":
      return without("created");
    case "undated":
      return without("hidesUndated");
    case "uses":
      return without("uses");
    case "leftOut":
      return { hiddenDatasets: [] };
    case "onlyChosen":
      return { onlyDatasets: [] };
    default:
      return filter satisfies never;
  }
};

/** The view without any filter; a replay goes on. */
export const withoutFilters = ({ filters: { asOf } }: ViewState): ViewPatch => ({
  statuses: DEFAULT_VIEW.statuses,
  rejectedOf: undefined,
  hiddenRelations: [],
  hiddenKinds: [],
  hiddenDatasets: [],
  onlyDatasets: [],
  filters: { ...NO_FILTERS, ...(asOf !== undefined && { asOf }) },
});

const isActive = (filter: ActiveFilter, view: ViewState): boolean => {
  const { filters } = view;
  switch (filter) {
    case "status":
      return !sameSet(view.statuses, DEFAULT_VIEW.statuses);
    case "rejectedOf":
      return view.rejectedOf !== undefined;
    case "relation":
      return view.hiddenRelations.length > 0;
    case "kind":
      return view.hiddenKinds.length > 0;
    case "domain":
      return filters.hiddenDomains.length > 0;
    case "licence":
      return filters.hiddenLicences.length + filters.onlyLicences.length > 0;
    case "level":
      return filters.hiddenLevels.length > 0;
    case "benchmark":
      return filters.benchmarks.length > 0;
    case "confidence":
      return filters.confidence !== undefined;
    case "created":
      return filters.created !== undefined;
    case "undated":
      return filters.hidesUndated;
    case "uses":
      return filters.uses !== undefined;
    case "leftOut":
      return view.hiddenDatasets.length > 0;
    case "onlyChosen":
      return view.onlyDatasets.length > 0;
    default:
      return filter satisfies never;
  }
};

const sameSet = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((item) => other.includes(item));

const pick = (from: ViewState["filters"], fields: readonly (keyof ViewState["filters"])[]) =>
  Object.fromEntries(Object.entries(from).filter(([name]) => fields.some((one) => one === name)));
