import { describe, expect, it } from "vitest";
import { compareFates, findDescendants } from "./withdraw.ts";
import type { FlagRow } from "./flag-row.ts";
import type { Step } from "./step.ts";

const aStep = (from: string, to: string, waiting = false): Step => ({
  id: `${from}>${to}`,
  from,
  to,
  cost: 0,
  waiting,
});

describe("what hangs on a withdrawn dataset", () => {
  const steps = [
    aStep("near", "gone"),
    aStep("far", "near"),
    aStep("both", "gone"),
    aStep("both", "other"),
    aStep("doubtful", "near", true),
  ];
  const area = {
    dataset: "gone",
    steps,
    ancestors: new Set(["source"]),
    stepsBelowAncestors: [...steps, aStep("gone", "source"), aStep("other", "source")],
  };

  it("is told nearest first, with what also reaches it by another way", () => {
    expect(findDescendants(area)).toEqual([
      { id: "both", distance: 1, reach: "also", isWaiting: false },
      { id: "near", distance: 1, reach: "only", isWaiting: false },
      { id: "doubtful", distance: 2, reach: "only", isWaiting: true },
      { id: "far", distance: 2, reach: "only", isWaiting: false },
    ]);
  });

  it("does not count the dataset itself in a circle", () => {
    const circle = { ...area, steps: [...steps, aStep("gone", "far", true)] };

    expect(findDescendants(circle).map(({ id }) => id)).not.toContain("gone");
  });
});

const aFlag = (dataset: string, level: FlagRow["properties"]["level"], distance = 1): FlagRow => ({
  dataset,
  benchmark: "bench/one",
  type: level === "possible" ? "MAY_BE_CONTAMINATED_BY" : "CONTAMINATED_BY",
  properties: {
    level,
    distance,
    path: [],
    ground: "declared",
    strongest: [],
    strongestGround: "declared",
    cost: 0,
    confidence: 1,
    clearings: [],
  },
});

describe("what becomes of flags", () => {
  it("vanish, change or stay, by the worst of a dataset's flags", () => {
    const before = [
      aFlag("a", "inherited"),
      aFlag("b", "inherited"),
      aFlag("c", "declared"),
      aFlag("d", "possible"),
    ];
    const after = [aFlag("b", "possible", 3), aFlag("c", "declared"), aFlag("d", "cleared-by-claim")];

    expect(compareFates([...before, aFlag("d", "cleared-by-claim")], after)).toEqual([
      { dataset: "a", benchmark: "bench/one", outcome: "vanishes", before: "inherited" },
      {
        dataset: "b",
        benchmark: "bench/one",
        outcome: "changes",
        before: "inherited",
        after: "possible",
        distance: 3,
      },
      {
        dataset: "d",
        benchmark: "bench/one",
        outcome: "changes",
        before: "possible",
        after: "cleared-by-claim",
        distance: 1,
      },
      {
        dataset: "c",
        benchmark: "bench/one",
        outcome: "stays",
        before: "declared",
        after: "declared",
        distance: 1,
      },
    ]);
  });
});
