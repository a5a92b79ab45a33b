import type { FilterState } from "../filter-state.ts";
import type { CountOf } from "./facet-counts.ts";

type LicenceFilter = Pick<FilterState, "hiddenLicences" | "onlyLicences">;

export const isLicenceShown = (licence: string, { hiddenLicences, onlyLicences }: LicenceFilter): boolean =>
  onlyLicences.length > 0 ? onlyLicences.includes(licence) : !hiddenLicences.includes(licence);

/** With one licence turned on or off. The last one that was wanted alone gives way to all. */
export const toggleLicence = (licence: string, filter: LicenceFilter): LicenceFilter => {
  const toggled = (list: readonly string[]): readonly string[] =>
    list.includes(licence) ? list.filter((one) => one !== licence) : [...list, licence];
  return filter.onlyLicences.length > 0
    ? { hiddenLicences: [], onlyLicences: toggled(filter.onlyLicences) }
    : { hiddenLicences: toggled(filter.hiddenLicences), onlyLicences: [] };
};

export const onlyLicence = (licence: string): LicenceFilter => ({
  hiddenLicences: [],
  onlyLicences: [licence],
});

export interface LicenceList {
  readonly rows: CountOf<string>;
  /** How many there are beside these. */
  readonly others: number;
}

const MOST_FREQUENT = 8;

/**
 * The most frequent licences, and beyond them those that the filter names: what hides something is never out of sight. With a
 * text, all that contain it; `nameOf` says what they are called.
 */
export const listLicences = (
  counts: CountOf<string>,
  filter: LicenceFilter,
  { text, showsAll, nameOf }: LicenceSearch,
): LicenceList => {
  const wanted = text.trim().toLowerCase();
  if (wanted !== "") {
    return { rows: counts.filter(({ value }) => nameOf(value).toLowerCase().includes(wanted)), others: 0 };
  }
  const named = new Set([...filter.hiddenLicences, ...filter.onlyLicences]);
  const missing = [...named].filter((licence) => counts.every(({ value }) => value !== licence));
  const all = [...counts, ...missing.map((value) => ({ value, shown: 0, all: 0 }))];
  const rows = all.filter(({ value }, index) => showsAll || index < MOST_FREQUENT || named.has(value));
  return { rows, others: all.length - rows.length };
};

export interface LicenceSearch {
  readonly text: string;
  readonly showsAll: boolean;
  readonly nameOf: (licence: string) => string;
}
