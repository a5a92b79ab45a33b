import { describe, expect, it } from "vitest";
import { aDerivation } from "../store/test-data.ts";
import { scoreDisagreement } from "./disagreement.ts";

const NOBODY_ELSE = { readers: new Set(["rules"]), proposals: 0 };
const sure = aDerivation("acme/mix", "acme/seed", { confidence: 0.95 });
const score = (fields: object, context: object = {}) =>
  scoreDisagreement({ ...sure, ...fields }, { ...NOBODY_ELSE, ...context });

describe("scoreDisagreement", () => {
  it("is highest at a confidence of one half, and alike on both sides of it", () => {
    expect(score({ confidence: 0.5 }).parts.confidence).toBeCloseTo(1);
    expect(score({ confidence: 0.2 }).parts.confidence).toBeCloseTo(
      score({ confidence: 0.8 }).parts.confidence,
    );
    expect(score({ confidence: 1 }).disagreement).toBeGreaterThan(0);
  });

  it("puts a contradicted edge of high confidence before a doubtful one that nothing else speaks against", () => {
    const contradicted = score({ signals: { ...sure.signals, contradicted: true } });

    expect(contradicted.parts.stance).toBe(1);
    expect(contradicted.disagreement).toBeGreaterThan(score({ confidence: 0.5 }).disagreement);
  });

  it("counts a tracer that read the documents and did not find the edge", () => {
    const { parts } = score({}, { readers: new Set(["rules", "model"]) });

    expect(parts.tracers).toBe(0.5);
  });

  it("counts a publication that names another relation, and proposals", () => {
    const origin = {
      kind: "published",
      citation: "arXiv:1234.56789",
      relation: "synthesis",
      confidence: 1,
      documentKinds: [],
      flags: [],
    };

    expect(score({ origin }).parts.tracers).toBe(0.5);
    expect(score({}, { proposals: 1 }).parts.tracers).toBe(0.5);
  });

  it("counts each failed check once, and a low confidence not a second time", () => {
    const flags = ["low-confidence", "cycle"];
    const { parts } = score({ flags, signals: { ...sure.signals, failedChecks: flags } });

    expect(parts.checks).toBe(0.5);
  });

  it("never goes past 1, however much speaks against an edge", () => {
    const signals = { ...sure.signals, contradicted: true, resolution: 0 };
    const all = score(
      { confidence: 0.5, flags: ["cycle", "self", "newer-than-derived"], signals },
      { readers: new Set(["rules", "model"]), proposals: 9 },
    );

    expect(all.disagreement).toBeGreaterThan(0.95);
    expect(all.disagreement).toBeLessThanOrEqual(1);
  });
});
