import { describe, expect, it } from "vitest";
import { ContaminationReport } from "../../../schema/contamination.ts";
import { aDatasetId, anEdge, anEdgeId } from "../test-data.ts";
import { toContaminationLines } from "./contamination-lines.ts";

const aFlag = (benchmark: string, more: Record<string, unknown>) => ({
  dataset: "a/mix",
  benchmark,
  level: "inherited",
  distance: 2,
  path: [anEdgeId("a/mix", "a/part"), anEdgeId("a/part", "b/bench")],
  ground: "declared",
  strongest: [anEdgeId("a/mix", "a/part"), anEdgeId("a/part", "b/bench")],
  strongestGround: "declared",
  confidence: 0.8,
  clearings: [],
  computedAt: "2026-01-01T00:00:00.000Z",
  ...more,
});

const aReport = (items: readonly unknown[]): ContaminationReport =>
  ContaminationReport.parse({
    dataset: "a/mix",
    state: "traced",
    publishedOnly: false,
    items,
    edges: [
      ["a/mix", "a/part"],
      ["a/part", "b/bench"],
      ["a/mix", "b/bench"],
    ].map(([from = "", to = ""]) => ({ edge: anEdge(from, to), evidence: [] })),
  });

describe("toContaminationLines", () => {
  it("follows the surest way from the dataset up to the benchmark", () => {
    const [line] = toContaminationLines(aReport([aFlag("b/bench", { split: "test" })]));

    expect(line?.steps.map(({ from, to }) => `${from}>${to}`)).toEqual(["a/mix>a/part", "a/part>b/bench"]);
    expect(line).toMatchObject({ benchmark: "b/bench", split: "test", isClear: false, confidence: 0.8 });
    expect(line?.shorter).toBeUndefined();
  });

  it("gives the shorter way beside a longer, surer one", () => {
    const short = [anEdgeId("a/mix", "b/bench")];
    const [line] = toContaminationLines(aReport([aFlag("b/bench", { path: short, distance: 1 })]));

    expect(line?.steps.map(({ to }) => to)).toEqual([aDatasetId("a/part"), aDatasetId("b/bench")]);
    expect(line?.shorter?.map(({ to }) => to)).toEqual([aDatasetId("b/bench")]);
  });

  it("puts the strongest level first, and tells what was cleared", () => {
    const lines = toContaminationLines(
      aReport([
        aFlag("c/clean", { level: "cleared-by-claim", otherwise: "inherited" }),
        aFlag("b/maybe", { level: "possible" }),
        aFlag("b/bench", { level: "declared" }),
      ]),
    );

    expect(lines.map(({ benchmark }) => benchmark)).toEqual(["b/bench", "b/maybe", "c/clean"]);
    expect(lines.map(({ isClear }) => isClear)).toEqual([false, false, true]);
    expect(lines[2]?.otherwise).toBe("inherited");
  });
});
