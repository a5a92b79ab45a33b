import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cohenKappa } from "./cohen-kappa.ts";
import { krippendorffAlpha } from "./krippendorff-alpha.ts";

/** What each rater said of each unit, in order; a dot for nothing. */
const unitsOf = (...raters: readonly string[]): readonly (readonly string[])[] =>
  [...(raters[0] ?? "")].map((_, unit) =>
    raters.flatMap((rater) => (rater[unit] === "." ? [] : [rater[unit] ?? ""])),
  );
const label = fc.constantFrom("a", "b", "c");
const someUnits = fc.array(fc.array(label, { maxLength: 4 }), { maxLength: 30 });

describe("krippendorffAlpha", () => {
  // Krippendorff, Computing Krippendorff's Alpha-Reliability (2011): sections A, B and C.
  it("is .095 for the published two observers of ten units with two values", () => {
    expect(krippendorffAlpha(unitsOf("0100000010", "1110010000"))).toMatchObject({
      value: expect.closeTo(2 / 21, 10),
    });
  });

  it("is .692 for the published two observers of twelve units with five values", () => {
    expect(krippendorffAlpha(unitsOf("aabbdcccedda", "babbbccceddd"))).toMatchObject({
      value: expect.closeTo(155 / 224, 10),
    });
  });

  it("is .743 for the published four observers of twelve units with values missing", () => {
    expect(
      krippendorffAlpha(unitsOf("123321412...", "1233224125.3", ".3332342251.", "12332441251.")),
    ).toMatchObject({ value: expect.closeTo(113 / 152, 10) });
  });

  it("is 1 with no width when all agree on more than one category", () => {
    expect(krippendorffAlpha(unitsOf("aabbcc", "aabbcc"))).toEqual({
      kind: "value",
      value: 1,
      low: 1,
      high: 1,
    });
  });

  it("is undefined without two labels of one unit, and when only one category was used", () => {
    expect(krippendorffAlpha([])).toEqual({ kind: "undefined", reason: "nothing" });
    expect(krippendorffAlpha([["a"], ["b"], []])).toEqual({ kind: "undefined", reason: "nothing" });
    expect(krippendorffAlpha(unitsOf("aaa", "aaa"))).toEqual({ kind: "undefined", reason: "one-category" });
  });

  it("has the same interval every time, around its value", () => {
    const units = unitsOf("aabbdcccedda".repeat(4), "babbbccceddd".repeat(4));
    const alpha = krippendorffAlpha(units);

    expect(krippendorffAlpha(units)).toEqual(alpha);
    expect(alpha).toMatchObject({ low: expect.closeTo(0.51, 1), high: expect.closeTo(0.84, 1) });
  });

  it("does not depend on the order of units or raters, nor on units that one person alone labelled", () => {
    fc.assert(
      fc.property(someUnits, (units) => {
        const alpha = krippendorffAlpha(units);
        const other = krippendorffAlpha([
          ...units.map((labels) => labels.toReversed()).toReversed(),
          ["a"],
          [],
        ]);

        expect(other.kind).toBe(alpha.kind);
        if (alpha.kind === "value" && other.kind === "value") {
          expect(other.value).toBeCloseTo(alpha.value, 10);
          expect(alpha.value).toBeLessThanOrEqual(1);
        }
      }),
      { numRuns: 50 },
    );
  });

  it("comes close to Cohen's kappa for two raters of many units alike", () => {
    const [one, other] = ["aabbbababbaaab".repeat(40), "aabbbbbabbaaaa".repeat(40)];
    const pairs = [...one].map((first, unit) => [first, other[unit] ?? ""] as const);

    const [kappa, alpha] = [cohenKappa(pairs), krippendorffAlpha(pairs)];

    expect(alpha).toMatchObject({ kind: "value" });
    if (kappa.kind === "value" && alpha.kind === "value") expect(alpha.value).toBeCloseTo(kappa.value, 2);
  });
});
