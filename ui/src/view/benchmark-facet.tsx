import type { JSX } from "preact";
import { isDatasetId } from "../../../schema/id-text.ts";
import type { CountOf } from "../state/filters/facet-counts.ts";
import { filtersWords } from "../words/filters-words.ts";
import { FilterFacet } from "./filter-facet.tsx";
import { FilterRow } from "./filter-row.tsx";
import { useFilters } from "./use-filters.ts";

export interface BenchmarkFacetProps {
  readonly counts: CountOf<string>;
}

/** Choose benchmarks to see nothing but what is marked with them and the ways to it; none chosen is no filter. */
export const BenchmarkFacet = ({ counts }: BenchmarkFacetProps): JSX.Element | null => {
  const { view, filter, reset } = useFilters();
  const chosen = view.filters.benchmarks;
  const missing = chosen.filter((id) => counts.every(({ value }) => value !== id));
  const rows = [...counts, ...missing.map((value) => ({ value, shown: 0, all: 0 }))];
  const most = Math.max(1, ...counts.map((count) => count.all));
  if (rows.length === 0) return null;
  return (
    <FilterFacet title={filtersWords().facet.benchmark} onReset={reset("benchmark")}>
      {rows.map(({ value, shown, all }) => {
        if (!isDatasetId(value)) return null;
        return (
          <FilterRow
            key={value}
            value={value}
            name={value}
            title={value}
            count={{ shown, all }}
            most={most}
            isOn={chosen.includes(value)}
            onToggle={() =>
              filter({
                benchmarks: chosen.includes(value)
                  ? chosen.filter((one) => one !== value)
                  : [...chosen, value],
              })
            }
            onOnly={() => filter({ benchmarks: [value] })}
          />
        );
      })}
    </FilterFacet>
  );
};
