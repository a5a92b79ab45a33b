import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fitLogistic, logistic } from "./fit-logistic.ts";

const HOURS = [
  0.5, 0.75, 1, 1.25, 1.5, 1.75, 1.75, 2, 2.25, 2.5, 2.75, 3, 3.25, 3.5, 4, 4.25, 4.5, 4.75, 5, 5.5,
];
const PASSED = [0, 0, 0, 0, 0, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 1, 1, 1, 1, 1];

describe("fitLogistic", () => {
  // The example of hours of study and passing an exam in Wikipedia's article on logistic regression: -4.0777 and 1.5046.
  it("finds the published line of passing an exam by hours of study", () => {
    const line = fitLogistic(HOURS.map((x, index) => ({ x, target: PASSED[index] ?? 0, weight: 1 })));

    expect(line.intercept).toBeCloseTo(-4.0777, 4);
    expect(line.slope).toBeCloseTo(1.5046, 4);
  });

  it("goes through the shares of two places exactly", () => {
    const line = fitLogistic([
      { x: -1, target: 0.3, weight: 10 },
      { x: 2, target: 0.8, weight: 5 },
    ]);

    expect(logistic(line.intercept - line.slope)).toBeCloseTo(0.3, 8);
    expect(logistic(line.intercept + 2 * line.slope)).toBeCloseTo(0.8, 8);
  });

  it("takes a weight for so many points", () => {
    const [light, heavy] = [
      { x: 0, target: 1, weight: 1 },
      { x: 1, target: 0, weight: 1 },
    ];
    const others = [0, 1, 2, 3].map((x) => ({ x, target: x % 2, weight: 1 }));

    const weighted = fitLogistic([...others, { ...light, weight: 3 }, heavy]);
    const repeated = fitLogistic([...others, light, light, light, heavy]);

    expect(weighted.slope).toBeCloseTo(repeated.slope, 8);
    expect(weighted.intercept).toBeCloseTo(repeated.intercept, 8);
  });

  it("foretells on the whole as much as there was", () => {
    const point = fc.record({
      x: fc.double({ min: -6, max: 6, noNaN: true }),
      target: fc.double({ min: 0.05, max: 0.95, noNaN: true }),
      weight: fc.double({ min: 0.1, max: 10, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.array(point, { minLength: 2, maxLength: 40 }), (points) => {
        const { slope, intercept } = fitLogistic(points);
        const total = (of: (one: (typeof points)[number]) => number): number =>
          points.reduce((sum, one) => sum + one.weight * of(one), 0);

        expect(total(({ x }) => logistic(intercept + slope * x))).toBeCloseTo(
          total(({ target }) => target),
          3,
        );
      }),
      { numRuns: 60 },
    );
  });
});
