import { expect, it } from "vitest";
import type { CalibrationFit } from "../../schema/calibration.ts";
import { drawReliability } from "./draw-reliability.ts";

const bin = { low: 0.7, high: 0.8, edges: 12, predicted: 0.75, right: 0.5, least: 0.25, most: 0.75 };
const labels = { edges: 64, right: 40, wrong: 24, datasets: 8, effective: 50 };
const fit: CalibrationFit = {
  map: { slope: 1, intercept: -1 },
  labels,
  strata: [],
  folds: 5,
  before: { brier: 0.25, logLoss: 0.7, calibrationError: 0.25 },
  after: { brier: 0.2, logLoss: 0.6, calibrationError: 0.05 },
  reliability: { before: [bin], after: [{ ...bin, predicted: 0.5 }] },
};

it("draws each band with its share, its interval and its number of edges, before and after, and nothing that runs", () => {
  const svg = drawReliability({ now: { labels, fit }, history: [] });

  expect(svg).toContain("confidence 0.7 to 0.8: 12 edges, mean 0.750, found right 0.500 (0.250 to 0.750)");
  expect(svg).toContain("Brier 0.250, log loss 0.700, calibration error 0.250");
  expect(svg.match(/<circle /g)).toHaveLength(2);
  expect(svg).not.toMatch(/script|href|on[a-z]+=|NaN|undefined/);
});

it("says so where there is nothing to draw yet", () => {
  const svg = drawReliability({ now: { labels }, history: [] });

  expect(svg).toContain("No reliability plot yet: 64 reviewed edges");
});
