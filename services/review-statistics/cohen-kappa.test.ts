import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cohenKappa, type RatedPair } from "./cohen-kappa.ts";

/** One pair for each count of a table whose rows are the first rater's categories. */
const pairsOf = (table: readonly (readonly number[])[]): readonly RatedPair[] =>
  table.flatMap((row, one) =>
    row.flatMap((count, other) => Array.from({ length: count }, (): RatedPair => [`${one}`, `${other}`])),
  );
const label = fc.constantFrom("a", "b", "c");
const somePairs = fc.array(fc.tuple(label, label), { minLength: 1, maxLength: 60 });

describe("cohenKappa", () => {
  // Fleiss, Cohen and Everitt (1969), table 1: 3 by 3, kappa .429; Fleiss, Statistical Methods for Rates and Proportions, 2nd ed. (1981),
  // table 13.1: .676 with standard error .088; the two tables with equal agreement of Wikipedia's article on Cohen's kappa: .1304, .2593.
  it.each([
    {
      table: [
        [53, 5, 2],
        [11, 14, 5],
        [1, 6, 3],
      ],
      kappa: 0.4286,
      low: 0.2797,
      high: 0.5774,
    },
    {
      table: [
        [75, 1, 4],
        [5, 4, 1],
        [0, 0, 10],
      ],
      kappa: 0.6765,
      low: 0.5046,
      high: 0.8484,
    },
    {
      table: [
        [45, 15],
        [25, 15],
      ],
      kappa: 0.1304,
      low: -0.0629,
      high: 0.3238,
    },
    {
      table: [
        [25, 35],
        [5, 35],
      ],
      kappa: 0.2593,
      low: 0.108,
      high: 0.4105,
    },
    {
      table: [
        [20, 5],
        [10, 15],
      ],
      kappa: 0.4,
      low: 0.1511,
      high: 0.6489,
    },
  ])("is $kappa for the published table $table", ({ table, kappa, low, high }) => {
    const found = cohenKappa(pairsOf(table));

    expect(found).toMatchObject({
      kind: "value",
      value: expect.closeTo(kappa, 4),
      low: expect.closeTo(low, 4),
      high: expect.closeTo(high, 4),
    });
  });

  it("is 1 with no width for people who always agree on two categories, and -1 for those who never do", () => {
    expect(
      cohenKappa(
        pairsOf([
          [10, 0],
          [0, 10],
        ]),
      ),
    ).toEqual({ kind: "value", value: 1, low: 1, high: 1 });
    expect(
      cohenKappa(
        pairsOf([
          [0, 10],
          [10, 0],
        ]),
      ),
    ).toMatchObject({ value: -1, low: -1 });
  });

  it("is 0 when one of them says the same of everything", () => {
    expect(
      cohenKappa(
        pairsOf([
          [10, 10],
          [0, 0],
        ]),
      ),
    ).toMatchObject({ kind: "value", value: 0 });
  });

  it("is undefined without items, and when both use one and the same category alone", () => {
    expect(cohenKappa([])).toEqual({ kind: "undefined", reason: "nothing" });
    expect(cohenKappa(pairsOf([[12]]))).toEqual({ kind: "undefined", reason: "one-category" });
  });

  it("does not depend on who is first, on the order of items or on the categories' names", () => {
    fc.assert(
      fc.property(somePairs, (pairs) => {
        const kappa = cohenKappa(pairs);
        const turned = cohenKappa(pairs.map(([one, other]) => [other, one] as const).toReversed());
        const renamed = cohenKappa(pairs.map(([one, other]) => [`z${one}`, `z${other}`] as const));

        expect(renamed).toEqual(kappa);
        expect(turned.kind).toBe(kappa.kind);
        if (kappa.kind === "undefined" || turned.kind === "undefined") return;
        expect(turned.value).toBeCloseTo(kappa.value, 10);
        expect(turned.low).toBeCloseTo(kappa.low, 8);
      }),
    );
  });

  it("lies inside its interval, which lies inside -1 to 1", () => {
    fc.assert(
      fc.property(somePairs, (pairs) => {
        const kappa = cohenKappa(pairs);
        if (kappa.kind === "undefined") return;

        expect(kappa.low).toBeLessThanOrEqual(kappa.value + 1e-12);
        expect(kappa.high).toBeGreaterThanOrEqual(kappa.value - 1e-12);
        expect(Math.max(-kappa.low, kappa.high)).toBeLessThanOrEqual(1);
      }),
    );
  });
});
