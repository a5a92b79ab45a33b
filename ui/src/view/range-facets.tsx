import type { JSX } from "preact";
import { fromDayNumber, toDayNumber } from "../state/filters/lineage-columns.ts";
import type { FacetCounts } from "../state/filters/facet-counts.ts";
import { CONFIDENCE_TEXT, COUNT_TEXT, DAY_TEXT } from "../state/filters/range-text.ts";
import type { OpenRange } from "../state/filter-state.ts";
import { filtersWords } from "../words/filters-words.ts";
import { useApp } from "./app-context.ts";
import { RangeFacet } from "./range-facet.tsx";
import { useFilters } from "./use-filters.ts";

export interface RangeFacetsProps {
  readonly counts: FacetCounts;
}

const howOf = (continues: boolean): "push" | "replace" => (continues ? "replace" : "push");

export const ConfidenceFacet = ({ counts }: RangeFacetsProps): JSX.Element => {
  const { view, filter, reset } = useFilters();
  return (
    <RangeFacet
      title={filtersWords().facet.confidence}
      bins={counts.confidence}
      range={view.filters.confidence}
      step={0}
      text={CONFIDENCE_TEXT}
      onChange={(confidence, continues) => filter({ confidence }, howOf(continues))}
      onReset={reset("confidence")}
    />
  );
};

export const UsesFacet = ({ counts }: RangeFacetsProps): JSX.Element => {
  const { view, filter, reset } = useFilters();
  return (
    <RangeFacet
      title={filtersWords().facet.uses}
      bins={counts.uses}
      range={view.filters.uses}
      step={1}
      text={COUNT_TEXT}
      onChange={(uses, continues) => filter({ uses }, howOf(continues))}
      onReset={reset("uses")}
    />
  );
};

/** Creation by month, quarter or year, and below it what has no date: that stays unless it is turned off. */
export const CreatedFacet = ({ counts }: RangeFacetsProps): JSX.Element => {
  const { view, filter, reset } = useFilters();
  const { commands } = useApp();
  const { created, hidesUndated } = view.filters;
  const words = filtersWords();
  const { shown, all } = counts.undated;
  return (
    <RangeFacet
      title={words.facet.created}
      bins={counts.created}
      range={convert(created, toDayNumber)}
      step={1}
      text={DAY_TEXT}
      onChange={(range, continues) => filter({ created: convert(range, fromDayNumber) }, howOf(continues))}
      onReset={
        reset("created") === undefined && reset("undated") === undefined
          ? undefined
          : () => filter({ created: undefined, hidesUndated: false })
      }
    >
      {(all > 0 || hidesUndated) && (
        <div class="filter">
          <label>
            <input
              type="checkbox"
              checked={!hidesUndated}
              onChange={() => filter({ hidesUndated: !hidesUndated })}
            />
            <span class="filter-name">{words.undated}</span>
            <span class="filter-count tabular" title={words.countTitle(shown, all)}>
              {words.count(shown, all)}
            </span>
          </label>
        </div>
      )}
      {view.filters.asOf === undefined && (
        <button type="button" class="text-button" onClick={() => commands.run("replay", view)}>
          {words.time.open}
        </button>
      )}
    </RangeFacet>
  );
};

const convert = <From, To>(
  range: OpenRange<From> | undefined,
  to: (value: From) => To,
): OpenRange<To> | undefined =>
  range && [
    range[0] === undefined ? undefined : to(range[0]),
    range[1] === undefined ? undefined : to(range[1]),
  ];
