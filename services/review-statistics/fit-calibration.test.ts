import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { calibrate } from "../../schema/calibrate.ts";
import { createRandom } from "../create-random.ts";
import { fitCalibration } from "./fit-calibration.ts";
import { fitMap } from "./fit-map.ts";
import { foldDatasets } from "./fold-datasets.ts";
import type { LabelledEdge } from "./labelled-edge.ts";
import { reliabilityBins, scoreCalibration } from "./score-calibration.ts";
import { effectiveNumber, weighLabels } from "./weigh-labels.ts";

/** Labels whose confidence claims more, or less, than what is right. */
const drawLabels = (count: number, chance: (confidence: number) => number): readonly LabelledEdge[] => {
  const random = createRandom(11);
  return Array.from({ length: count }, (_, index) => {
    const confidence = Math.round((0.4 + 0.6 * random()) * 10_000) / 10_000;
    return {
      dataset: `acme/d${index % 40}`,
      confidence,
      status: confidence >= 0.7 ? "accepted" : "flagged",
      isRight: random() < chance(confidence),
    };
  });
};
const all = (labels: readonly LabelledEdge[]) => ({
  accepted: labels.filter(({ status }) => status === "accepted").length,
  flagged: labels.filter(({ status }) => status === "flagged").length,
  rejected: 0,
});
const obstacleOf = (labels: readonly LabelledEdge[]) => fitCalibration(labels, all(labels)).obstacle;
const forecast = (confidence: number, isRight: boolean, weight = 1) => ({ confidence, isRight, weight });
const someLabels = fc.array(
  fc.record({
    dataset: fc.constantFrom("a/a", "a/b", "a/c", "a/d", "a/e", "a/f", "a/g"),
    confidence: fc.integer({ min: 0, max: 10_000 }).map((digits) => digits / 10_000),
    status: fc.constantFrom("accepted" as const, "flagged" as const, "rejected" as const),
    isRight: fc.boolean(),
  }),
  { minLength: 1, maxLength: 120 },
);

describe("fitCalibration", () => {
  it("lowers confidences that promise too much, and foretells unseen datasets better", () => {
    const labels = drawLabels(400, (confidence) => confidence ** 2);

    const { fit, obstacle } = fitCalibration(labels, all(labels));

    expect(obstacle).toBeUndefined();
    expect(fit?.after.logLoss).toBeLessThan(fit?.before.logLoss ?? 0);
    expect(fit?.after.brier).toBeLessThan(fit?.before.brier ?? 0);
    expect(fit?.after.calibrationError).toBeLessThan((fit?.before.calibrationError ?? 0) / 2);
    expect(calibrate(fit?.map ?? { slope: 1, intercept: 0 }, 0.8)).toBeCloseTo(0.64, 1);
  });

  it("says that it does not help where confidences are right already", () => {
    const labels = drawLabels(120, (confidence) => confidence);

    expect(fitCalibration(labels, all(labels)).obstacle).toMatchObject({ reason: "no-gain" });
  });

  it("turns no order round", () => {
    const labels = drawLabels(200, (confidence) => 1.2 - confidence);

    expect(fitCalibration(labels, all(labels))).toMatchObject({ obstacle: { reason: "reversed" } });
    expect(fitCalibration(labels, all(labels))).not.toHaveProperty("fit");
  });

  it("fits nothing on few labels, few of one outcome or few datasets, and says how many it takes", () => {
    const labels = drawLabels(200, (confidence) => confidence ** 2);
    expect(obstacleOf([])).toEqual({ reason: "few-labels", has: 0, needs: 50 });
    expect(obstacleOf(labels.slice(0, 49))).toEqual({ reason: "few-labels", has: 49, needs: 50 });
    expect(obstacleOf(labels.map((one) => ({ ...one, isRight: true })))).toMatchObject({
      reason: "few-wrong",
      has: 0,
    });
    expect(obstacleOf(labels.map((one) => ({ ...one, isRight: false })))).toMatchObject({
      reason: "few-right",
      has: 0,
    });
    expect(obstacleOf(labels.map((one) => ({ ...one, dataset: "a/a" })))).toMatchObject({
      reason: "few-datasets",
      has: 1,
    });
  });

  it("is not led astray by people who look at doubtful edges only", () => {
    // Every flagged edge is reviewed, and one in twenty of the accepted.
    const world = drawLabels(6_000, (confidence) => confidence ** 2);
    const random = createRandom(3);
    const reviewed = world.filter(({ status }) => status === "flagged" || random() < 0.05);
    const truth = fitMap(world.map((label) => ({ ...label, weight: 1 })));

    const { fit } = fitCalibration(reviewed, all(world));

    expect(fit?.labels.effective).toBeLessThan(reviewed.length / 2);
    for (const confidence of [0.5, 0.8, 0.95]) {
      const found = calibrate(fit?.map ?? { slope: 0, intercept: 0 }, confidence);
      expect(Math.abs(found - calibrate(truth, confidence))).toBeLessThan(0.05);
    }
  });
});

