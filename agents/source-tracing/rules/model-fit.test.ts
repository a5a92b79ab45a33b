import { describe, expect, it } from "vitest";
import { fitWeights, type FitExample } from "./model-fit.ts";
import { modelScore } from "./model-score.ts";

const example = (isUse: boolean, ...features: string[]): FitExample => ({ features, isUse, weight: 1 });

describe("fitWeights", () => {
  it("gives the prior when there is nothing to learn from", () => {
    expect(fitWeights([], { prior: { bias: -1, made: 2 }, pull: 5 })).toEqual({ bias: -1, made: 2 });
  });

  it("moves a weight towards what the examples say", () => {
    const examples = Array.from({ length: 20 }, () => [
      example(true, "made"),
      example(false, "trained"),
    ]).flat();

    const weights = fitWeights(examples, { prior: { bias: 0 }, pull: 1 });

    expect(weights["made"]).toBeGreaterThan(0.5);
    expect(weights["trained"]).toBeLessThan(-0.5);
  });

  it("moves less the harder the prior pulls", () => {
    const examples = Array.from({ length: 20 }, () => [example(true, "made"), example(false)]).flat();
    const weightAt = (pull: number) => fitWeights(examples, { prior: { bias: -2 }, pull })["made"];

    expect(weightAt(1)).toBeGreaterThan(weightAt(100) ?? 0);
  });
});

describe("modelScore", () => {
  it("is a probability and counts unknown features as nothing", () => {
    expect(modelScore(["unknown"], { bias: 0 })).toBe(0.5);
    expect(modelScore(["made"], { bias: 0, made: 50 })).toBeLessThanOrEqual(1);
  });
});
