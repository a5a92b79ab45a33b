import type { OpenRange } from "../state/filter-state.ts";
import type { ActiveFilter } from "../state/filters/active-filters.ts";
import { toDayNumber } from "../state/filters/lineage-columns.ts";
import { CONFIDENCE_TEXT, COUNT_TEXT, DAY_TEXT, type RangeText } from "../state/filters/range-text.ts";
import type { ViewState } from "../state/view-state.ts";
import { vocabularyWords } from "../words/vocabulary-words.ts";
import { filtersWords } from "../words/filters-words.ts";

/** An active filter in words: "Domain: without code, unknown". */
export const filterText = (filter: ActiveFilter, view: ViewState): string => {
  const { filters } = view;
  const { facet, chip, ...words } = filtersWords();
  switch (filter) {
    case "status":
      return chip.also(
        facet.status,
        view.statuses.map((status) => vocabularyWords().statusName[status]),
      );
    case "rejectedOf":
      return chip.rejectedOf(view.rejectedOf ?? "");
    case "relation":
      return chip.without(
        facet.relation,
        view.hiddenRelations.map((one) => vocabularyWords().relationName[one]),
      );
    case "kind":
      return chip.without(
        facet.kind,
        view.hiddenKinds.map((one) => words.kind[one]),
      );
    case "domain":
      return chip.without(
        facet.domain,
        filters.hiddenDomains.map((one) => vocabularyWords().domain[one]),
      );
    case "licence":
      return licenceText(filters);
    case "level":
      return chip.without(
        facet.level,
        filters.hiddenLevels.map((one) => vocabularyWords().levelName[one]),
      );
    case "benchmark":
      return chip.marked(filters.benchmarks);
    case "confidence":
      return chip.range(facet.confidence, rangeText(filters.confidence, CONFIDENCE_TEXT));
    case "created":
      return chip.range(facet.created, rangeText(toDays(filters.created), DAY_TEXT));
    case "undated":
      return chip.undated;
    case "uses":
      return chip.range(facet.uses, rangeText(filters.uses, COUNT_TEXT));
    case "leftOut":
      return chip.leftOut(view.hiddenDatasets.length);
    case "onlyChosen":
      return chip.onlyChosen(view.onlyDatasets.length);
    default:
      return filter satisfies never;
  }
};

const licenceText = ({ hiddenLicences, onlyLicences }: ViewState["filters"]): string => {
  const { facet, chip, unknown } = filtersWords();
  const named = (licences: readonly string[]) => licences.map((licence) => licence || unknown);
  return onlyLicences.length > 0
    ? chip.only(facet.licence, named(onlyLicences))
    : chip.without(facet.licence, named(hiddenLicences));
};

const toDays = (range: OpenRange<string> | undefined): OpenRange<number> => [
  range?.[0] === undefined ? undefined : toDayNumber(range[0]),
  range?.[1] === undefined ? undefined : toDayNumber(range[1]),
];

const rangeText = (range: OpenRange<number> | undefined, text: RangeText): string => {
  const words = filtersWords();
  const [lowest, highest] = range ?? [];
  if (lowest === undefined) return highest === undefined ? words.any : words.atMost(text.write(highest));
  return highest === undefined
    ? words.atLeast(text.write(lowest))
    : words.range(text.write(lowest), text.write(highest));
};
