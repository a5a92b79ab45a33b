import { describe, expect, it } from "vitest";
import type { RankedDataset } from "../../../../schema/contamination-ranking.ts";
import { aDatasetId } from "../../test-data.ts";
import { toListCsv, toMatrixCsv } from "./ranking-csv.ts";

const aRow = (id: string, benchmarks: readonly string[]): RankedDataset => ({
  id: aDatasetId(id),
  state: "traced",
  domains: ["math"],
  level: "declared",
  distance: 1,
  confidence: 0.5,
  cells: benchmarks.map((benchmark) => ({
    benchmark: aDatasetId(benchmark),
    level: "declared",
    distance: 1,
    confidence: 0.5,
    ground: "declared",
  })),
});

describe("a ranking as a table", () => {
  it("has a line for each row of the list", () => {
    expect(toListCsv([aRow("a/b", ["bench/x", "bench/y"])])).toBe(
      "\uFEFFdataset,level,steps,confidence,benchmarks,state,domains\r\na/b,declared,1,0.5,bench/x bench/y,traced,math\r\n",
    );
  });

  it("leaves a cell empty where nothing is known, whatever a benchmark is called", () => {
    const columns = ["bench/x", "constructor", "toString"].map(aDatasetId);

    expect(toMatrixCsv([aRow("a/b", ["bench/x"])], columns)).toBe(
      "\uFEFFdataset id,bench/x,constructor,toString\r\na/b,declared,,\r\n",
    );
  });
});
