import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { wilsonInterval } from "./wilson-interval.ts";

describe("wilsonInterval", () => {
  // Newcombe (1998), table I, method 3.
  it.each([
    { right: 81, of: 263, least: 0.2553, most: 0.3662 },
    { right: 15, of: 148, least: 0.0624, most: 0.1605 },
    { right: 0, of: 20, least: 0, most: 0.1611 },
    { right: 1, of: 29, least: 0.0061, most: 0.1718 },
  ])("of $right in $of is $least to $most as published", ({ right, of, least, most }) => {
    const interval = wilsonInterval(right, of);

    expect(interval.least).toBeCloseTo(least, 4);
    expect(interval.most).toBeCloseTo(most, 4);
  });

  it("is everything when nothing was counted", () => {
    expect(wilsonInterval(0, 0)).toEqual({ least: 0, most: 1 });
  });

  it("holds the share, is inside 0 to 1, and is the mirror image for what is wrong", () => {
    fc.assert(
      fc.property(fc.nat(500), fc.nat(500), (right, wrong) => {
        fc.pre(right + wrong > 0);
        const of = right + wrong;
        const [one, other] = [wilsonInterval(right, of), wilsonInterval(wrong, of)];

        expect(one.least).toBeGreaterThanOrEqual(0);
        expect(one.most).toBeLessThanOrEqual(1);
        expect(one.least).toBeLessThanOrEqual(right / of + 1e-12);
        expect(one.most).toBeGreaterThanOrEqual(right / of - 1e-12);
        expect(one.least).toBeCloseTo(1 - other.most, 10);
      }),
    );
  });
});
