import { describe, expect, it } from "vitest";
import { aDatasetId } from "../../test-data.ts";
import { tickBenchmarks, toBenchmarkGroups } from "./choose-benchmarks.ts";

const [math, code, other] = ["bench/math", "bench/code", "bench/other"].map(aDatasetId) as [
  ReturnType<typeof aDatasetId>,
  ReturnType<typeof aDatasetId>,
  ReturnType<typeof aDatasetId>,
];
const BENCHMARKS = [
  { id: math, node: math, name: "Math", domain: "math" as const, levels: { declared: 2, possible: 1 } },
  { id: code, node: code, name: "Code", domain: "code" as const, levels: {} },
  { id: other, node: other, levels: {} },
];
const ALL = BENCHMARKS.map(({ id }) => id);

const found = (text: string) =>
  toBenchmarkGroups(BENCHMARKS, { chosen: [], text }).flatMap(({ choices }) => choices.map(({ id }) => id));

describe("the choice of benchmarks", () => {
  it("is by domain, with what is of no known domain last", () => {
    const groups = toBenchmarkGroups(BENCHMARKS, { chosen: [code], text: "" });

    expect(groups.map(({ domain }) => domain)).toEqual(["math", "code", "unknown"]);
    expect(groups[0]?.choices).toEqual([{ id: math, name: "Math", isChosen: false, datasets: 3 }]);
    expect(groups[1]?.choices[0]?.isChosen).toBe(true);
  });

  it("finds by name and by id", () => {
    expect(found(" MATH ")).toEqual([math]);
    expect(found("bench/o")).toEqual([other]);
  });

  it("begins with all of them, and is none again once all are ticked", () => {
    const without = tickBenchmarks(ALL, [], { ids: [code], isTicked: false });

    expect(without).toEqual([math, other]);
    expect(tickBenchmarks(ALL, without, { ids: [code], isTicked: true })).toEqual([]);
  });
});
