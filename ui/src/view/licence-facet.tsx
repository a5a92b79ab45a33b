import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { isLicenceShown, listLicences, onlyLicence, toggleLicence } from "../state/filters/licence-choice.ts";
import type { CountOf } from "../state/filters/facet-counts.ts";
import { filtersWords } from "../words/filters-words.ts";
import { FilterFacet } from "./filter-facet.tsx";
import { FilterRow } from "./filter-row.tsx";
import { useFilters } from "./use-filters.ts";

export interface LicenceFacetProps {
  readonly counts: CountOf<string>;
}

/** The eight most frequent licences, the others on demand or by a part of their name. */
export const LicenceFacet = ({ counts }: LicenceFacetProps): JSX.Element => {
  const { view, filter, reset } = useFilters();
  const text = useSignal("");
  const showsAll = useSignal(false);
  const words = filtersWords();
  const nameOf = (licence: string): string => licence || words.unknown;
  const search = { text: text.value, showsAll: showsAll.value, nameOf };
  const { rows, others } = listLicences(counts, view.filters, search);
  const most = Math.max(1, ...counts.map((count) => count.all));
  const isLong = counts.length > rows.length || showsAll.value || text.value !== "";
  return (
    <FilterFacet title={words.facet.licence} onReset={reset("licence")}>
      {isLong && (
        <input
          type="search"
          class="filter-search"
          aria-label={words.searchLicences}
          placeholder={words.searchLicences}
          value={text.value}
          onInput={({ currentTarget }) => (text.value = currentTarget.value)}
        />
      )}
      {rows.map(({ value, shown, all }) => (
        <FilterRow
          key={value}
          value={value}
          name={nameOf(value)}
          count={{ shown, all }}
          most={most}
          isOn={isLicenceShown(value, view.filters)}
          onToggle={() => filter(toggleLicence(value, view.filters))}
          onOnly={() => filter(onlyLicence(value))}
        />
      ))}
      {rows.length === 0 && <p class="filter-note">{words.noLicence(text.value)}</p>}
      {text.value === "" && (others > 0 || showsAll.value) && (
        <button type="button" class="text-button" onClick={() => (showsAll.value = !showsAll.value)}>
          {showsAll.value ? words.fewerLicences : words.moreLicences(others)}
        </button>
      )}
    </FilterFacet>
  );
};
