import { expect, it } from "vitest";
import type { RankedDataset } from "../../../../schema/contamination-ranking.ts";
import { aDatasetId } from "../../test-data.ts";
import { toRankingJson } from "./ranking-json.ts";

const row: RankedDataset = {
  id: aDatasetId("a/b"),
  state: "traced",
  domains: ["math"],
  level: "declared",
  distance: 1,
  confidence: 0.5,
  cells: [
    {
      benchmark: aDatasetId("bench/x"),
      level: "declared",
      distance: 1,
      confidence: 0.5,
      ground: "declared",
    },
  ],
};

it("holds each shown row with all of its cells, and of how many these are", () => {
  const text = toRankingJson({ total: 7, benchmarks: [], rows: [row] });

  expect(JSON.parse(text)).toEqual({ total: 7, benchmarks: [], datasets: [row] });
  expect(text.endsWith("}\n")).toBe(true);
});