describe("fitMap", () => {
  it("stays finite when confidences part right from wrong perfectly", () => {
    const labels = drawLabels(60, (confidence) => (confidence > 0.7 ? 1 : 0));

    const map = fitMap(labels.map((label) => ({ ...label, weight: 1 })));

    expect(Number.isFinite(map.slope) && Number.isFinite(map.intercept)).toBe(true);
  });

  it("gives confidences in order, within 0 to 1, with a slope above 0", () => {
    const confidences = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 2, maxLength: 20 });
    const map = fc.record({
      slope: fc.double({ min: 0.01, max: 20, noNaN: true }),
      intercept: fc.double({ min: -20, max: 20, noNaN: true }),
    });
    fc.assert(
      fc.property(confidences, map, (given, line) => {
        const found = given.toSorted((one, other) => one - other).map((one) => calibrate(line, one));

        expect(found).toEqual(found.toSorted((one, other) => one - other));
        expect(found.every((one) => one >= 0 && one <= 1)).toBe(true);
      }),
    );
  });
});

describe("foldDatasets", () => {
  it("keeps every label, and no dataset in two parts", () => {
    fc.assert(
      fc.property(someLabels, (labels) => {
        const parts = foldDatasets(labels, 5);
        const homes = parts.flatMap((part) => [...new Set(part.map(({ dataset }) => dataset))]);

        expect(parts.flat()).toHaveLength(labels.length);
        expect(new Set(homes).size).toBe(homes.length);
        expect(parts.every((part) => part.length > 0)).toBe(true);
      }),
    );
  });
});

describe("weighLabels", () => {
  it("lets the labels of each status speak for the edges of that status", () => {
    const labels = drawLabels(40, () => 1);
    const { strata } = weighLabels(labels, { accepted: 900, flagged: 100, rejected: 7 });
    const share = (status: string): number =>
      strata.filter((one) => one.status === status).reduce((sum, one) => sum + one.labels * one.weight, 0) /
      40;

    expect(share("accepted")).toBeCloseTo(0.9, 10);
    expect(share("flagged")).toBeCloseTo(0.1, 10);
    expect(share("rejected")).toBe(0);
  });

  it("gives weights that sum to the number of labels, worth no more than these", () => {
    fc.assert(
      fc.property(someLabels, (labels) => {
        const weights = weighLabels(labels, { accepted: 500, flagged: 130, rejected: 200 }).labels.map(
          ({ weight }) => weight,
        );

        expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(labels.length, 6);
        expect(effectiveNumber(weights)).toBeLessThanOrEqual(labels.length + 1e-6);
      }),
    );
  });
});

describe("scoreCalibration", () => {
  it("scores by hand-counted figures", () => {
    const scores = scoreCalibration([forecast(0.8, true), forecast(0.8, false), forecast(0.3, false, 2)]);

    expect(scores.brier).toBeCloseTo((0.04 + 0.64 + 2 * 0.09) / 4, 10);
    expect(scores.logLoss).toBeCloseTo(-(Math.log(0.8) + Math.log(0.2) + 2 * Math.log(0.7)) / 4, 10);
    expect(scores.calibrationError).toBeCloseTo(0.5 * 0.3 + 0.5 * 0.3, 10);
  });

  it("is finite for a certainty that was wrong", () => {
    expect(scoreCalibration([forecast(1, false)]).logLoss).toBeCloseTo(-Math.log(0.0001), 10);
  });

  it("puts every forecast into one bin, whose share lies in its interval", () => {
    fc.assert(
      fc.property(someLabels, (labels) => {
        const bins = reliabilityBins(labels.map((label) => ({ ...label, weight: 1 })));

        expect(bins.reduce((sum, { edges }) => sum + edges, 0)).toBe(labels.length);
        for (const { low, high, predicted, right, least, most } of bins) {
          expect(predicted).toBeGreaterThanOrEqual(low - 1e-9);
          expect(predicted).toBeLessThanOrEqual(high + 1e-9);
          expect(right).toBeGreaterThanOrEqual(least - 1e-9);
          expect(right).toBeLessThanOrEqual(most + 1e-9);
        }
      }),
    );
  });
});
