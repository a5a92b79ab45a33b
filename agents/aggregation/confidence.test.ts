import { describe, expect, it } from "vitest";
import { ACCEPT_THRESHOLD, statusOf } from "../../schema/status-rule.ts";
import { confidenceOf, supportOf } from "./confidence.ts";
import { aSource, documentOf } from "./testing/test-claims.ts";

const byModel = { tracer: "model" as const, score: 0.75 };
const paper = { document: documentOf("paper"), documentKind: "paper" as const };

describe("supportOf", () => {
  it("gives the rules' own calibrated score to a single claim", () => {
    expect(supportOf([aSource({ score: 0.72 })])).toBe(0.72);
  });

  it("does not add up mentions of the same document by the same tracer", () => {
    expect(supportOf([aSource({ score: 0.72 }), aSource({ score: 0.6, span: { start: 80, end: 90 } })])).toBe(
      0.72,
    );
  });

  it("is raised by a second document, and by a second tracer", () => {
    expect(supportOf([aSource({ score: 0.6 }), aSource({ score: 0.6 }, paper)])).toBe(0.672);
    expect(supportOf([aSource({ score: 0.6 }), aSource(byModel)])).toBe(0.69);
  });

  it("is lowered by a tracer that read the same and said no", () => {
    expect(supportOf([aSource({ score: 0.8 }), aSource({ ...byModel, rejected: "evaluation-only" })])).toBe(
      0.68,
    );
  });

  it("is lowered by a denial in any document", () => {
    expect(supportOf([aSource({ score: 0.9 }), aSource({ rejected: "denied", score: 0 }, paper)])).toBe(0.54);
  });

  it("lets no model's word alone reach a person when nothing supports it", () => {
    const support = supportOf([aSource(byModel, { stance: "weak" })]);

    expect(statusOf(support, [], ACCEPT_THRESHOLD)).toEqual({ status: "rejected", flags: [] });
  });

  it("is nothing without a claim that speaks for the source", () => {
    expect(supportOf([aSource({ rejected: "evaluation-only" })])).toBe(0);
    expect(supportOf([])).toBe(0);
  });
});

describe("confidenceOf", () => {
  it("is lowered by a search that was not sure, and by nothing else", () => {
    expect(confidenceOf(0.9, { by: "search", score: 0.7 })).toBe(0.63);
    expect(confidenceOf(0.9, { by: "search", score: 0.9 })).toBe(0.9);
    expect(confidenceOf(0.9, { by: "unresolved", score: 0 })).toBe(0.9);
  });
});
