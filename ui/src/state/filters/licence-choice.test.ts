import { describe, expect, it } from "vitest";
import { isLicenceShown, listLicences, onlyLicence, toggleLicence } from "./licence-choice.ts";

const none = { hiddenLicences: [], onlyLicences: [] };
const search = { text: "", showsAll: false, nameOf: (licence: string) => licence || "unknown" };
const counts = Array.from({ length: 11 }, (_, index) => ({
  value: index === 0 ? "" : `licence-${index}`,
  shown: 1,
  all: 20 - index,
}));

describe("choosing licences", () => {
  it("hides one, and takes it back", () => {
    const hidden = toggleLicence("mit", none);

    expect(isLicenceShown("mit", hidden)).toBe(false);
    expect(isLicenceShown("apache-2.0", hidden)).toBe(true);
    expect(toggleLicence("mit", hidden)).toEqual(none);
  });

  it("wants one alone, adds another, and wants all again after the last", () => {
    const two = toggleLicence("", onlyLicence("mit"));

    expect(isLicenceShown("", two)).toBe(true);
    expect(isLicenceShown("gpl", two)).toBe(false);
    expect(toggleLicence("mit", onlyLicence("mit"))).toEqual(none);
  });
});

describe("the list of licences", () => {
  it("has the eight most frequent first, and says how many more there are", () => {
    const { rows, others } = listLicences(counts, none, search);

    expect(rows.map(({ value }) => value)).toEqual(counts.slice(0, 8).map(({ value }) => value));
    expect(others).toBe(3);
  });

  it("keeps in sight what the filter names, also what the lineage no longer has", () => {
    const { rows } = listLicences(counts, { ...none, hiddenLicences: ["licence-10", "gone"] }, search);

    expect(rows.slice(8)).toEqual([counts[10], { value: "gone", shown: 0, all: 0 }]);
  });

  it("finds by a part of the name, the unknown one too", () => {
    expect(listLicences(counts, none, { ...search, text: "KNOWN" }).rows).toEqual([counts[0]]);
    expect(listLicences(counts, none, { ...search, text: "-1" }).rows).toHaveLength(2);
  });
});
